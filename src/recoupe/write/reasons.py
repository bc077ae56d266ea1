"""Report and an id → why a finding stands: its reasons in order of weight, each down to the words of the articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.errors import UsageError
from recoupe.model import Article, Claim, Conflict, Derivation, Entity, Evidence, Place, Report, Story
from recoupe.text.normal import fold
from recoupe.write.debts import debt_figures, debt_sentence
from recoupe.write.evidence import reason
from recoupe.write.findings import carried
from recoupe.write.lookup import Lookup, label, look_up, stands, words_at
from recoupe.write.remarks import remarks
from recoupe.write.texts import Texts, enumeration, labelled, phrase
from recoupe.write.wording import one_line, origins_counted, share

# Findings listed where what was asked for could mean several.
_CHOICES = 10
# Letters of the words at a place that are shown.
_WORDS = 300
Finding = Claim | Conflict | Entity | Article | Story


@dataclass(frozen=True, slots=True)
class _Asked:
    """A finding, and the story it belongs to."""

    finding: Finding
    story: Story


def why(report: Report, asked: str, catalogue: Texts) -> list[str]:
    """The lines that say why a finding stands.

    Args:
        report: where it stands.
        asked: the id of a claim, conflict, entity, article or story, or how it begins; else words of a claim, or a
            name.
        catalogue: the words to say it in.

    Raises:
        UsageError: if nothing in the report is meant, or more than one finding is; the message lists them.
    """
    lookup = look_up(report, catalogue)
    found = _meant(report, asked)
    if not found:
        raise UsageError(f"nothing in the report has the id or the words {asked!r}; `--json` shows all ids")
    if len(found) > 1:
        listed = "\n".join(f"  {one.finding.id}  {_title(one.finding, lookup)}" for one in found[:_CHOICES])
        raise UsageError(f"{asked!r} could mean {len(found)} findings; give the id of one:\n{listed}")
    return list(_told(found[0], lookup, catalogue))


def _meant(report: Report, asked: str) -> list[_Asked]:
    """The findings with the id; else those whose id begins so; else those with the words, the shortest text first."""
    every = [_Asked(finding, story) for story in report.stories for finding in _findings(story, report)]
    words = fold(one_line(asked))
    for matches in (
        [one for one in every if one.finding.id == asked],
        [one for one in every if one.finding.id.startswith(asked)],
        [one for one in every if words and any(fold(name) == words for name in _names(one.finding))],
        [one for one in every if words and any(words in fold(name) for name in _names(one.finding))],
    ):
        if matches:
            return matches
    return []


def _findings(story: Story, report: Report) -> Iterator[Finding]:
    yield story
    yield from (article for article in report.articles if article.id in story.articles)
    yield from story.claims
    yield from story.conflicts
    yield from story.entities


def _names(finding: Finding) -> Sequence[str]:
    """The words by which a finding can be asked for."""
    if isinstance(finding, Claim):
        return (finding.text,)
    if isinstance(finding, Entity):
        return (finding.name, *finding.variants)
    return ()


def _title(finding: Finding, lookup: Lookup) -> str:
    if isinstance(finding, Claim):
        return one_line(finding.text)
    if isinstance(finding, Conflict):
        return one_line(finding.note)
    if isinstance(finding, Story):
        return one_line(finding.title)
    return label(lookup, finding.id)


def _told(asked: _Asked, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    finding = asked.finding
    yield _title(finding, lookup)
    if isinstance(finding, Claim):
        yield from _claim(finding, lookup, catalogue)
    elif isinstance(finding, Conflict):
        yield from _conflict(finding, lookup, catalogue)
    elif isinstance(finding, Entity):
        yield from _entity(finding, lookup, catalogue)
    elif isinstance(finding, Article):
        yield from _article(finding, asked.story, lookup, catalogue)
    else:
        yield f"  {labelled(catalogue, phrase(catalogue, 'story.why_story'), ', '.join(finding.why))}"


def _claim(claim: Claim, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    count = origins_counted(claim.independent, catalogue)
    yield f"  {phrase(catalogue, f'status.{claim.status}')}, {count}"
    yield from (f"  {remark}" for remark in remarks(claim, lookup, catalogue))
    for origin in claim.origins:
        kind = phrase(catalogue, f"origin.{origin.kind}")
        yield f"  {origin.name} ({kind}): {enumeration(catalogue, [label(lookup, id_) for id_ in origin.articles])}"
        yield from _because(origin.evidence, lookup, catalogue)
    yield f"  {phrase(catalogue, 'story.articles')}"
    for article, how in carried(claim, lookup).items():
        told = f"{label(lookup, article)} ({phrase(catalogue, f'certainty.{how.how}')})"
        yield f"    {told} {_at(how.place, lookup)}"


def _conflict(conflict: Conflict, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    explained = phrase(catalogue, f"explained.{conflict.explained}") if conflict.explained else ""
    yield f"  {phrase(catalogue, f'conflict.{conflict.kind}')}{f' ({explained})' if explained else ''}"
    for side in conflict.sides:
        place = Place(side.article, side.start, side.end)
        yield f"    {side.value}: {label(lookup, side.article)} {_at(place, lookup)}"


def _entity(entity: Entity, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    others = [form for form in entity.variants if form != entity.name]
    if others:
        yield f"  {labelled(catalogue, phrase(catalogue, 'entity.variants'), ', '.join(others))}"
    for role in entity.roles:
        roles = f"{one_line(role.text)} ({label(lookup, role.article)})"
        yield f"  {labelled(catalogue, phrase(catalogue, 'entity.roles'), roles)}"
    yield from _because(entity.evidence, lookup, catalogue)


def _article(article: Article, story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    """Where the text of an article comes from, and which texts come from it."""
    yield f"  {article.source}"
    for one in story.derivations:
        if article.id in (one.derived, one.used):
            yield from _derivation(one, lookup, catalogue)


def _derivation(one: Derivation, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    yield f"  {debt_sentence(one, lookup, catalogue)} ({debt_figures(one, catalogue)})"
    yield from _because(one.evidence, lookup, catalogue)


def _because(evidence: Sequence[Evidence], lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    """The reasons, the weightiest first, each with the words that show it."""
    for one in sorted(evidence, key=lambda one: (-one.weight, one.signal, one.detail)):
        yield f"    {reason(one, lookup, catalogue)} ({share(one.weight, catalogue)})"
        for place in dict.fromkeys(one.spans):
            yield f"      {label(lookup, place.article)} {_at(place, lookup)}"


def _at(place: Place, lookup: Lookup) -> str:
    """Where it stands, by code points, and the words."""
    if not stands(lookup, place):
        return ""
    words = one_line(words_at(lookup, place))
    shown = words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
    return f"[{place.start}:{place.end}] {shown}"
