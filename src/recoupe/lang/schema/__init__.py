"""The shape of a language file: one section for each layer that needs to know something of the language.

Every field is optional: a layer does less where its section is empty. docs/languages.md explains how to write a file.
"""

from __future__ import annotations

from typing import Any

from recoupe.lang.schema.amounts import Quantities, Times
from recoupe.lang.schema.article import Identity, Regions
from recoupe.lang.schema.base import Section
from recoupe.lang.schema.comparison import Comparison
from recoupe.lang.schema.speech import Attribution, Certainty
from recoupe.lang.schema.text import Names, Sentences, Words


class Example(Section, frozen=True):
    """One example of a language file, which is a test of one layer.

    Args:
        layer: the layer it tests (`regions`, `names`, `times`, ...).
        text: the text to read.
        expect: what the layer must find; its form is the layer's own (docs/languages.md).
        reference: date of publication, for layers that need one.
        note: why the example is there, if it is not plain.
    """

    layer: str
    text: str
    expect: Any
    reference: str | None = None
    note: str | None = None


class Language(Section, frozen=True, eq=False):
    """All that Recoupe knows of one language. Compared by identity: `load` makes each language once a process."""

    code: str
    name: str
    words: Words = Words()
    regions: Regions = Regions()
    identity: Identity = Identity()
    sentences: Sentences = Sentences()
    names: Names = Names()
    times: Times = Times()
    quantities: Quantities = Quantities()
    attribution: Attribution = Attribution()
    certainty: Certainty = Certainty()
    comparison: Comparison = Comparison()
