"""What a language file says of who says what, and how surely."""

from __future__ import annotations

from typing import Literal

import msgspec

from recoupe.lang.schema.base import Section


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
        lemmas: verbs; words that must follow them stand behind, alternatives are parted by `|`, a hyphen makes one a
            prefix of the word that follows, and a first word out of `reflexives` makes the verb reflexive.
    """

    stance: Literal[
        "asserts", "denies", "confirms", "declines_comment", "promises", "questions", "accuses", "leads", "refuses"
    ]
    takes: tuple[Literal["quote", "clause", "object", "infinitive", "self"], ...] = ()
    only: Literal["", "negated", "plain"] = ""
    sources: tuple[str, ...] = ()
    lemmas: str = ""


class Pronouns(Section, frozen=True):
    """Pronouns that stand for a source: gender (m, f or empty), number (s or p), kinds of source they stand for.

    `possessive` are those that stand for one inside a preposition (`in her words`), and only there.
    """

    words: str = ""
    possessive: str = ""
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
        offices: those of the persons that only their holder is called by (the prefect); others vary a name (the man).
        reporters: those of the persons who stand for the outlet named with them (a correspondent of the agency).
        collectives: those of the outlets that never stand for one medium (the press).
    """

    person: str = ""
    organisation: str = ""
    document: str = ""
    outlet: str = ""
    anonymous: str = ""
    insider: str = ""
    generic: str = ""
    offices: str = ""
    reporters: str = ""
    collectives: str = ""


class Determiners(Section, frozen=True):
    """Words that open a noun phrase; lists are separated by commas.

    `masculine`, `feminine`: those that show gender; `prefixes`: definite articles written together with the noun.
    """

    definite: str = ""
    indefinite: str = ""
    plural: str = ""
    indefinite_plural: str = ""
    possessive: str = ""
    masculine: str = ""
    feminine: str = ""
    prefixes: str = ""


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
        middle: those of them with which a verb that is not listed with one says nothing (`is called`, `amounts to`).
        inverted: pronouns that follow their verb after a hyphen.
        homographs: forms that are nouns as well; no cue where a determiner stands before them.
        complementisers: words that open a content clause.
        bare_clause: a content clause may follow without a complementiser.
        clause_openers: prepositions and the like that can open such a clause (`there were`).
        clause_commas: it does so behind a comma (German, Chinese).
        subject: where the subject of a cue stands: `before` it, `behind` it (verb first), or `either`.
        null_subjects: the subject may be missing; the speaker before goes on.
        particles: those that part from their verb and close its clause (German `an`).
        brackets: auxiliaries that part from their participle, with its object between (German `hat ... abgelehnt`).
        compounds: nouns for sources are also known at the end of a longer word: of `capital` words only, or of `any`.
        reported_forms: verb forms that only reported speech has; a sentence with one goes on with the speaker before.
        name_cases: names are declined; a form of a name is traced to the full name.
        articles: nouns have articles, so that a bare one for a person names nobody in particular.
        bare_infinitive: the infinitive looks like the finite verb of the plural.
        heads_last: the noun that heads a phrase stands last before its complements (`police source`).
        infinitive_openers: words and endings (`-er`) that open an infinitive.
        gerund_openers: words before a gerund or infinitive whose subject is that of the sentence.
        object_clitics: clitics that stand for what was said in the sentence before (`so`, `it`).
        back_phrases: phrases beside a cue that do the same (`this`, `so much`).
        likeness: words before an inserted `as X said`.
        reported: verbs whose participle with an agent reports (`confirmed by`).
        negative_subjects: words that negate what follows from the start of the sentence (`neither ... nor`).
        post_negations: negations that follow their verb.
        citing: prepositions by which a medium names its own source.
        plural_endings: endings of nouns in the plural, each written `-s`.
        prepositions: words for `according to`.
        preposition_ends: words that close such a phrase behind the source (Chinese: "according to X report").
        postpositions: the same, behind the source (German `zufolge`).
        channels: words for what one speaks through, with the name of a medium behind them (`on the air of`).
        witnessing: verbs by which `one` is the newsroom itself (`one saw`).
        learners: verbs of learning; with one of `informants` behind them, whom it was learned from is the source.
        informants: words for `from` with those verbs.
        quoters: verbs of quoting; with one of `as_saying` behind whom they quote, that is the source.
        as_saying: words for `as saying` with those verbs.
        namers: words between a description and the name that somebody calls himself (`going by`).
        possessive_prepositions: the same, with a possessive pronoun for the source at the `*` (`by * account`).
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
        content_stances: stance → phrases; a quotation or clause of an asserting verb takes the stance of the phrase
            that stands first in it, `asserts` where one only looks like another stance (`I have never seen`); of two
            at one place, that of the stance listed first. A `*` stands for any letters (`nous *rons`).
        futures: words, and endings written `-era`, of verbs in the future: what a person or body says they will do is
            a promise.
        unbound: words that make no promise of it (a condition, a verb of state).
        emphatic: verbs with which one insists; what they say with a negation is a denial.
        denials: words that negate what an emphatic verb says.
        denial_openings: words with which a denial begins, whatever the verb of saying (`no`, `there were no`).
    """

    classes: tuple[Inflection, ...] = ()
    forms: dict[str, Inflection] = msgspec.field(default_factory=dict)
    verbs: tuple[Verbs, ...] = ()
    variants: dict[str, str] = msgspec.field(default_factory=dict)
    auxiliaries: str = ""
    passives: str = ""
    negations: str = ""
    skips: str = ""
    skip_endings: str = ""
    clitics: str = ""
    reflexives: str = ""
    middle: str = ""
    inverted: str = ""
    homographs: str = ""
    complementisers: str = ""
    bare_clause: bool = False
    clause_openers: str = ""
    clause_commas: bool = False
    subject: Literal["before", "either", "behind"] = "before"
    null_subjects: bool = False
    particles: str = ""
    brackets: str = ""
    compounds: Literal["", "capital", "any"] = ""
    reported_forms: str = ""
    name_cases: bool = False
    articles: bool = True
    bare_infinitive: bool = False
    heads_last: bool = False
    infinitive_openers: str = ""
    gerund_openers: str = ""
    object_clitics: str = ""
    back_phrases: str = ""
    likeness: str = ""
    reported: str = ""
    negative_subjects: str = ""
    post_negations: str = ""
    citing: str = ""
    plural_endings: str = ""
    prepositions: str = ""
    preposition_ends: str = ""
    postpositions: str = ""
    channels: str = ""
    witnessing: str = ""
    learners: str = ""
    informants: str = ""
    quoters: str = ""
    as_saying: str = ""
    namers: str = ""
    possessive_prepositions: str = ""
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
    content_stances: dict[str, str] = msgspec.field(default_factory=dict)
    futures: str = ""
    unbound: str = ""
    emphatic: str = ""
    denials: str = ""
    denial_openings: str = ""


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
        past_forms: forms that hedge with a participle behind them in reported speech too ("a dit qu'il aurait fui").
        wishes: forms of wishing and politeness, and phrases, that are no hedge.
        conditions: words that open a condition; a form in their sentence is then no hedge.
        subordinators: complementisers; a form behind a past cue and one of these is future in the past, no hedge.
    """

    hedges: str = ""
    hedge_forms: str = ""
    hedge_endings: str = ""
    hedge_stem: int = 2
    not_forms: str = ""
    weak_forms: str = ""
    past_forms: str = ""
    wishes: str = ""
    conditions: str = ""
    subordinators: str = ""
