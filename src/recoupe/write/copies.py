"""Report → families of texts: one record for each text that comes from another, and a tree for the eye."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.model import Derivation, Report, Story
from recoupe.write.debts import credit, debt_figures
from recoupe.write.evidence import reason
from recoupe.write.lookup import Lookup, label, look_up
from recoupe.write.texts import Texts, enumeration, phrase
from recoupe.write.wording import cropped, one_line

_BRANCH, _LAST, _TRUNK, _GAP = "├─ ", "└─ ", "│  ", "   "
# Reasons named in one line; the rest is counted.
_REASONS = 2


@dataclass(frozen=True, slots=True)
class Copy:
    """One text that comes from another.

    Args:
        used: the id of the article it comes from, or the name of a text that is not in the pile (`in_pile` is false).
        coverage: share of the derived text that stands in the used one; None where it was not measured.
        reasons: the evidence, the weightiest first.
    """

    derived: str
    derived_outlet: str
    derived_file: str
    used: str
    used_outlet: str
    used_file: str
    in_pile: bool
    kind: str
    credited: bool
    coverage: float | None
    probability: float
    reasons: str


def copies(report: Report, catalogue: Texts) -> list[Copy]:
    """Every text of a report that comes from another, in the order of what is used."""
    lookup = look_up(report, catalogue)
    found = (one for story in report.stories for one in story.derivations)
    return [_copy(one, lookup, catalogue) for one in sorted(found, key=lambda one: (one.used, one.derived))]


def copies_tree(report: Report, catalogue: Texts, width: int) -> list[str]:
    """The lines of all families: each text below the one it comes from, with what was taken and why we think so."""
    lookup = look_up(report, catalogue)
    lines = [line for story in report.stories for line in _family(story, lookup, catalogue)]
    return [cropped(line, width) for line in lines]


def _family(story: Story, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    below: defaultdict[str, list[Derivation]] = defaultdict(list)
    for one in sorted(story.derivations, key=lambda one: (-one.probability, label(lookup, one.derived), one.derived)):
        below[one.used].append(one)
    roots = sorted(set(below) - {one.derived for one in story.derivations})
    for root in roots:
        yield _title(root, lookup, catalogue)
        yield from _branches(root, below, lookup, catalogue, "")
        yield ""


def _branches(
    used: str, below: Mapping[str, Sequence[Derivation]], lookup: Lookup, catalogue: Texts, indent: str
) -> Iterator[str]:
    for one in below.get(used, ()):
        last = one is below[used][-1]
        yield f"{indent}{_LAST if last else _BRANCH}{_title(one.derived, lookup, catalogue)}"
        inner = indent + (_GAP if last else _TRUNK)
        yield f"{inner}{_TRUNK if below.get(one.derived) else _GAP}{_taken(one, lookup, catalogue)}"
        yield from _branches(one.derived, below, lookup, catalogue, inner)


def _title(text: str, lookup: Lookup, catalogue: Texts) -> str:
    """What a text is: whose, and its headline; or a name alone, where it is not in the pile."""
    article = lookup.articles.get(text)
    if article is None:
        return phrase(catalogue, "derivation.absent", name=text)
    return f"{label(lookup, text)}: {one_line(article.headline or article.text[:80])}"


def _taken(one: Derivation, lookup: Lookup, catalogue: Texts) -> str:
    """What was taken, with or without credit, how much, and the weightiest reasons."""
    words = [phrase(catalogue, f"derivation.{word}") for word in (one.kind, credit(one))]
    told = f"{', '.join(words)}; {debt_figures(one, catalogue)}"
    reasons = _reasons(one, lookup, catalogue)
    return f"{told}; {enumeration(catalogue, reasons, most=_REASONS)}" if reasons else told


def _reasons(one: Derivation, lookup: Lookup, catalogue: Texts) -> list[str]:
    weighty = sorted(one.evidence, key=lambda evidence: -evidence.weight)
    return list(dict.fromkeys(reason(evidence, lookup, catalogue) for evidence in weighty))


def _copy(one: Derivation, lookup: Lookup, catalogue: Texts) -> Copy:
    derived, used = lookup.articles.get(one.derived), lookup.articles.get(one.used)
    return Copy(
        derived=one.derived,
        derived_outlet=lookup.outlets.get(one.derived, ""),
        derived_file=derived.source if derived else "",
        used=one.used,
        used_outlet=lookup.outlets.get(one.used, one.used),
        used_file=used.source if used else "",
        in_pile=used is not None,
        kind=one.kind,
        credited=one.credited,
        coverage=one.coverage,
        probability=one.probability,
        reasons="; ".join(_reasons(one, lookup, catalogue)),
    )
