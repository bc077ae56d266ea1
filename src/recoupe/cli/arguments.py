"""The arguments of every command, in the words of its help."""

from __future__ import annotations

import argparse
from functools import partial

from recoupe import __version__
from recoupe.engines import ENGINES
from recoupe.settings import Settings

_ABOUT = (
    "Cross-check the news: which articles copy which, who says what, "
    "and how many independent origins stand behind each claim."
)
_CHECK = (
    "Reads texts, pages, JSON, tables, web archives, feeds, mails, PDF and DOCX, packed or not, and folders of them, "
    "in any mix; addresses (https://...) are fetched. Prints what a careful editor would say of them. "
    "Exit codes: 0 done, 1 nothing readable, 2 wrong usage."
)
_QUOTES = (
    "Lists who said what, one line a quotation, article by article, without cross-checking them. CSV and JSON lines "
    "hold the source as named and as worded, its kind, what it does (asserts, denies, ...), the words, and where."
)
_COPIES = (
    "Shows which texts come from which: each below the one it was copied, cut, rewritten or translated from, with the "
    "share taken and the reasons; texts that are not in the pile, such as an agency's dispatch, are named."
)
_WHY = (
    "Prints the reasons behind a claim's origins, a conflict, an entity or the text of an article, down to the words. "
    "ID is an id of the report or how it begins; words of a claim and names do as well. PATH is a report written with "
    "`recoupe check --json`, or the articles."
)
_CLAIM = (
    "Checks one sentence against the articles: which say it, from how many independent origins, who denies it, and "
    "where they give another number, day or stance. The sentence may be in another language than the articles."
)


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `command` is the name of the command."""
    made = argparse.ArgumentParser(prog="recoupe", description=_ABOUT)
    made.add_argument("--version", action="version", version=f"recoupe {__version__}")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="cross-check a pile of articles", description=_CHECK)
    quotes = commands.add_parser("quotes", help="who said what, one line a quotation", description=_QUOTES)
    copies = commands.add_parser("copies", help="which texts come from which, as trees", description=_COPIES)
    claim = commands.add_parser("claim", help="what the articles say of one sentence", description=_CLAIM)
    claim.add_argument("sentence", metavar="SENTENCE", help="the claim, in quotation marks")
    why = commands.add_parser("why", help="the reasons behind a finding", description=_WHY)
    why.add_argument("id", metavar="ID", help="id of a claim, conflict, entity, article or story; or its words")
    demo = commands.add_parser("demo", help="check a small sample pile that comes with Recoupe")
    for command in (check, quotes, copies, claim, why):
        command.add_argument(
            "paths", nargs="+", metavar="PATH", help="file, folder, pattern or address; - reads what is piped in"
        )
    for command in (check, demo):
        _writing(command, "the report", json="JSON", html="one HTML page", markdown="Markdown")
    _writing(quotes, "the quotations", json="JSON lines", csv="a CSV table")
    _writing(copies, "the copies", json="JSON lines", csv="a CSV table", gexf="a GEXF graph")
    for command in (check, demo, quotes, copies, claim, why):
        _running(command)
    return made


def _writing(command: argparse.ArgumentParser, what: str, **formats: str) -> None:
    for name, form in formats.items():
        command.add_argument(f"--{name}", metavar="FILE", help=f"write {what} as {form} (- for standard output)")


def _running(command: argparse.ArgumentParser) -> None:
    defaults = Settings()
    command.add_argument("--language", metavar="CODE", help="language of the articles (default: detected)")
    command.add_argument("--ui", metavar="CODE", help="language of the output: en, fr (default: that of your system)")
    command.add_argument("--engine", choices=ENGINES, default="inline", help="where the work runs (default: inline)")
    command.add_argument("--workers", type=int, metavar="N", help="processes to use (default: one for each core)")
    command.add_argument(
        "--column",
        action="append",
        type=partial(_pair, form="FIELD=NAME, such as text=body"),
        default=[],
        metavar="FIELD=NAME",
        help="which column or key is which field, such as text=body; may be given again",
    )
    command.add_argument(
        "--tagger",
        type=partial(_pair, form="NAME=FOLDER"),
        metavar="NAME=FOLDER",
        help="an installed tagger that finds attributions beside the rules, and the folder of its model",
    )
    command.add_argument("--follow", action="store_true", help="fetch the feeds that an OPML list names")
    command.add_argument(
        "--max-bytes", type=int, default=defaults.max_bytes, metavar="N", help="largest text, unpacked"
    )
    command.add_argument("--max-chars", type=int, default=defaults.max_chars, metavar="N", help="longest article kept")
    command.add_argument("--started", metavar="TIME", help="a time to write into the report (default: none)")


def _pair(text: str, form: str) -> tuple[str, str]:
    left, mark, right = text.partition("=")
    if not mark or not left or not right:
        raise argparse.ArgumentTypeError(f"{text!r} is not {form}")
    return left, right
