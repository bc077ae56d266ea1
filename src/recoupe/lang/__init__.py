"""Languages: one data file each, loaded on first use. Nothing in the code knows a word of any of them."""

from recoupe.lang.load import alphabets, codes, digest, examples, function_words, load
from recoupe.lang.schema import Example, Language

__all__ = ["Example", "Language", "alphabets", "codes", "digest", "examples", "function_words", "load"]
