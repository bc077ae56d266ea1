"""What a pile says of a sentence → lines for a terminal: who says it, from how many origins, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.model import Answer, Claim, Conflict, Place, Report, Story
from recoupe.write.findings import carried
from recoupe.write.lookup import Lookup, label, look_up, words_at
from recoupe.write.remarks import remarks
from recoupe.write.texts import Texts, labelled, phrase
from recoupe.write.wording import cropped, verdict


def answer_lines(answers: Sequence[Answer], catalogue: Texts, width: int) -> list[str]:
    """The lines of all answers, story by story; one line alone where no article says anything of it."""
    if not answers:
        return [phrase(catalogue, "answer.nothing")]
    lines = [line for answer in answers for line in (*_answer(answer, catalogue), "")]
    return [cropped(line, width) for line in lines[:-1]]


def _answer(answer: Answer, catalogue: Texts) -> Iterator[str]:
    lookup = look_up(_report(answer), catalogue)
    yield next(
        (article.headline for article in answer.articles if article.headline), label(lookup, answer.articles[0].id)
    )
    if not answer.claims:
        yield f"  {phrase(catalogue, 'answer.unsaid')}"
    for claim in answer.claims:
        yield from _claim(claim, len(answer.articles), lookup, catalogue)
    for conflict in answer.against:
        yield from _conflict(conflict, lookup, catalogue)


def _claim(claim: Claim, in_story: int, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    status = phrase(catalogue, f"status.{claim.status}")
    yield f"  {verdict(claim, in_story, catalogue)} ({status})"
    yield from (f"  {remark}" for remark in remarks(claim, lookup, catalogue))
    for article, how in carried(claim, lookup).items():
        told = f"{label(lookup, article)} ({phrase(catalogue, f'certainty.{how.how}')})"
        yield f"    {labelled(catalogue, told, words_at(lookup, how.place))}"


def _conflict(conflict: Conflict, lookup: Lookup, catalogue: Texts) -> Iterator[str]:
    """What is given instead, by whom; with the reason where it only seems to be something else."""
    kind = phrase(catalogue, f"conflict.{conflict.kind}")
    if conflict.explained:
        seems = phrase(catalogue, "answer.seems", why=phrase(catalogue, f"explained.{conflict.explained}"))
        yield f"  {labelled(catalogue, seems, kind)}"
    else:
        yield f"  {labelled(catalogue, phrase(catalogue, 'answer.against'), kind)}"
    for side in conflict.sides:
        place = Place(side.article, side.start, side.end)
        yield f"    {labelled(catalogue, f'{label(lookup, side.article)}, {side.value}', _sentence(place, lookup))}"


def _sentence(place: Place, lookup: Lookup) -> str:
    """The sentence around a place, since a number alone says nothing."""
    article = lookup.articles[place.article]
    around = next((s for s in article.sentences if s.start <= place.start and place.end <= s.end), None)
    return article.text[around.start : around.end] if around else words_at(lookup, place)


def _report(answer: Answer) -> Report:
    """The articles of an answer as a report of one story, for the labels that writers give them."""
    ids = tuple(article.id for article in answer.articles)
    story = Story("answer", "", ids, (), (), claims=answer.claims)
    return Report("", "", {}, answer.articles, (story,), ())
