"""What a language file says of the lines of a page: what is body, who wrote it, and when it was published."""

from __future__ import annotations

import msgspec

from recoupe.lang.schema.base import Section


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
        published_cues: words after which a date is that of publication, in a line that has another, too.
        zones: names of time zones behind a time of day, with their IANA name or offset.
        outlet_words: words found in the names of outlets ("gazette"), as a hint that a line is a masthead.
        outlet_articles: articles that such a name may begin with.
        company_forms: what follows the outlet's name in a copyright line ("Ltd"), as printed.
        rights_words: "all rights reserved", beside which the owner of a page is named.
        byline_for: the word between author and outlet in a byline ("for").
        publisher_starts: words before the outlet in the lines above an article, where pages have the custom.
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
    published_cues: tuple[str, ...] = ()
    zones: dict[str, str] = msgspec.field(default_factory=dict)
    outlet_words: tuple[str, ...] = ()
    outlet_articles: tuple[str, ...] = ()
    company_forms: tuple[str, ...] = ()
    rights_words: tuple[str, ...] = ()
    byline_for: tuple[str, ...] = ()
    publisher_starts: tuple[str, ...] = ()
