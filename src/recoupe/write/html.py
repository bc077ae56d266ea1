"""Report → one HTML page that opens without a network and works without scripts."""

from __future__ import annotations

import base64
import hashlib
from functools import partial
from importlib.resources import files

from recoupe.model import Report
from recoupe.write.texts import Texts, phrase
from recoupe.write.view import report_view

_TEMPLATES = files("recoupe.write") / "templates"


def to_html(report: Report, catalogue: Texts) -> str:
    """The whole report as one page in the language of the catalogue."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("recoupe.write"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _asset("style.css"), _asset("script.js")
    return environment.get_template("report.html").render(
        view=report_view(report, catalogue),
        t=partial(phrase, catalogue),
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _policy(style: str, script: str) -> str:
    """What the page may load: nothing, but this one style sheet and this one script, known by their hashes."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    from markupsafe import Markup

    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))
