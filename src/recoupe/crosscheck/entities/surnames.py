"""Parts of a person's name → links to the full name: in the article first, then in the story, to one person only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.annotate.names.words import lexicon
from recoupe.crosscheck.entities.forms import Form, make_form
from recoupe.crosscheck.entities.same_name import LEAST_LOOSE, Link, link
from recoupe.lang import load
from recoupe.text.normal import fold

People = Mapping[str, str]
"""Key of a full name → the person, as one of the keys of the names already joined."""
Parts = Mapping[str, Sequence[Form]]

# Where two people share a name, the bare name means the one whom the article names in full so many times more often
# ("felt right"; with none named so, the bare name stays apart).
MAIN_PERSON = 2


def split_by_article(forms: Sequence[Form], people: People) -> list[Form]:
    """The forms, those that fit two people of the story split into one form for each article."""
    parts = _parts(forms, people)
    organisations = [form for form in forms if form.kind == "organisation"]
    bodies = {w.key for form in organisations if len(form.words) > 1 or _is_told(form) for w in form.words}
    kept = []
    for form in (form if _key(form) in bodies else _as_person(form, parts) for form in forms):
        fitting = {people[full.key] for full in parts.get(_key(form), ())}
        if form.key in people or form.kind != "person" or len(fitting) < 2:
            kept.append(form)
        else:
            kept.extend(_split(form))
    return kept


def surnames(forms: Sequence[Form], people: People) -> list[Link]:
    """Each part of a name with the one person whom it can mean."""
    parts = _parts(forms, people)
    short = [form for form in forms if form.key not in people and _may_be_person(form)]
    placed = ((form, _only_person(form, _fitting(form, parts), people)) for form in short)
    return [link(form, full, "surname") for form, full in placed if full]


def _is_told(form: Form) -> bool:
    """Whether a word for what it is stands before the name (the group X)."""
    return any(
        fold(word) in lexicon(load(mention.language)).all.heads
        for mention in form.mentions
        for text in mention.written
        for word in text.split()[:-1]
    )


def _as_person(form: Form, parts: Parts) -> Form:
    """A bare name taken for a body is a person's if a person of this name is spoken of in half as many articles.

    A firm that bears its founder's name is in many articles that do not name him, or has a longer name, too.
    """
    full = parts.get(_key(form), ()) if form.kind == "organisation" and len(form.words) == 1 else ()
    spoken = {article for name in full if name.words[-1].key == form.words[0].key for article in name.articles}
    return replace(form, kind="person") if spoken and 2 * len(spoken) >= len(form.articles) else form


def _may_be_person(form: Form) -> bool:
    """A form that is taken for a body may still be a surname if it has two words: chance does not repeat both."""
    return form.kind == "person" or not form.sure or (len(form.words) > 1 and form.kind != "place")


def _fitting(form: Form, parts: Parts) -> Sequence[Form]:
    """Full names with this part; where there is none, those of other languages with the same consonants."""
    loose = " ".join(w.loose for w in form.words)
    if found := parts.get(_key(form), ()):
        return found
    others = parts.get(f"~{loose}", ()) if len(loose) >= LEAST_LOOSE and form.kind == "person" else ()
    return [full for full in others if full.languages != form.languages]


def _parts(forms: Sequence[Form], people: People) -> Parts:
    """Last words, and the first word, of every full name → the full names."""
    parts = defaultdict(list)
    for form in forms:
        if form.key in people:
            keys = [w.key for w in form.words]
            for part in sorted({*(" ".join(keys[start:]) for start in range(1, len(keys))), keys[0]}):
                parts[part].append(form)
            parts[f"~{form.words[-1].loose}"].append(form)
            # An elided particle may stay away (d'Almer, Almer).
            if " " in keys[-1]:
                parts[keys[-1].rpartition(" ")[2]].append(form)
    return parts


def _key(form: Form) -> str:
    return " ".join(w.key for w in form.words)


def _split(form: Form) -> list[Form]:
    by_article = defaultdict(list)
    for mention in form.mentions:
        by_article[mention.article].append(mention)
    return [make_form(f"{form.key}@{article}", found) for article, found in sorted(by_article.items())]


def _only_person(form: Form, candidates: Sequence[Form], people: People) -> Form | None:
    near = [full for full in candidates if full.articles & form.articles]
    for chosen, articles in ((near, form.articles), (near or candidates, None)):
        counts: dict[str, int] = defaultdict(int)
        for full in chosen:
            counts[people[full.key]] += sum(articles is None or m.article in articles for m in full.mentions)
        ranked = sorted(counts, key=lambda person: (-counts[person], person))
        if ranked and (len(ranked) == 1 or counts[ranked[0]] >= MAIN_PERSON * counts[ranked[1]]):
            return min((f for f in chosen if people[f.key] == ranked[0]), key=lambda f: (-len(f.mentions), f.key))
    return None
