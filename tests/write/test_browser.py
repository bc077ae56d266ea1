"""The page in a real browser: it loads with no network, its policy lets its own script run, and nothing is reported."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import recoupe
from recoupe.sample import path
from recoupe.write.html import to_html
from recoupe.write.texts import texts

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--v=0", "--virtual-time-budget=3000"),
)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
def test_the_page_opens_without_a_complaint_and_lights_up_the_words_of_a_link(tmp_path: Path) -> None:
    assert CHROMIUM is not None
    report = recoupe.check(str(path()))
    page = tmp_path / "report.html"
    page.write_text(to_html(report, texts("en")), encoding="utf-8")
    anchor = page.read_text(encoding="utf-8").split('data-of="')[1].split('"')[0]
    done = subprocess.run(
        [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", f"{page.as_uri()}#{anchor}"],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert [line for line in done.stderr.splitlines() if "CONSOLE" in line] == []
    assert " lit" in done.stdout or 'class="lit' in done.stdout
