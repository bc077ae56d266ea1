"""The shape of a language file: one section for each layer that needs to know something of the language.

Every field is optional: a layer does less where its section is empty. Patterns are regular expressions, matched
without regard to case unless the field says otherwise. docs/languages.md explains how to write a file.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all sections: unknown keys are errors, so that a misspelt key in a language file is noticed."""


class Example(Section, frozen=True):
    """One example of a language file, which is a test of one layer.

    Args:
        layer: the layer it tests (`regions`, `names`, `times`, ...).
        text: the text to read.
        expect: what the layer must find; its form is the layer's own (docs/languages.md).
        reference: date of publication, for layers that need one.
        note: why the example is there, if it is not plain.
    """

    layer: str
    text: str
    expect: Any
    reference: str | None = None
    note: str | None = None


class Words(Section, frozen=True):
    """What word-by-word comparison needs: function words to leave out, and the Snowball stemmer to use, if any."""

    stop: tuple[str, ...] = ()
    stemmer: str | None = None


class Regions(Section, frozen=True):
    """How lines that are not body look.

    All are words and phrases, not patterns: case, accents and the kind of quote or dash do not matter, and `#` stands
    for any number. `*_starts` match at the beginning of a line, `*_lines` a whole line (or a whole part of a line that
    is divided by bars or dashes), `*_inside` anywhere in a short line.

    Args:
        sections: names of sections and labels above headlines; a line of nothing else is no body.
        boilerplate_starts: subscribe, share, cookies, advertisements, legal notices, tags, time to read.
        boilerplate_lines: the same, where the words are only safe as a whole line.
        boilerplate_inside: the same, anywhere in a short line.
        related_starts: "read also": with words after it, one link; alone on a line, the head of a list of links.
        comment_starts: head of the readers' comments.
        comment_lines: the same, where the words are only safe as a whole line.
        caption_starts: "photo:" and the like at the beginning of a line.
        photo_words: words beside a credit that make it the credit of a picture, anywhere in a line.
        correction_starts: notes that correct the article; they are body wherever they stand.
    """

    sections: tuple[str, ...] = ()
    boilerplate_starts: tuple[str, ...] = ()
    boilerplate_lines: tuple[str, ...] = ()
    boilerplate_inside: tuple[str, ...] = ()
    related_starts: tuple[str, ...] = ()
    comment_starts: tuple[str, ...] = ()
    comment_lines: tuple[str, ...] = ()
    caption_starts: tuple[str, ...] = ()
    photo_words: tuple[str, ...] = ()
    correction_starts: tuple[str, ...] = ()


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
        portfolios: words with a capital that are no name alone, but part of one ("Health", "Intérieur").
        genitives: those of the links behind which a word in small letters belongs to an organisation's name.
        organisation_heads: words that an organisation's name begins with ("Ministry", "ministère").
        weak_heads: such words that name an organisation only with a capital of their own or before one ("Bank").
        organisation_ends: words that it ends with ("Inc", "Party").
        late_heads: words in small letters that such a name ends with ("the Danish defence ministry").
        verb_endings: endings of verbs that may follow a link and then are no part of a name.
        adjective_endings: endings of words that may follow a head without a link ("Fédération nationale").
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
        place_prepositions: words before a place when a name follows at once ("in", "à").
        elisions: words that lose their vowel before a name, without the apostrophe ("l", "d").
        possessives: endings of a name that are not part of it ("'s").
        demonyms: words for a people or its language that have a capital and are no names.
        common: other words with a capital that are no names (days, "Internet").
        verbs_behind: verbs behind which no common noun without an article stands: the word before them is a name.
        nouns_capitalised: nouns have capitals, so that a capital alone says nothing; None to see it from the text.
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


class Times(Section, frozen=True):
    """Words for times that CLDR does not give.

    Args:
        rules: pattern → operation, `"il y a {n} {unit}" = "ago"`. Slots are `{day}`, `{month}`, `{anymonth}` (also
            abbreviated), `{year}`, `{weekday}`, `{anyday}`, `{season}`, `{feast}`, `{part}` (of the day), `{unit}`,
            `{n}`, `{ordinal}`, `{hour}`, `{minute}`, `{hhmm}`, `{numeric}` (a date in digits), and the names in `words`.
            The operations are listed in annotate/resolve.py.
        words: lists of words that rules name as `{last}`, `{next}` or what you like.
        units: forms of day, week, weekend, fortnight, month, quarter, semester, year, decade, hour, minute, second.
        months, weekdays: forms that CLDR lacks (other cases), by number; Monday is 0.
        parts: parts of the day. seasons: forms of spring, summer, autumn, winter. feasts: `"12-25"` or `"easter-2"` → names.
        days: words for days of the month (`premier`). day_suffixes: what stands right behind its digits.
        ordinals: words for the first to the fourth (quarter), with their number.
        ambiguous: names of months that are also other words; alone they are none, only inside a rule.
        ranges: pairs of the word before the first and the word between the two times.
        light: small words that may stand before a time or between a day and its hour.
        before: words that make a weekday behind them one to come (`by`, `avant`).
        future, near, past: verbs and participles that tell the direction; `near`: the nearer one is meant.
        future_endings, near_endings, past_endings, participles: endings of verb forms; `not_verbs` are exceptions.
    """

    rules: dict[str, str] = {}
    words: dict[str, tuple[str, ...]] = {}
    units: dict[str, tuple[str, ...]] = {}
    months: dict[str, tuple[str, ...]] = {}
    weekdays: dict[str, tuple[str, ...]] = {}
    parts: tuple[str, ...] = ()
    seasons: dict[str, tuple[str, ...]] = {}
    feasts: dict[str, tuple[str, ...]] = {}
    days: dict[str, int] = {}
    day_suffixes: tuple[str, ...] = ()
    ordinals: dict[str, int] = {}
    ambiguous: tuple[str, ...] = ()
    ranges: tuple[tuple[str, str], ...] = ()
    light: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    near_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    not_verbs: tuple[str, ...] = ()


class Quantities(Section, frozen=True):
    """Numbers in words, units, and what limits or rounds a number.

    Args:
        numbers: number words and their values, also of several words (`quatre-vingt`, `half a million`).
        joiners: words that join two number words (`et`, `and`).
        ones: number words that are also articles: they count only before a unit or a word of `counted`;
            articles: those of them that count before a unit only (`a`).
        counted: stems of what news counts even when it is one (dead, wounded); `none`: words for zero before them.
        collectives: words for about so many (`dizaine` = 10), `dozen`; `vague`: words that make a number no number.
        big_signs: signs for thousands and more behind digits, in their case (`bn`, `Md`); halves: `and a half`.
        units: more forms of units than CLDR gives, `m = ["metres"]`; currencies by their code, `EUR = ["euros"]`.
        about, at_least, at_most: words before a number; the same with `_after` behind it (`or more`).
        ranges: pairs of words around two numbers (`["between", "and"]`; `["", "to"]` where none stands before);
            an opener with an empty middle is none (`["from", ""]`: from 12 to 15 is a change).
        links: words between a number and what it counts (`de`); skip: words to step over (`other`).
        labels: words before a number that is a name and no count (`article`, `page`, `No.`).
        stops: words that are never what is counted (verbs, prepositions) besides the function words.
        age_before, age_after: words around an age, which is no quantity.
    """

    numbers: dict[str, float] = {}
    joiners: tuple[str, ...] = ()
    ones: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    collectives: dict[str, float] = {}
    vague: tuple[str, ...] = ()
    big_signs: dict[str, float] = {}
    halves: tuple[str, ...] = ()
    units: dict[str, tuple[str, ...]] = {}
    about: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    about_after: tuple[str, ...] = ()
    at_least_after: tuple[str, ...] = ()
    at_most_after: tuple[str, ...] = ()
    ranges: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    age_before: tuple[str, ...] = ()
    age_after: tuple[str, ...] = ()


class Inflection(Section, frozen=True):
    """How verbs of one class, or one verb, are inflected; forms or endings, separated by spaces.

    Args:
        lemma: ending of the verbs that belong to the class; the longest that fits wins. `-` is the bare stem.
        finite: forms that stand alone as a predicate.
        participle: forms that follow an auxiliary, or stand before the agent in the passive.
        infinitive: forms that follow another verb.
        gerund: forms that go with the subject of another verb.
    """

    lemma: str = ""
    finite: str = ""
    participle: str = ""
    infinitive: str = ""
    gerund: str = ""


class Verbs(Section, frozen=True):
    """Verbs of saying that share a stance and what they take. Word lists are separated by commas.

    Args:
        stance: what the source does with the content; `leads` for verbs that only lead to another verb of saying,
            `refuses` for those that turn it into a refusal.
        takes: `quote` (a quotation, or an insertion beside what is said), `clause` (that ...), `object` (a noun),
            `infinitive`; `self` where the predicate itself is the content (a refusal).
        only: the verb counts only where it is `negated`, or only where it is `plain`.
        sources: kinds of source that the verbs count for, if not for all.
        lemmas: verbs; words that must follow them stand behind, alternatives are parted by `|`, and a first word out
            of `reflexives` makes the verb reflexive.
    """

    stance: Literal[
        "asserts", "denies", "confirms", "declines_comment", "promises", "questions", "accuses", "leads", "refuses"
    ]
    takes: tuple[Literal["quote", "clause", "object", "infinitive", "self"], ...] = ()
    only: Literal["", "negated", "plain"] = ""
    sources: tuple[str, ...] = ()
    lemmas: str = ""


class Pronouns(Section, frozen=True):
    """Pronouns that stand for a source: gender (m, f or empty), number (s or p), kinds of source they stand for."""

    words: str
    gender: Literal["", "m", "f"] = ""
    number: Literal["s", "p"] = "s"
    kinds: tuple[str, ...] = ()


class SourceNouns(Section, frozen=True):
    """Nouns that head the phrase of a source, by kind; word lists are separated by commas.

    Args:
        person: functions and descriptions of one human being; in the plural, a body of people.
        organisation: bodies that speak.
        document: writings and records that say something.
        outlet: media.
        anonymous: words that hide who speaks (source, witness).
        generic: those of the organisations that take up any body named before (the company).
        insider: words that hide one even with a definite article (relatives, entourage).
    """

    person: str = ""
    organisation: str = ""
    document: str = ""
    outlet: str = ""
    anonymous: str = ""
    insider: str = ""
    generic: str = ""


class Determiners(Section, frozen=True):
    """Words that open a noun phrase; lists are separated by commas. `masculine`, `feminine`: those that show gender."""

    definite: str = ""
    indefinite: str = ""
    plural: str = ""
    indefinite_plural: str = ""
    possessive: str = ""
    masculine: str = ""
    feminine: str = ""


class Attribution(Section, frozen=True):
    """Who says what: cues with their stance, prepositions, anonymous sources, pronouns.

    Word lists are separated by commas; entries of several words are matched word by word. Compared in lower case
    with straight apostrophes, accents kept.

    Args:
        classes: inflection of regular verbs.
        forms: forms of single verbs that their class does not give.
        verbs: verbs of saying.
        variants: word → other forms of it that the lemmas above also stand for (contractions, elisions).
        auxiliaries: verbs before the participle of a compound tense.
        passives: verbs before the participle of the passive.
        negations: words that negate a verb.
        skips: adverbs and particles that may stand inside a verb group, or between a cue and its content.
        skip_endings: endings of adverbs.
        clitics: unstressed pronouns between subject and verb.
        reflexives: those of them that refer to the subject.
        inverted: pronouns that follow their verb after a hyphen.
        homographs: forms that are nouns as well; no cue where a determiner stands before them.
        complementisers: words that open a content clause.
        bare_clause: a content clause may follow without a complementiser.
        bare_infinitive: the infinitive looks like the finite verb of the plural.
        heads_last: the noun that heads a phrase stands last before its complements (`police source`).
        infinitive_openers: words and endings (`-er`) that open an infinitive.
        gerund_openers: words before a gerund or infinitive whose subject is that of the sentence.
        object_clitics: clitics that stand for what was said in the sentence before (`l'a annoncé`).
        likeness: words before an inserted `as X said`.
        reported: verbs whose participle with an agent reports (`confirmé par`).
        negative_subjects: words that negate what follows from the start of the sentence (`neither ... nor`).
        post_negations: negations that follow their verb.
        citing: prepositions by which a medium names its own source.
        plural_endings: endings of nouns in the plural, each written `-s`.
        prepositions: words for `according to`.
        opinion_prepositions: weaker ones, only at the start of a sentence and before someone who can speak.
        agent: words for `by`.
        possessors: words for `of`: what follows is not the head of the phrase.
        addressees: words for `to`: what follows is spoken to.
        tellers: forms of verbs that take whom they are told to without a word for `to`.
        relatives: relative pronouns that can be subject of a cue.
        relative_objects: relative pronouns after a preposition of attribution.
        interviews: participles of being asked or reached; what follows `agent` is a medium in between.
        linkers: words that join two predicates or clauses.
        breaks: words that open a new clause and so end a content.
        nonsubjects: words that open an adverbial, never a subject.
        pronouns: pronouns that stand for a source.
        own: words for the newsroom itself.
        own_phrases: phrases by which a newsroom cites itself.
        anonymity: words that say that a source is not named.
        same: words for `the same`.
        nouns: heads of source phrases.
        determiners: openings of noun phrases.
        female_titles: forms of address and first words that show a woman.
        male_titles: the same for a man.
        male_names: given names of men, in any language (und.toml).
        female_names: given names of women.
        female_endings: endings of other given names that are most often women's, each written `-a`.
        content_stances: stance → phrases; a quotation or clause of an asserting verb that has one takes this stance.
    """

    classes: tuple[Inflection, ...] = ()
    forms: dict[str, Inflection] = {}
    verbs: tuple[Verbs, ...] = ()
    variants: dict[str, str] = {}
    auxiliaries: str = ""
    passives: str = ""
    negations: str = ""
    skips: str = ""
    skip_endings: str = ""
    clitics: str = ""
    reflexives: str = ""
    inverted: str = ""
    homographs: str = ""
    complementisers: str = ""
    bare_clause: bool = False
    bare_infinitive: bool = False
    heads_last: bool = False
    infinitive_openers: str = ""
    gerund_openers: str = ""
    object_clitics: str = ""
    likeness: str = ""
    reported: str = ""
    negative_subjects: str = ""
    post_negations: str = ""
    citing: str = ""
    plural_endings: str = ""
    prepositions: str = ""
    opinion_prepositions: str = ""
    agent: str = ""
    possessors: str = ""
    addressees: str = ""
    tellers: str = ""
    relatives: str = ""
    relative_objects: str = ""
    interviews: str = ""
    linkers: str = ""
    breaks: str = ""
    nonsubjects: str = ""
    pronouns: tuple[Pronouns, ...] = ()
    own: str = ""
    own_phrases: str = ""
    anonymity: str = ""
    same: str = ""
    nouns: SourceNouns = SourceNouns()
    determiners: Determiners = Determiners()
    female_titles: str = ""
    male_titles: str = ""
    male_names: str = ""
    female_names: str = ""
    female_endings: str = ""
    content_stances: dict[str, str] = {}


class Certainty(Section, frozen=True):
    """What makes a statement less than asserted.

    Word lists are separated by commas; entries of several words are matched word by word, in lower case with straight
    apostrophes.

    Args:
        hedges: words and phrases that hedge wherever they stand (reportedly, allegedly, it seems).
        hedge_forms: verb forms that hedge where nothing below speaks against it (a reportive mood).
        hedge_endings: endings of such forms, each written `-ait`; longer than `hedge_stem` letters in all.
        hedge_stem: letters that a word of `hedge_endings` needs before its ending.
        not_forms: words that end like such a form and are none.
        weak_forms: modal forms that hedge only as main verb of a clause without a cue before it (might, could).
        wishes: forms of wishing and politeness, and phrases, that are no hedge.
        conditions: words that open a condition; a form in their sentence is then no hedge.
        subordinators: complementisers; a form behind a past cue and one of these is future in the past, no hedge.
        subjects: first-person subjects, whose conditional is no report.
        questions: words with which a question without its mark opens.
    """

    hedges: str = ""
    hedge_forms: str = ""
    hedge_endings: str = ""
    hedge_stem: int = 2
    not_forms: str = ""
    weak_forms: str = ""
    wishes: str = ""
    conditions: str = ""
    subordinators: str = ""
    subjects: str = ""
    questions: str = ""


class Identity(Section, frozen=True):
    """How bylines, datelines, agency credits and publication dates are written. Words and phrases, as in `Regions`.

    Args:
        byline_starts: "by": what follows is the author, if it begins with a capital or is one of `byline_roles`.
        byline_lines: bylines that name nobody ("the editors").
        byline_roles: words that make a short line a byline ("special correspondent").
        name_particles: small words within names and between two authors ("de", "and").
        credit_words: words that tie an agency to a text ("with", "source").
        credit_starts: lines that say who wrote or edited ("reporting by"); not shown as body.
        credit_inside: the same, anywhere in a short line ("contributed to this report").
        agencies_unnamed: "agencies", where none is named.
        published_words: words that stand in the line of the publication date.
        updated_words: words after which a date is that of a change, not of publication.
        outlet_words: words found in the names of outlets ("gazette"), as a hint that a line is a masthead.
        outlet_articles: articles that such a name may begin with.
        company_forms: what follows the outlet's name in a copyright line ("Ltd"), as printed.
    """

    byline_starts: tuple[str, ...] = ()
    byline_lines: tuple[str, ...] = ()
    byline_roles: tuple[str, ...] = ()
    name_particles: tuple[str, ...] = ()
    credit_words: tuple[str, ...] = ()
    credit_starts: tuple[str, ...] = ()
    credit_inside: tuple[str, ...] = ()
    agencies_unnamed: tuple[str, ...] = ()
    published_words: tuple[str, ...] = ()
    updated_words: tuple[str, ...] = ()
    outlet_words: tuple[str, ...] = ()
    outlet_articles: tuple[str, ...] = ()
    company_forms: tuple[str, ...] = ()


class Comparison(Section, frozen=True):
    """What makes two names one, and two statements differ. Words are compared folded; a `-` at the end means any ending.

    Args:
        determiners: words before a name that are no part of it; those that end in an apostrophe are written together.
        titles: forms of address before a person's name.
        possessives: endings that a name takes without becoming another.
        name_ending: how many letters at the end of a name may change with its case; 0 where names do not inflect.
        negations: words that turn a statement into its contrary.
        not_negations: phrases with such a word that do not.
        opposites: pairs of word lists, parted by `|`, that say contrary things of one subject (rise | fall).
        scopes: lists of words that narrow what is counted; a number with one of a list is not the number without.
        generic: words of reporting that any two statements may share.
        earlier: words that say that a figure is an older one ("previous toll").
        parts: words after which a part of the number before them is counted ("of whom").
        functions: `field.function: words`, functions of public and business life and the words for them, parted by
            commas; fields and functions have the same names in all languages. Two functions of one field exclude each
            other, unless an article gives a person both.
    """

    determiners: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    name_ending: int = 0
    negations: tuple[str, ...] = ()
    not_negations: tuple[str, ...] = ()
    opposites: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()


class Language(Section, frozen=True, eq=False):
    """All that Recoupe knows of one language. Compared by identity: `load` makes each language once a process."""

    code: str
    name: str
    words: Words = Words()
    regions: Regions = Regions()
    identity: Identity = Identity()
    sentences: Sentences = Sentences()
    names: Names = Names()
    times: Times = Times()
    quantities: Quantities = Quantities()
    attribution: Attribution = Attribution()
    certainty: Certainty = Certainty()
    comparison: Comparison = Comparison()
    examples: tuple[Example, ...] = ()
