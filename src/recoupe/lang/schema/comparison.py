"""What a language file says of names and statements that are compared."""

from __future__ import annotations

from recoupe.lang.schema.base import Section


class Comparison(Section, frozen=True):
    """What makes two names one, and two statements differ. Words are compared folded; a `-` at the end is any ending.

    Args:
        determiners: words before a name that are no part of it; those that end in an apostrophe are written together.
        titles: forms of address before a person's name.
        possessives: endings that a name takes without becoming another.
        name_ending: how many letters at the end of a name may change with its case; 0 where names do not inflect.
        negations: words that turn a statement into its contrary; however many stand in it, they negate it once.
        refusals: verbs that turn what follows into its contrary; with a negation they turn it back ("never refused").
        not_negations: phrases with such a word that do not.
        opposites: pairs of word lists, parted by `|`, that say contrary things of one subject (rise | fall).
        scopes: lists of words that narrow what is counted; a number with one of a list is not the number without.
        generic: words of reporting that any two statements may share.
        agents: words before the one who acts, in the passive voice ("by").
        earlier: words that say that a figure is an older one ("previous toll").
        adversatives: words that set a sentence against the one before ("but", "however").
        rebuttals: phrases that say that somebody contradicts what stands before ("hit back", "a different account").
        rejections: words right before a number that is rejected for another ("four, not three").
        parts: words after which a part of the number before them is counted ("of whom").
        functions: `field.function: words`, functions of public and business life and the words for them, parted by
            commas; fields and functions have the same names in all languages. Two functions of one field exclude each
            other, unless an article gives a person both.
        loaded: words that judge what they name, where a plain one would do ("regime", "slam"); at least five letters
            before a `-`.
    """

    determiners: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    name_ending: int = 0
    negations: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    not_negations: tuple[str, ...] = ()
    opposites: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    adversatives: tuple[str, ...] = ()
    rebuttals: tuple[str, ...] = ()
    rejections: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
