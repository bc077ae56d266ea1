from dataclasses import replace

import pytest

from recoupe.crosscheck.entities import find_entities
from recoupe.crosscheck.records import Entities
from recoupe.model import Article, Entity, Name, NameKind, Span
from recoupe.text.normal import fold
from tests.crosscheck.story_factory import an_article, says


def naming(id_: str, text: str, *names: tuple[str, NameKind], language: str = "en") -> Article:
    """An article with the names at their first places, in the order given."""
    article = says(an_article(id_, language=language), text)
    found, after = [], 0
    for written, kind in names:
        start = article.text.index(written, after)
        after = start + len(written)
        found.append(Name(start, after, kind))
    return replace(article, names=tuple(found))


def entity(entities: Entities, written: str) -> Entity:
    return next(e for e in entities.entities if e.id == entities.by_name[fold(written)])


def one(entities: Entities, *written: str) -> bool:
    return len({entities.by_name.get(fold(name), name) for name in written}) == 1


def person(*names: str, language: str = "en", id_: str = "a") -> Article:
    """An article that names these people, one a sentence."""
    text = ". ".join(f"We saw {name}" for name in names)
    return naming(id_, text, *((name, "person") for name in names), language=language)


def test_a_surname_means_the_full_name_of_its_article() -> None:
    found = find_entities([person("Clara Dumont", "Dumont")])
    assert one(found, "Clara Dumont", "Dumont")


def test_two_people_of_one_surname_stay_two() -> None:
    found = find_entities([person("Clara Dumont", id_="a"), person("Paul Dumont", id_="b")])
    assert not one(found, "Clara Dumont", "Paul Dumont")


def test_a_bare_surname_goes_to_the_person_whom_its_own_article_names() -> None:
    first, second = person("Clara Dumont", "Dumont", id_="a"), person("Paul Dumont", "Dumont", id_="b")
    found = find_entities([first, second])
    meant = [found.at[article.id, article.names[1].start, article.names[1].end] for article in (first, second)]
    assert meant == [found.by_name["clara dumont"], found.by_name["paul dumont"]]


@pytest.mark.parametrize(
    ("one_name", "other"),
    [
        ("Corinne Vasson-Mahler", "Corinne Vasson"),
        ("Jean-Luc Pariset", "J.-L. Pariset"),
        ("Anna Delvigne", "Anna Delvinje"),
        ("Martin Schreiber", "Martin Schreyber"),
        ("Mohamed Lamine Sall", "Mohamed Sall"),
    ],
)
def test_spellings_of_a_full_name_are_one(one_name: str, other: str) -> None:
    assert one(find_entities([person(one_name, id_="a"), person(other, id_="b")]), one_name, other)


@pytest.mark.parametrize(
    ("one_name", "other"),
    [("Martin Roche", "Martine Roche"), ("Ada Lindholm", "Eva Lindholm"), ("Ivan Petrov", "Ivan Pavlov")],
)
def test_alike_names_of_two_people_are_two(one_name: str, other: str) -> None:
    assert not one(find_entities([person(one_name, id_="a"), person(other, id_="b")]), one_name, other)


def test_a_name_meets_itself_in_another_script() -> None:
    latin = person("Guennadi Kroutov", "Kroutov", language="fr", id_="a")
    cyrillic = person("Геннадий Крутов", language="ru", id_="b")
    found = find_entities([latin, cyrillic])
    assert one(found, "Guennadi Kroutov", "Kroutov", "Геннадий Крутов")
    assert entity(found, "Kroutov").name == "Guennadi Kroutov"


def test_a_title_is_no_part_of_the_name() -> None:
    found = find_entities([person("Mme Vasson", "Corinne Vasson", language="fr")])
    assert one(found, "Mme Vasson", "Corinne Vasson")


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    article = naming(
        "a", "The Harbour Workers Front (HWF) met", ("Harbour Workers Front", "organisation"), ("HWF", "organisation")
    )
    assert one(find_entities([article]), "HWF", "Harbour Workers Front")


def test_initials_of_one_name_of_the_story_are_its_acronym() -> None:
    long = naming("a", "The Baltic Street Journal wrote", ("Baltic Street Journal", "outlet"))
    short = naming("b", "As the BSJ wrote", ("BSJ", "outlet"))
    assert one(find_entities([long, short]), "BSJ", "Baltic Street Journal")


def test_a_short_form_stands_for_the_body_that_was_introduced() -> None:
    article = naming(
        "a",
        "Almirel Marine Works sank. Almirel said so",
        ("Almirel Marine Works", "organisation"),
        ("Almirel", "organisation"),
    )
    assert one(find_entities([article]), "Almirel", "Almirel Marine Works")


def test_a_mother_company_is_not_its_daughter() -> None:
    article = naming(
        "a", "Almirel grew. Then Almirel Polska shrank", ("Almirel", "organisation"), ("Almirel Polska", "organisation")
    )
    assert not one(find_entities([article]), "Almirel", "Almirel Polska")


def test_an_agency_is_known_by_its_names() -> None:
    first = naming("a", "Agence France-Presse wrote", ("Agence France-Presse", "outlet"))
    second = naming("b", "selon l'AFP", ("AFP", "outlet"), language="fr")
    assert one(find_entities([first, second]), "AFP", "l'AFP", "Agence France-Presse")


def test_countries_meet_over_languages() -> None:
    french = naming("a", "en Belgique", ("Belgique", "place"), language="fr")
    english = naming("b", "in Belgium", ("Belgium", "place"))
    assert one(find_entities([french, english]), "Belgique", "Belgium")


def test_a_person_is_no_body_of_the_same_surname() -> None:
    article = naming(
        "a", "Ludovica Tessard runs Tessard Group", ("Ludovica Tessard", "person"), ("Tessard Group", "organisation")
    )
    assert not one(find_entities([article]), "Ludovica Tessard", "Tessard Group")


def test_every_name_of_an_article_has_an_entity() -> None:
    article = person("Clara Dumont", "Dumont", "Paul Roche")
    assert set(find_entities([article]).at) == {("a", n.start, n.end) for n in article.names}


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [
        person("Clara Dumont", "Dumont", id_="a"),
        person("Paul Dumont", "Dumont", id_="b"),
        person("Dumont", language="fr", id_="c"),
        person("Клара Дюмон", language="ru", id_="d"),
    ]
    assert find_entities(articles) == find_entities(articles[::-1])


def test_a_story_without_names_has_no_entities() -> None:
    assert find_entities([replace(an_article("a"), sentences=(Span(0, 0),))]).entities == ()


def test_one_city_has_two_names() -> None:
    article = naming("a", "in Kiev, and then in Kyiv", ("Kiev", "place"), ("Kyiv", "place"))
    assert one(find_entities([article]), "Kiev", "Kyiv")


def test_a_given_name_may_change_with_the_language() -> None:
    assert one(
        find_entities([person("Mykola Patrushev", "Nikolai Patrushev")]), "Mykola Patrushev", "Nikolai Patrushev"
    )


def test_a_bare_surname_taken_for_a_body_is_the_person() -> None:
    article = naming("a", "Clara Dumont spoke. Dumont left", ("Clara Dumont", "person"), ("Dumont", "organisation"))
    assert entity(find_entities([article]), "Dumont").kind == "person"


def test_a_firm_with_a_longer_name_is_no_person_of_its_name() -> None:
    named = naming("a", "Ida Tarrant runs Tarrant Works", ("Ida Tarrant", "person"), ("Tarrant Works", "organisation"))
    firm = naming("b", "Tarrant will hire. Ida Tarrant said so", ("Tarrant", "organisation"), ("Ida Tarrant", "person"))
    found = find_entities([named, firm])
    assert one(found, "Tarrant", "Tarrant Works")


def test_a_party_in_brackets_makes_no_body_of_a_person() -> None:
    article = naming("a", "Karin Volkmer (SPD) agreed", ("Karin Volkmer", "person"), ("SPD", "organisation"))
    found = find_entities([article])
    assert entity(found, "Karin Volkmer").kind == "person"
    assert not one(found, "Karin Volkmer", "SPD")


def test_two_countries_are_two_however_alike() -> None:
    article = naming("a", "from Austria to Australia", ("Austria", "place"), ("Australia", "place"))
    assert not one(find_entities([article]), "Austria", "Australia")


def test_consonants_alone_do_not_join_names_whose_vowels_are_far_apart() -> None:
    first = naming("a", "in Belka", ("Belka", "place"))
    other = naming("b", "à Polak", ("Polak", "place"), language="fr")
    assert not one(find_entities([first, other]), "Belka", "Polak")


@pytest.mark.parametrize(
    ("long", "short", "same"), [("Marrow Stansfield", "Marrow", False), ("Bourg-sur-Lize", "Bourg", True)]
)
def test_a_place_is_called_by_the_first_of_three_words_but_not_of_two(long: str, short: str, same: bool) -> None:
    article = naming("a", f"from {long} and {short}", (long, "place"), (short, "place"))
    assert one(find_entities([article]), long, short) is same


def test_the_last_word_of_a_body_may_be_its_name() -> None:
    first = naming("a", "das Büro Lundstrom meldet", ("Büro Lundstrom", "organisation"), language="de")
    other = naming("b", "Lundstrom reported it", ("Lundstrom", "organisation"))
    assert one(find_entities([first, other]), "Büro Lundstrom", "Lundstrom")


def test_an_initial_without_a_space_is_one_all_the_same() -> None:
    first, other = person("Boris Tarrant", id_="a"), person("B.Tarrant", id_="b")
    assert one(find_entities([first, other]), "Boris Tarrant", "B.Tarrant")


def test_the_head_of_a_body_is_it_where_the_story_has_one_such_body() -> None:
    text = "Le ministère de la Pêche a menti. Personne ne croit le ministère."
    found = find_entities([naming("a", text, ("ministère de la Pêche", "organisation"), language="fr")])
    assert one(found, "ministère de la Pêche", "le ministère")


def test_the_head_of_two_bodies_is_neither() -> None:
    text = "Le ministère de la Pêche contredit le ministère de la Justice. Personne ne croit le ministère."
    names: list[tuple[str, NameKind]] = [
        ("ministère de la Pêche", "organisation"),
        ("ministère de la Justice", "organisation"),
    ]
    assert "le ministere" not in find_entities([naming("a", text, *names, language="fr")]).by_name


def test_a_head_that_goes_on_is_another_body() -> None:
    text = "Le ministère de la Pêche a menti. Le ministère britannique aussi."
    found = find_entities([naming("a", text, ("ministère de la Pêche", "organisation"), language="fr")])
    assert "le ministere" not in found.by_name


def test_a_place_in_the_name_of_a_body_is_a_place_too() -> None:
    found = find_entities([naming("a", "The Embassy of Norway closed.", ("Embassy of Norway", "organisation"))])
    assert entity(found, "Norway").kind == "place"


def with_role(article: Article, written: str, role: str) -> Article:
    """The article, its names of this form with the role as it stands in the text."""
    start = article.text.index(role)
    span = Span(start, start + len(role))
    names = (replace(n, role=span) if article.text[n.start : n.end] == written else n for n in article.names)
    return replace(article, names=tuple(names))


def test_an_office_alone_is_the_one_person_who_holds_it() -> None:
    text = "Le maire de Brenne, Luc Barroy, a parlé. Puis le maire est parti."
    article = with_role(naming("a", text, ("Luc Barroy", "person"), language="fr"), "Luc Barroy", "maire de Brenne")
    assert one(find_entities([article]), "Luc Barroy", "le maire")


def test_an_office_that_two_hold_is_neither() -> None:
    text = "Le maire Luc Barroy et la maire Anne Tellier ont parlé. Puis le maire est parti."
    article = naming("a", text, ("Luc Barroy", "person"), ("Anne Tellier", "person"), language="fr")
    article = with_role(with_role(article, "Luc Barroy", "maire"), "Anne Tellier", "maire")
    assert not one(find_entities([article]), "Luc Barroy", "le maire")


def test_a_name_in_letters_for_foreign_names_is_the_one_that_sounds_most_like_it() -> None:
    other = person("Marco Benetti", "Carlo Bressan", id_="b")
    chinese = naming("a", "马尔科·贝内蒂否认。", ("马尔科·贝内蒂", "person"), language="zh")
    found = find_entities([chinese, other])
    assert one(found, "马尔科·贝内蒂", "Marco Benetti")
    assert not one(found, "马尔科·贝内蒂", "Carlo Bressan")


def test_the_people_before_the_head_of_a_body_is_not_the_body() -> None:
    text = "The Danish navy sailed. Another Danish ship followed."
    names: list[tuple[str, NameKind]] = [("Danish navy", "organisation"), ("Danish", "organisation")]
    assert not one(find_entities([naming("a", text, *names)]), "Danish navy", "Danish")


def test_a_hospital_of_a_saint_is_one_in_two_languages() -> None:
    french = naming("a", "L'hôpital Saint-Roch se tait.", ("hôpital Saint-Roch", "organisation"), language="fr")
    spanish = naming("b", "El hospital San Roque calla.", ("hospital San Roque", "organisation"), language="es")
    assert one(find_entities([french, spanish]), "hôpital Saint-Roch", "hospital San Roque")


def test_a_firm_that_bears_its_founders_name_and_is_called_a_group_stays_a_firm() -> None:
    text = "Clara Dumont a parlé. Le groupe Dumont se tait."
    article = naming("a", text, ("Clara Dumont", "person"), language="fr")
    start = article.text.rindex("Dumont")
    article = replace(article, names=(*article.names, Name(start, start + len("Dumont"), "organisation")))
    assert not one(find_entities([article]), "Clara Dumont", "le groupe Dumont")
