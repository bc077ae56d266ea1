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


def test_an_acronym_is_one_in_two_scripts() -> None:
    latin = naming("a", "the OMK said", ("OMK", "organisation"))
    cyrillic = naming("b", "заявили в ОМК", ("ОМК", "organisation"), language="ru")
    assert one(find_entities([latin, cyrillic]), "OMK", "ОМК")


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


def test_names_that_sound_alike_may_have_different_numbers_of_words() -> None:
    first = naming("a", "selon Falkon7x", ("Falkon7x", "organisation"), language="fr")
    second = naming("b", "said Falkon Ox", ("Falkon Ox", "organisation"))
    assert {"falkon7x", "falkon ox"} <= find_entities([first, second]).by_name.keys()


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


@pytest.mark.parametrize(
    ("latin", "other", "language"),
    [
        ("Michael O'Berry", "Майкл О'Берри", "ru"),
        ("Nigel Wharton", "Найджел Уортон", "ru"),
        ("Ruth Abersole", "Рут Аберсоул", "uk"),
        ("Claire Fontenelle", "كلير فونتينيل", "ar"),
    ],
)
def test_a_person_is_one_in_two_scripts_where_the_spelling_follows_the_sound(
    latin: str, other: str, language: str
) -> None:
    found = find_entities([person(latin, id_="a"), person(other, language=language, id_="b")])
    assert one(found, latin, other)
    assert entity(found, latin).evidence


@pytest.mark.parametrize(("latin", "other"), [("Paul Wharton", "Пьер Уортон"), ("Nigel Wharton", "Найджел Уилсон")])
def test_two_people_are_two_in_two_scripts(latin: str, other: str) -> None:
    found = find_entities([person(latin, id_="a"), person(other, language="ru", id_="b")])
    assert not one(found, latin, other)


def test_of_two_names_that_sound_like_one_in_another_script_the_liker_is_it() -> None:
    latin = person("Anna Burgess", "Anna Barclay", id_="a")
    cyrillic = person("Анна Барклай", language="ru", id_="b")
    found = find_entities([latin, cyrillic])
    assert one(found, "Anna Barclay", "Анна Барклай")
    assert not one(found, "Anna Burgess", "Анна Барклай")


def test_a_person_in_another_case_is_one_with_both_names() -> None:
    found = find_entities([person("Остап Гринчук", "Остапа Гринчука", language="uk")])
    assert one(found, "Остап Гринчук", "Остапа Гринчука")


def test_a_mans_name_in_the_genitive_is_no_womans() -> None:
    found = find_entities([person("Валентин Гринчук", "Валентина Гринчук", language="uk")])
    assert not one(found, "Валентин Гринчук", "Валентина Гринчук")


def test_a_chinese_name_meets_itself_in_pinyin() -> None:
    chinese = naming("a", "记者陈国梁报道。", ("陈国梁", "person"), language="zh")
    assert one(find_entities([chinese, person("Chen Guoliang", id_="b")]), "陈国梁", "Chen Guoliang")


BODIES: list[tuple[str, str, str, str, bool]] = [
    ("ministère de l'Intérieur", "fr", "Interior Ministry", "en", True),
    ("ministère néerlandais des Finances", "fr", "Dutch finance ministry", "en", True),
    ("Verkehrsministerium", "de", "Ministry of Transport", "en", True),
    ("Національний банк Литви", "uk", "Banque nationale de Lituanie", "fr", True),
    ("وزارة الخارجية اليابانية", "ar", "Japanese Foreign Ministry", "en", True),
    ("挪威驻法国大使馆", "zh", "Norwegian embassy", "en", True),
    ("France's interior ministry", "en", "ministère de l'Intérieur", "fr", True),
    ("ministère de l'Intérieur", "fr", "Ministry of Justice", "en", False),
    ("ministère italien de la Défense", "fr", "Spanish defence ministry", "en", False),
    ("Banque Orvel", "fr", "Орвель Банк Литва", "uk", False),
]


@pytest.mark.parametrize(("one_name", "its", "other", "language", "same"), BODIES)
def test_a_body_meets_its_translation_and_no_other(
    one_name: str, its: str, other: str, language: str, same: bool
) -> None:
    first = naming("a", one_name, (one_name, "organisation"), language=its)
    second = naming("b", other, (other, "organisation"), language=language)
    assert one(find_entities([first, second]), one_name, other) is same


def test_a_ministry_without_its_country_is_neither_of_two() -> None:
    first = naming("a", "ministère de la Défense", ("ministère de la Défense", "organisation"), language="fr")
    names: list[tuple[str, NameKind]] = [
        ("Italian defence ministry", "organisation"),
        ("Spanish defence ministry", "organisation"),
    ]
    second = naming("b", "Italian defence ministry. Spanish defence ministry", *names)
    found = find_entities([first, second])
    assert not one(found, "ministère de la Défense", "Italian defence ministry")
    assert not one(found, "Italian defence ministry", "Spanish defence ministry")


def test_those_who_stand_for_a_party_are_the_party() -> None:
    first = naming("a", "les Socialistes", ("Socialistes", "organisation"), language="fr")
    second = naming("b", "The Socialist Party", ("Socialist Party", "organisation"))
    assert one(find_entities([first, second]), "Socialistes", "Socialist Party")


def test_a_people_is_its_country_unless_somebody_bears_the_name() -> None:
    danes = naming("a", "The Danes left Denmark", ("Danes", "person"), ("Denmark", "place"))
    assert one(find_entities([danes]), "Danes", "Denmark")
    dane = naming(
        "a", "Adam Danes left Denmark. Danes slept", ("Adam Danes", "person"), ("Denmark", "place"), ("Danes", "person")
    )
    assert not one(find_entities([dane]), "Danes", "Denmark")


def test_a_republic_is_its_country() -> None:
    first = naming("a", "the Czech Republic", ("Czech Republic", "place"))
    second = naming("b", "Česko", ("Česko", "place"), language="cs")
    assert one(find_entities([first, second]), "Czech Republic", "Česko")


def test_an_outlet_of_one_first_word_is_that_of_its_own_language() -> None:
    names: list[tuple[str, NameKind]] = [("Écho des Landes", "outlet"), ("Écho", "outlet")]
    french = naming("a", "L'Écho des Landes l'a écrit. L'Écho insiste", *names, language="fr")
    english = naming("b", "The Echo of the Moors wrote", ("Echo of the Moors", "outlet"))
    found = find_entities([french, english])
    assert one(found, "Écho", "Écho des Landes")
    assert not one(found, "Écho", "Echo of the Moors")


def test_an_article_of_another_language_is_no_part_of_the_name() -> None:
    french = naming("a", "La Sentinelle écrit", ("Sentinelle", "outlet"), language="fr")
    english = naming("b", "as La Sentinelle wrote", ("La Sentinelle", "outlet"))
    assert one(find_entities([french, english]), "Sentinelle", "La Sentinelle")


def test_a_hospital_is_called_by_the_name_that_it_bears_but_a_town_hall_not_by_its_town() -> None:
    names: list[tuple[str, NameKind]] = [("Saint-Ervan", "place"), ("hôpital Saint-Ervan", "organisation")]
    found = find_entities([naming("a", "À Saint-Ervan, l'hôpital Saint-Ervan", *names, language="fr")])
    assert one(found, "Saint-Ervan", "hôpital Saint-Ervan")
    names = [("Saint-Ervan", "place"), ("mairie de Saint-Ervan", "organisation")]
    found = find_entities([naming("a", "À Saint-Ervan, la mairie de Saint-Ervan", *names, language="fr")])
    assert not one(found, "Saint-Ervan", "mairie de Saint-Ervan")


def test_a_court_may_be_named_without_its_middle_if_the_story_has_one_such_court() -> None:
    one_court: list[tuple[str, NameKind]] = [
        ("tribunal correctionnel de Morlac", "organisation"),
        ("tribunal de Morlac", "organisation"),
    ]
    text = "Le tribunal correctionnel de Morlac juge. Le tribunal de Morlac se tait."
    assert one(find_entities([naming("a", text, *one_court, language="fr")]), *(name for name, _ in one_court))
    text += " Le tribunal administratif de Morlac aussi."
    other: tuple[str, NameKind] = ("tribunal administratif de Morlac", "organisation")
    found = find_entities([naming("a", text, *one_court, other, language="fr")])
    assert not one(found, *(name for name, _ in one_court))


def test_a_place_is_also_written_with_the_word_for_what_it_is() -> None:
    french = naming("a", "le massif de l'Ormaie brûle", ("Ormaie", "place"), language="fr")
    english = naming("b", "fires in the Ormaie hills", ("Ormaie", "place"))
    assert one(find_entities([french, english]), "massif de l'Ormaie", "Ormaie hills", "Ormaie")


def test_an_elided_particle_may_stay_away_from_a_surname() -> None:
    article = person("Hugues d'Almeras", "M. d'Almeras", "Almeras", language="fr")
    assert one(find_entities([article]), "Hugues d'Almeras", "Almeras")


def test_what_the_world_knows_is_not_joined_by_sound() -> None:
    first = naming("a", "à Shanghai", ("Shanghai", "place"), language="fr")
    second = naming("b", "в Шенге", ("Шенге", "place"), language="ru")
    assert not one(find_entities([first, second]), "Shanghai", "Шенге")


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
