"""Seeded piles of invented articles for measuring speed: each story is told in cut and re-headed copies."""

from __future__ import annotations

import random
from html import escape
from pathlib import Path

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
