"""Seeded piles of invented articles for measuring speed: each story is told in cut and re-headed copies.

`write_pile` makes articles that a reader could take for news; `families` makes them by the hundred thousand, of words
that are as rare and as frequent as those of a language, and says which was made from which.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from html import escape
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

SYLLABLES = ("ar", "bel", "cor", "dal", "er", "fin", "gor", "hal", "ir", "jan", "kel", "lor", "mon", "nar", "or", "pel")
GIVEN = ("Jeanne", "Paul", "Amélie", "Marc", "Sophie", "Idriss", "Nadia", "Hugues")
BODIES = ("la préfecture de {0}", "la société {0}", "le syndicat des transports", "l'agence régionale de {0}")
THINGS = ("la fermeture du pont {0}", "le retard du chantier", "la hausse du prix de l'eau", "la vente du site {0}")
OUTLETS = ("Le Courrier d'Arle", "La Gazette de Rochevive", "Le Matin de Belmarais", "L'Écho du Plateau")
SENTENCES = (
    "{person}, porte-parole de {body}, a déclaré {day} que {thing} toucherait {number} personnes à {place}.",
    "« Nous n'avons reçu aucune réponse depuis le {date} », a ajouté {person}.",
    "Selon {outlet}, {thing} aurait coûté {number} euros à {body}.",
    "{body} n'a pas souhaité commenter {thing}, {day}.",
    "À {place}, {number} habitants attendent une décision avant la fin du mois, a indiqué {person}.",
    "Le rapport, daté du {date}, évalue {thing} à {number} millions d'euros.",
    "{person} dément toute pression : « La décision sera prise à {place}, et nulle part ailleurs. »",
    "Une source proche du dossier assure que {thing} était connue dès le {date}.",
)
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
WORDS = 400


def write_pile(folder: Path, size: int, *, html: bool = False, seed: int = 7) -> None:
    """Write `size` articles of about 400 words into the folder, as .txt or as .html."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    while written < size:
        names = [_name(chance) for _ in range(8)]
        sentences = [_sentence(chance, names) for _ in range(WORDS // 14)]
        for _ in range(min(chance.randint(1, 6), size - written)):
            kept = sentences[: chance.randint(len(sentences) // 2, len(sentences))]
            name = f"{written:06}" + (".html" if html else ".txt")
            (folder / name).write_text((_page if html else _plain)(chance, kept), encoding="utf-8")
            written += 1


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()


def _sentence(chance: random.Random, names: list[str]) -> str:
    made = chance.choice(SENTENCES).format(
        person=f"{chance.choice(GIVEN)} {chance.choice(names[:3])}",
        body=chance.choice(BODIES).format(names[3]),
        thing=chance.choice(THINGS).format(names[4]),
        outlet=chance.choice(OUTLETS),
        place=chance.choice(names[5:]),
        day=chance.choice(DAYS),
        date=f"{chance.randint(1, 28)} octobre",
        number=chance.randint(3, 900),
    )
    return made[0].upper() + made[1:]


def _plain(chance: random.Random, sentences: list[str]) -> str:
    paragraphs = "\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))
    head = f"{chance.choice(OUTLETS)}\n{sentences[0][:70]}\nPar {chance.choice(GIVEN)} Caradec\n12 octobre 2026"
    return f"{head}\n\n{paragraphs}\n\nLire aussi : {sentences[-1][:50]}\n"


def _page(chance: random.Random, sentences: list[str]) -> str:
    outlet = chance.choice(OUTLETS)
    paragraphs = "".join(f"<p>{escape(' '.join(sentences[i : i + 3]))}</p>\n" for i in range(0, len(sentences), 3))
    menu = "".join(f'<li><a href="/{n}">Rubrique {n}</a></li>' for n in range(60))
    others = [_sentence(chance, [_name(chance) for _ in range(8)])[:60] for _ in sentences]
    aside = "".join(f'<div class="teaser"><a href="/a{n}">{escape(s)}</a></div>' for n, s in enumerate(others))
    script = "var data = {};\n" * 2_000  # real pages carry tens of kilobytes of script
    return (
        f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{escape(sentences[0][:70])}</title>'
        f'<meta property="og:site_name" content="{escape(outlet)}">'
        '<meta property="article:published_time" content="2026-10-12T08:00:00+02:00">'
        f"<script>{script}</script></head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>{escape(sentences[0][:70])}</h1>{paragraphs}</article>"
        f"<aside>{aside}</aside><footer>© {escape(outlet)}</footer></body></html>"
    )


# The invented language of `families`: so many words, the n-th as frequent as 1 / n (Zipf), in sentences of so many.
LEXICON, SENTENCE = 30_000, 20
# Words of an article, and in how many sentences one is of those above, which all articles share but for their names.
LENGTH, SET_PHRASES = 540, 8
# Share of words that are changed where a text is put in other words.
REWORDED = 1 / 16
# Share of articles that are written anew, and of the others those mixed of two; how far apart the copies may stand.
NEW, MIXED, APART = 0.3, 0.2, 1_000


class Made(NamedTuple):
    """An article as paragraphs, its number, and the numbers of those from which it was made."""

    number: int
    paragraphs: list[str]
    parents: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The article in one line."""
        return " ".join(self.paragraphs)


def families(size: int, *, seed: int = 7) -> Iterator[Made]:
    """So many articles, of which each was written anew, or cut, headed anew, put in other words or mixed of two."""
    chance = random.Random(seed)
    waiting: list[Made] = []
    for made in _made(size, chance):
        waiting.append(made)
        if len(waiting) > APART:
            yield waiting.pop(chance.randrange(len(waiting)))
    chance.shuffle(waiting)
    yield from waiting


def _made(size: int, chance: random.Random) -> Iterator[Made]:
    words = _lexicon(chance)
    before = first = Made(0, _written(chance, words))
    for number in range(size):
        if number == 0 or chance.random() < NEW:
            before, first = first, Made(number, _written(chance, words))
            yield first
        elif chance.random() < MIXED and before is not first:
            yield Made(number, _mixed(first, before), (first.number, before.number))
        else:
            yield Made(number, chance.choice(_WAYS)(first, chance, words), (first.number,))


class _Words(NamedTuple):
    forms: list[str]
    weights: list[float]

    def draw(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.forms, cum_weights=self.weights, k=count)


def _lexicon(chance: random.Random) -> _Words:
    # The most frequent words are the shortest, in this language as in others.
    forms = sorted(
        {_name(chance).lower() for _ in range(2 * LEXICON)} | {*SYLLABLES}, key=lambda form: (len(form), form)
    )
    forms = forms[:LEXICON]
    return _Words(forms, list(accumulate(1 / rank for rank in range(1, len(forms) + 1))))


def _written(chance: random.Random, words: _Words) -> list[str]:
    names = [_name(chance) for _ in range(8)]
    sentences = [
        _sentence(chance, names)
        if chance.randrange(SET_PHRASES) == 0
        else " ".join(words.draw(chance, SENTENCE)).capitalize() + "."
        for _ in range(LENGTH // SENTENCE)
    ]
    return [" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3)]


def _cut(made: Made, chance: random.Random, words: _Words) -> list[str]:
    """From the bottom, as newspapers do."""
    return made.paragraphs[: chance.randint(3, len(made.paragraphs))]


def _headed(made: Made, chance: random.Random, words: _Words) -> list[str]:
    return [" ".join(words.draw(chance, 2 * SENTENCE)), *made.paragraphs[1:]]


def _reworded(made: Made, chance: random.Random, words: _Words) -> list[str]:
    """Paragraphs in another order, and some words others."""
    paragraphs = [
        " ".join(words.draw(chance, 1)[0] if chance.random() < REWORDED else word for word in paragraph.split())
        for paragraph in made.paragraphs
    ]
    chance.shuffle(paragraphs)
    return paragraphs


_WAYS: tuple[Callable[[Made, random.Random, _Words], list[str]], ...] = (_cut, _headed, _reworded)


def _mixed(first: Made, second: Made) -> list[str]:
    """The first half of one and the second half of the other."""
    one, two = first.paragraphs, second.paragraphs
    return one[: len(one) // 2] + two[len(two) // 2 :]
