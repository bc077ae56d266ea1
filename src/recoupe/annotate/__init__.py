"""Article → the same article with its layers: sentences, names, times, quantities, attributions, statements."""

from __future__ import annotations

from dataclasses import replace

from recoupe.annotate.taggers import Tagger
from recoupe.lang import load
from recoupe.model import Article


def annotate(article: Article, tagger: Tagger | None = None) -> Article:
    """Fill in the layers one after the other; each sees those before it.

    Args:
        article: without its layers.
        tagger: finds attributions beside the rules.
    """
    from recoupe.annotate.attributions import find_attributions
    from recoupe.annotate.attributions.tagged import with_tagged
    from recoupe.annotate.attributions.tokens import units
    from recoupe.annotate.names import find_names
    from recoupe.annotate.quantities import find_quantities
    from recoupe.annotate.sentences import find_sentences
    from recoupe.annotate.statements import find_statements
    from recoupe.annotate.times import find_times

    language = load(article.language)
    article = replace(article, sentences=find_sentences(article, language))
    article = replace(article, names=find_names(article, language))
    article = replace(article, times=find_times(article, language))
    article = replace(article, quantities=find_quantities(article, language))
    read = units(article)
    article = replace(article, attributions=find_attributions(article, language, read))
    if tagger is not None:
        article = with_tagged(article, language, read, tagger)
    return replace(article, statements=find_statements(article, language, read))
