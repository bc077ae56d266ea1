"""What a language file says of words, sentences and names."""

from __future__ import annotations

import msgspec

from recoupe.lang.schema.base import Section


class Words(Section, frozen=True):
    """What word-by-word comparison needs, and what tells the language from others.

    Args:
        stop: function words to leave out of comparison; their share tells the language too.
        stemmer: the Snowball stemmer to use, if there is one.
        letters: the small letters of the alphabet, where those alone tell the language within its script.
        own_letters: those of them that the languages whose letters are all among them do without.
        neighbours: only in und.toml: code of a language without a file → its function words, so that a text in it is
            not taken for its neighbour's.
    """

    stop: tuple[str, ...] = ()
    stemmer: str | None = None
    letters: str = ""
    own_letters: str = ""
    neighbours: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Sentences(Section, frozen=True):
    """Where sentences end. Abbreviations are written without their last dot and compared without regard to case.

    Args:
        abbreviations: those that never end a sentence ("Dr", "No").
        final_abbreviations: those that may, if a function word with a capital follows ("Inc", "etc").
        ordinal_dots: a dot behind a number of one or two digits makes it an ordinal ("12. November").
    """

    abbreviations: tuple[str, ...] = ()
    final_abbreviations: tuple[str, ...] = ()
    ordinal_dots: bool = False


class Names(Section, frozen=True):
    """What surrounds names, and what tells their kind. Words are compared folded: without case and accents.

    Args:
        titles: words directly before a person's name ("Mme", "Dr"), with or without their dot.
        roles: functions of persons ("minister"); with what belongs to them they stand before or behind a name.
        links: words that tie the parts of a name or of a role together ("of", "of the", "de", "la").
        inner_links: those of the links that stand inside names of organisations ("of the").
        conjunctions: words that join two parts of such a name ("Trade and Industry").
        portfolios: words with a capital that are no name alone, but part of one ("Health").
        genitives: those of the links behind which a word in small letters belongs to an organisation's name.
        organisation_heads: words that an organisation's name begins with ("Ministry").
        weak_heads: such words that name an organisation only with a capital of their own or before one ("Bank").
        organisation_ends: words that it ends with ("Inc", "Party").
        late_heads: words in small letters that such a name ends with ("the Danish defence ministry").
        verb_endings: endings of verbs that may follow a link and then are no part of a name.
        adjective_endings: endings of words that may follow a head without a link ("Agence nationale").
        outlet_heads: words before the name of an outlet ("the daily ...").
        outlet_holders: words before "of" and an outlet ("readers of ...").
        contractions: prepositions that hold an article, which an outlet's name then lacks.
        outlet_ends: words that an outlet's name ends with ("Times").
        place_heads: words before the name of a place ("ville de ...").
        place_ends: words that a place's name ends with ("Street").
        place_roles: functions that are named with a place ("mayor of ...").
        place_articles: articles behind which an unknown name is a place rather than anything else ("la", not "the").
        place_beginnings: beginnings of names of places ("Haute-", "San ").
        place_parts: letters inside a word that make it a place ("-sur-").
        place_endings: endings of words that are places more often than anything else ("-ville", "-stan").
        place_prepositions: words before a place when a name follows at once ("in").
        elisions: words that lose their vowel before a name, without the apostrophe ("l", "d").
        possessives: endings of a name that are not part of it ("'s").
        demonyms: words for a people or its language that have a capital and are no names.
        common: other words with a capital that are no names (days, "Internet").
        verbs_behind: verbs behind which no common noun without an article stands: the word before them is a name.
        nouns_capitalised: nouns have capitals, so that a capital alone says nothing; None to see it from the text.
        foreign_letters: in a script without capitals, the letters in which foreign names are written.
        surnames: in such a script, surnames that stand before the given name.
        boundaries: in such a script, letters of small words that no name has inside.
        body_ends: in such a script, patterns for the last word of a body's name that begins with a place.
        firm_ends: patterns for the last word of a body's name, whatever it begins with.
        not_outlets: ends of what stands in the marks of titles and is no outlet (laws, books).
        prefixes: in such a script, words that are written together with the next ("and", "the").
        definite: the article, where it is one of them.
        given_endings: `ending: endings of its other cases`, for given names.
    """

    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    inner_links: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    portfolios: tuple[str, ...] = ()
    genitives: tuple[str, ...] = ()
    organisation_heads: tuple[str, ...] = ()
    weak_heads: tuple[str, ...] = ()
    organisation_ends: tuple[str, ...] = ()
    late_heads: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    outlet_heads: tuple[str, ...] = ()
    outlet_holders: tuple[str, ...] = ()
    contractions: tuple[str, ...] = ()
    outlet_ends: tuple[str, ...] = ()
    place_heads: tuple[str, ...] = ()
    place_ends: tuple[str, ...] = ()
    place_roles: tuple[str, ...] = ()
    place_articles: tuple[str, ...] = ()
    place_beginnings: tuple[str, ...] = ()
    place_parts: tuple[str, ...] = ()
    place_endings: tuple[str, ...] = ()
    place_prepositions: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    verbs_behind: tuple[str, ...] = ()
    nouns_capitalised: bool | None = None
    foreign_letters: str = ""
    surnames: tuple[str, ...] = ()
    boundaries: str = ""
    body_ends: tuple[str, ...] = ()
    firm_ends: tuple[str, ...] = ()
    not_outlets: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    definite: str = ""
    given_endings: tuple[str, ...] = ()
