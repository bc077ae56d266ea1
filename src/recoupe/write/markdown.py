"""Report → Markdown: the whole report as text, with a footnote for every fact that says where the words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recoupe.model import Article, Claim, Derivation, Evidence, Place, Report, Story
from recoupe.write.debts import debt_figures, debt_sentence
from recoupe.write.evidence import reason
from recoupe.write.findings import (
    Carried,
    Parting,
    apparent_conflicts,
    carried,
    main_claim,
    ranked_claims,
    ranked_derivations,
    real_conflicts,
    side_name,
    stands_taken,
)
from recoupe.write.lookup import Lookup, by_size, label, look_up, stands
from recoupe.write.remarks import remarks
from recoupe.write.texts import Texts, labelled, phrase
from recoupe.write.wording import (
    brief_sentence,
    day,
    language_name,
    moment,
    one_line,
    origins_counted,
    origins_named,
    verdict,
)

# Words quoted in a footnote before it is cut short: about two lines of print.
QUOTED = 240
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~!$^])")
_LEADING = re.compile(r"^(\d+)([.)])(?=\s|\Z)|^([-+=:])")
_NOTE = re.compile(r"\[\^a(\d+)-(\d+)-(\d+)\]")


def to_markdown(report: Report, catalogue: Texts) -> str:
    """The whole report as Markdown. Texts of articles are data: nothing in them is read as markup."""
    lookup = look_up(report, catalogue)
    body = "\n".join(
        [
            *_head(report, catalogue),
            *(line for story in by_size(report) for line in _story(story, lookup, catalogue)),
            *_articles(report, lookup, catalogue),
        ]
    )
    return "\n".join([body, "", *_footnotes(body, lookup), "", _colophon(report, catalogue), ""])


def escaped(text: str) -> str:
    """Text of an article as plain words of Markdown: one line, and nothing in it is markup."""
    plain = _SPECIAL.sub(r"\\\1", one_line(text)).replace("&", "&amp;").replace("://", ":\\//")
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", plain)


def _head(report: Report, catalogue: Texts) -> Iterator[str]:
    articles = phrase(catalogue, "report.articles", n=len(report.articles))
    stories = phrase(catalogue, "report.stories", n=len(report.stories))
    yield f"# {phrase(catalogue, 'report.tell', articles=articles, stories=stories)}"
    yield f"\n{phrase(catalogue, 'report.what')}"
    if report.rejected:
        yield f"\n{phrase(catalogue, 'report.rejected', n=len(report.rejected))}\n"
    for one in report.rejected:
        yield f"- {escaped(one.source)}: {phrase(catalogue, f'reason.{one.reason}')} ({escaped(one.detail)})"


def _story(story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    yield f"\n## {escaped(story.title)}"
    claim = main_claim(story)
    if claim:
        yield f"\n**{escaped(verdict(claim, len(story.articles), catalogue))}**"
    brief = (f"{escaped(brief_sentence(one, catalogue))} {_notes(one.cites, lookup)}" for one in story.brief)
    yield from _section(catalogue, "story.brief", brief)
    claims = (line for one in ranked_claims(story) for line in _claim(one, lookup, catalogue))
    yield from _section(catalogue, "story.claims", claims)
    rests = (line for one in ranked_derivations(story) for line in _derivation(one, lookup, catalogue))
    yield from _section(catalogue, "story.rests", rests)
    conflicts = (line for one in real_conflicts(story) for line in _conflict(one, lookup, catalogue))
    yield from _section(catalogue, "story.conflicts", conflicts)
    explained = apparent_conflicts(story)
    if explained:
        yield f"\n{phrase(catalogue, 'story.apparent', n=len(explained))}\n"
    yield from (
        f"- {line}" if line[0] != " " else line for one in explained for line in _conflict(one, lookup, catalogue)
    )
    yield from _section(catalogue, "story.timeline", _timeline(story, lookup, catalogue))
    yield from _section(catalogue, "story.denials", _denials(story, lookup, catalogue))
    yield from _section(catalogue, "story.people", _people(story, lookup, catalogue))


def _section(catalogue: Texts, key: str, items: Iterable[str]) -> Iterator[str]:
    """A heading and a list, if there is anything to list; lines that are indented belong to the item above."""
    lines = [line if line.startswith(" ") else f"- {line}" for line in items]
    if lines:
        yield f"\n### {phrase(catalogue, key)}\n"
        yield from lines


def _claim(claim: Claim, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    yield f"**{escaped(claim.text)}**"
    names = escaped(origins_named(claim, catalogue)) or phrase(catalogue, "story.no_origin")
    count = origins_counted(claim.independent, catalogue)
    yield f"  - {phrase(catalogue, f'status.{claim.status}')} · {labelled(catalogue, count, names)}"
    yield from (f"  - {escaped(remark)}" for remark in remarks(claim, lookup, catalogue))
    how = carried(claim, lookup)
    for article in claim.articles:
        yield f"  - {escaped(label(lookup, article))}{_carrying(how.get(article), lookup, catalogue)}"
    for origin in claim.origins:
        for evidence in origin.evidence:
            yield f"  - {escaped(origin.name)}: {_evidence(evidence, lookup, catalogue)}"


def _carrying(found: Carried | None, lookup: Lookup, catalogue: Texts) -> str:
    if found is None:
        return ""
    return f" ({phrase(catalogue, f'certainty.{found.how}')}) {_notes([found.place], lookup)}"


def _derivation(one: Derivation, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    yield f"{escaped(debt_sentence(one, lookup, catalogue))} ({debt_figures(one, catalogue)})"
    yield from (f"  - {_evidence(evidence, lookup, catalogue)}" for evidence in one.evidence)


def _evidence(evidence: Evidence, lookup: Lookup, catalogue: Texts) -> str:
    return f"{escaped(reason(evidence, lookup, catalogue))} {_notes(evidence.spans, lookup)}".rstrip()


def _conflict(one: Parting, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    heading = phrase(catalogue, f"conflict.{one.kind}")
    if one.explained:
        heading += f" ({phrase(catalogue, f'explained.{one.explained}')})"
    yield f"**{heading}** {escaped(' · '.join(one.notes))}"
    for value, places in one.sides:
        name = escaped(side_name(one, value, catalogue))
        for place in places:
            yield f"  - {name} · {escaped(label(lookup, place.article))} {_notes([place], lookup)}"


def _timeline(story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    for entry in story.timeline:
        place = Place(entry.article, entry.start, entry.end)
        yield f"**{escaped(moment(entry.value, catalogue))}** {escaped(entry.text)} {_notes([place], lookup)}"


def _denials(story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    for stance in ("denies", "declines_comment"):
        for stand in stands_taken(story, lookup, stance):
            yield f"{escaped(stand.name)}: {phrase(catalogue, f'stance.{stance}')} {_notes(stand.places, lookup)}"


def _people(story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    for entity in story.entities:
        others = [escaped(form) for form in entity.variants if form != entity.name]
        roles = [f"{escaped(role.text)} ({escaped(label(lookup, role.article))})" for role in entity.roles]
        yield f"**{escaped(entity.name)}** {' · '.join([', '.join(others), ', '.join(roles)]).strip(' ·')}".rstrip()


def _articles(report: Report, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    ordered = sorted(report.articles, key=lambda article: lookup.numbers[article.id])
    yield from _section(catalogue, "story.articles", (_article(article, lookup, catalogue) for article in ordered))


def _article(article: Article, lookup: Lookup, catalogue: Texts) -> str:
    facts = [day(article.published, catalogue), language_name(article.language, catalogue.language), *article.agencies]
    name = f"**a{lookup.numbers[article.id]} {escaped(lookup.labels[article.id])}**"
    return f"{name} {escaped(article.headline or '')} ({escaped(', '.join(facts))}; {escaped(article.source)})"


def _notes(places: Iterable[Place], lookup: Lookup) -> str:
    """Marks of the footnotes; a label says article, start and end, so that it can be read without the note as well."""
    sound = [place for place in dict.fromkeys(places) if stands(lookup, place)]
    return "".join(f"[^a{lookup.numbers[place.article]}-{place.start}-{place.end}]" for place in sound)


def _footnotes(body: str, lookup: Lookup) -> Iterator[str]:
    """A note for every mark in the body. The words of articles cannot make one: their brackets are escaped."""
    by_number = {number: article for article, number in lookup.numbers.items()}
    for number, start, end in dict.fromkeys(_NOTE.findall(body)):
        article = lookup.articles[by_number[int(number)]]
        words = article.text[int(start) : int(end)]
        quoted = escaped(words if len(words) <= QUOTED else f"{words[:QUOTED]}…")
        yield f"[^a{number}-{start}-{end}]: {escaped(lookup.labels[article.id])}, {start}–{end}: “{quoted}”"


def _colophon(report: Report, catalogue: Texts) -> str:
    return phrase(catalogue, "report.colophon", version=report.recoupe, data=report.language_data)
