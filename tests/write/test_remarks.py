from __future__ import annotations

import re
from dataclasses import replace

from recoupe.model import Place
from recoupe.write.html import to_html
from recoupe.write.lookup import look_up
from recoupe.write.remarks import remarks
from recoupe.write.texts import texts
from tests.write.factories import FLASH, MAIN, REPORT, STORY

START = FLASH.text.index("tonnes")
LOADED = replace(MAIN, loaded=(Place(FLASH.id, START, START + 6),), denied_by=("Gilles Ostermeyer",))


def test_who_denies_and_loaded_words_with_their_outlet_are_told() -> None:
    assert list(remarks(LOADED, look_up(REPORT, texts("en")), texts("en"))) == [
        "denied by Gilles Ostermeyer",
        "loaded words: “tonnes” (Lorraine Flash)",
    ]


def test_a_claim_that_nobody_denies_in_plain_words_has_no_remark() -> None:
    assert list(remarks(replace(MAIN, denied_by=()), look_up(REPORT, texts("en")), texts("en"))) == []


def test_the_page_links_to_each_loaded_word() -> None:
    page = to_html(replace(REPORT, stories=(replace(STORY, claims=(LOADED,)), *REPORT.stories[1:])), texts("en"))
    assert re.search(r'loaded words: <span class="cites"><a href="#[^"]+" title="[^"]+"><bdi>tonnes</bdi></a>', page)
