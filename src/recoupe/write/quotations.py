"""Articles → who said what: one record for each attribution, and one line of a table for the eye."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.model import Article, Attribution, Mode, SourceKind, Span, Stance
from recoupe.write.lookup import outlet
from recoupe.write.texts import Texts, phrase
from recoupe.write.wording import cropped, day

# Between the parts of words that stand around their cue.
_GAP = " … "


@dataclass(frozen=True, slots=True)
class Quotation:
    """Who said what, in which article; `start` and `end` enclose the words in its text.

    Args:
        source: the name of who says it; `source_words` is what stands there ("she", "two officials").
        words: the content, its parts joined by an ellipsis where the cue parts them.
        via: media between the article and the source, outermost first, joined by " > ".
    """

    source: str
    source_kind: SourceKind
    source_words: str
    stance: Stance
    mode: Mode
    cue: str
    words: str
    via: str
    publisher: str
    published: str
    language: str
    article: str
    file: str
    start: int
    end: int


def quotations(article: Article) -> Iterator[Quotation]:
    """What sources say in an article, in the order of the text; declined comments are among them, by their stance."""
    for said in sorted(article.attributions, key=_where):
        yield Quotation(
            source=said.source.name,
            source_kind=said.source.kind,
            source_words=_words(article, said.source_span),
            stance=said.stance,
            mode=said.mode,
            cue=_words(article, said.cue_span),
            words=_GAP.join(_words(article, part) for part in said.content),
            via=" > ".join(said.via),
            publisher=article.publisher.name if article.publisher else "",
            published=article.published.value if article.published else "",
            language=article.language,
            article=article.id,
            file=article.source,
            start=min(part.start for part in said.content),
            end=max(part.end for part in said.content),
        )


def quotations_table(article: Article, catalogue: Texts, width: int) -> list[str]:
    """The lines of an article for a terminal: whose it is, then one line for each quotation; none without any."""
    told = [_line(one, catalogue) for one in quotations(article)]
    head = f"{outlet(article)}, {day(article.published, catalogue)}: {article.headline or ''}"
    return [*(cropped(line, width) for line in (head, *told)), ""] if told else []


def _line(one: Quotation, catalogue: Texts) -> str:
    via = f" ({phrase(catalogue, 'article.via', names=one.via)})" if one.via else ""
    return f"  {one.source}{via} {phrase(catalogue, f'stance.{one.stance}')} | {one.words}"


def _where(said: Attribution) -> tuple[int, str]:
    return min(part.start for part in said.content), said.id


def _words(article: Article, span: Span | None) -> str:
    return "" if span is None else " ".join(article.text[span.start : span.end].split())
