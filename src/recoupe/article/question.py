"""A sentence that a reader asks about → an article that holds nothing else."""

from __future__ import annotations

from recoupe.article.language import detect
from recoupe.article.lines import join
from recoupe.errors import UsageError
from recoupe.model import Article, Block, Region
from recoupe.settings import Settings

# What the article of a question is called where others have a path.
QUESTION = "question"


def make_question(sentence: str, settings: Settings) -> Article:
    """The article of a question, before `annotate`: all of it is body.

    Raises:
        UsageError: if there is no word in it.
    """
    text, lines = join([Block(sentence, "body")], settings.max_chars)
    if not any(map(str.isalpha, text)):
        raise UsageError(f"there is no word in the claim {sentence!r}; give a sentence: 'The bridge is closed.'")
    found = detect(lines, given=settings.language, declared=None)
    return Article(
        id=QUESTION,
        source=QUESTION,
        captures=(),
        url=None,
        canonical_url=None,
        publisher=None,
        headline=None,
        byline=None,
        language=found.code,
        language_confidence=found.confidence,
        published=None,
        agencies=(),
        text=text,
        regions=(Region(0, len(text), "body"),),
    )
