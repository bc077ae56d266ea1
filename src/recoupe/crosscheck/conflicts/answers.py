"""Points → denials and what they answer: news sets a denial right behind the words of those whom it contradicts."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from recoupe.crosscheck.conflicts.denials import Denial, denies_plainly
from recoupe.crosscheck.conflicts.phrases import any_of
from recoupe.crosscheck.conflicts.points import Point, Scene, in_text_order, negated, one_party
from recoupe.lang import Language
from recoupe.model import Span
from recoupe.text.normal import fold

# Sentences between a denial and what it answers, those of the denying party not counted: the one before, or one
# further back. Chosen on the dev stories.
_BACK = 2
# A word of more claims than this does not tell what is denied.
_TELLING = 12
# How far back a party's own sentences are passed over.
_FARTHEST = 4
# A denial of no more than one word ("denied this", "disputes these figures") does not say for itself what it denies;
# any other answers only what shares a word with it, or stands right before it.
_POINTING = 1
# One of no more words than this ("denied any failing of the staff") may be of what stands right before it.
_VAGUE = 3
# Words at the beginning of a sentence in which one sets it against the sentence before.
_OPENING = 6
# Words that what is denied only by a negation must share with what it answers.
_SHARED = 2
# A sentence of no more words with one of denying ("The company denies.") denies by itself, whatever is quoted behind.
_BARE = 8


def find_answers(scene: Scene, denials: Sequence[Denial]) -> Iterator[tuple[int, int]]:
    """Points, by number: a denial, and what another source says in the same article shortly before it."""
    of_article: defaultdict[str, dict[tuple[int, int], int]] = defaultdict(dict)
    for index in in_text_order(scene.points):
        point = scene.points[index]
        of_article[point.article.id].setdefault((point.start, point.end), index)
    known = {denial.index: denial for denial in denials}
    for places in of_article.values():
        told = _by_sentence(scene, places.values())
        for place in sorted(told):
            for index in told[place]:
                denial = (
                    _rebuttal(scene, index, known.get(index)) or known.get(index) or _bare(scene, index, place, told)
                )
                if denial is not None:
                    yield from ((index, other) for other in _answered(scene, denial, place, told))
                    yield from ((index, other) for other in _answering(scene, denial, place, told))


def _by_sentence(scene: Scene, indices: Iterable[int]) -> Mapping[int, list[int]]:
    told: defaultdict[int, list[int]] = defaultdict(list)
    for index in indices:
        told[_sentence(scene.points[index])].append(index)
    return told


def _rebuttal(scene: Scene, index: int, known: Denial | None) -> Denial | None:
    """What is said in a sentence that tells that it contradicts what stands before ("..., she retorts")."""
    point = scene.points[index]
    said = scene.sources.attributions.get((point.article.id, point.path.ref.statement.attribution or ""))
    if said is None or said.stance not in ("asserts", "denies", "questions"):
        return None
    text, sentence = point.article.text, point.article.sentences[_sentence(point) - 1]
    first, last = min(said.content).start, max(span.end for span in said.content)
    beside = f"{text[sentence.start : max(sentence.start, first)]} | {text[min(last, sentence.end) : sentence.end]}"
    if not rebuts(beside, point.reading.language):
        return None
    return replace(known, plain=True) if known is not None else Denial(index, (), frozenset(), plain=True)


def rebuts(text: str, language: Language) -> bool:
    """Whether a text says that somebody contradicts what stands before."""
    return bool(any_of(language.comparison.rebuttals).search(fold(text)))


def _bare(scene: Scene, index: int, place: int, told: Mapping[int, list[int]]) -> Denial | None:
    """What is quoted right behind a short sentence that tells no more than that somebody denies."""
    point = scene.points[index]
    said = scene.sources.attributions.get((point.article.id, point.path.ref.statement.attribution or ""))
    if place < _BACK or said is None or said.stance == "declines_comment":
        return None
    before, sentence = point.article.sentences[place - _BACK : place]
    if point.article.text[sentence.start].isalnum() or said.mode == "indirect":
        return None
    denier = next((i for i in told.get(place - 1, ()) if scene.points[i].path.denies), None)
    return Denial(index, (), frozenset(), plain=True, party=denier) if _is_bare(point, before) else None


def _is_bare(point: Point, sentence: Span) -> bool:
    words = point.reading.within(sentence.start, sentence.end)
    if words.stop - words.start > _BARE:
        return False
    text = point.article.text[sentence.start : sentence.end]
    return denies_plainly(point.reading, sentence) or rebuts(text, point.reading.language)


def _answered(scene: Scene, denial: Denial, place: int, told: Mapping[int, list[int]]) -> list[int]:
    """What another source says shortly before: what shares words with the denial, else what stands right before it."""
    before = list(_before(scene, denial, place, told))
    meeting = [(back, i) for back, i in before if _meets(scene, denial, scene.points[i], back)]
    if meeting:
        return [i for back, i in meeting if back == meeting[0][0]]
    if not before or not denial.plain or denial.clause or len(denial.words) > _VAGUE:
        return []
    if before[0][0] > (_BACK if _points_back(denial) else 1):
        return []
    back, nearest = before[0]
    if not _points_back(denial):
        return [i for other, i in before if other == back]
    return [i for _, i in before if scene.points[i].path.key == scene.points[nearest].path.key]


def _before(scene: Scene, denial: Denial, place: int, told: Mapping[int, list[int]]) -> Iterator[tuple[int, int]]:
    """What others say before a denial, nearest first, with how many sentences before, the denier's own not counted."""
    point, passed = scene.points[denial.index if denial.party is None else denial.party], 0
    for back in range(1, _FARTHEST + 1):
        there = [i for i in told.get(place - back, ()) if scene.points[i].start < point.start]
        others = [i for i in there if not one_party(scene.points[i], point)]
        yield from ((back - passed, i) for i in others if _says(scene.points[i], denial))
        passed += not others


def _answering(scene: Scene, denial: Denial, place: int, told: Mapping[int, list[int]]) -> list[int]:
    """What the next sentence sets against a denial ("but according to ...", "... disagreed, saying that")."""
    point = scene.points[denial.index]
    behind = [scene.points[i] for i in told.get(place + 1, ())]
    if not behind or not _is_set_against(behind[0]):
        return []
    others = [i for i in told[place + 1] if not one_party(scene.points[i], point)]
    if len(others) < len(told[place + 1]):
        return []
    return [i for i in others if not scene.points[i].path.denies and scene.points[i].path.stance != "declines_comment"]


def _is_set_against(point: Point) -> bool:
    """Whether the sentence of a point opens against the one before, or says that its source contradicts it."""
    sentence = point.article.sentences[_sentence(point) - 1]
    found = point.reading.within(sentence.start, sentence.end)
    opening = " ".join(word.folded for word in point.reading.words[found][:_OPENING])
    if opposes(opening, point.reading.language):
        return True
    return bool(point.path.spans) and denies_plainly(
        point.reading, Span(sentence.start, max(sentence.start, point.start))
    )


def opposes(opening: str, language: Language) -> bool:
    """Whether the opening of a sentence sets it against the one before."""
    return bool(any_of(language.comparison.adversatives).search(fold(opening)))


def _meets(scene: Scene, denial: Denial, said: Point, back: int) -> bool:
    """Whether they share telling words; what is plainly denied may stand further back."""
    shared = sum(any(t in said.topics and len(scene.holders[t]) <= _TELLING for t in word) for word in denial.words)
    return shared > 0 if denial.plain else shared >= _SHARED and back <= _BACK


def _points_back(denial: Denial) -> bool:
    return denial.plain and len(denial.words) <= _POINTING


def _says(point: Point, denial: Denial) -> bool:
    """A source says it or it is hearsay, and nobody denies it or keeps silent; a plain denial may answer a negation."""
    path = point.path
    if path.denies or path.stance in ("declines_comment", "questions") or (negated(point) and not denial.plain):
        return False
    return path.stance is not None or path.ref.statement.certainty == "hedged"


def _sentence(point: Point) -> int:
    """The number of the sentence in which a point begins."""
    return bisect_right(point.article.sentences, point.start, key=lambda span: span.start)
