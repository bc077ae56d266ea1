"""Addresses are fetched as a polite visitor would, and never from this machine or its networks unless that is allowed."""

from __future__ import annotations

import gzip
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.model import Capture, Rejected
from recoupe.readers import read
from recoupe.readers.web import Visitor, is_address, is_private
from recoupe.settings import Settings
from tests.readers.samples import PAGE, TEXT, rss
from tests.readers.server import page, serving

LOCAL = Settings(allow_private=True, max_bytes=100_000, fetch_wait=0.0)
POLITE = replace(LOCAL, fetch_wait=1.0)


class Clock:
    """Time that passes only where somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


def visitor(settings: Settings = LOCAL) -> tuple[Visitor, Clock]:
    clock = Clock()
    return Visitor(settings, clock=lambda: clock.now, sleep=clock.sleep), clock


def fetched(url: str, settings: Settings = LOCAL) -> list[Capture | Rejected]:
    return list(read([url], settings))


def only_rejected(items: list[Capture | Rejected]) -> Rejected:
    (item,) = items
    assert isinstance(item, Rejected)
    return item


def test_a_page_is_fetched_and_its_address_kept() -> None:
    with serving({"/a": page(PAGE.encode(), "Date: Mon, 02 Mar 2026 08:00:00 GMT")}) as server:
        (item,) = fetched(f"{server.address}/a")
    assert isinstance(item, Capture)
    assert (item.media, item.url, item.captured) == ("text/html", f"{server.address}/a", "2026-03-02T08:00:00+00:00")
    assert TEXT in item.text
    assert server.asked == ["/robots.txt", "/a"]


@pytest.mark.parametrize("url", ["ftp://gazette.example/a", "file:///etc/passwd", "gopher://a.example/"])
def test_only_http_and_https_are_fetched(url: str) -> None:
    assert is_address(url)
    assert only_rejected(fetched(url)).reason == "refused"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "ff02::1",
    ],
)
def test_addresses_of_this_machine_and_its_networks_are_private(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_addresses_of_the_open_internet_are_not_private(address: str) -> None:
    assert not is_private(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "127.1"])
def test_a_host_that_means_this_machine_is_refused_in_every_spelling(host: str) -> None:
    assert only_rejected(fetched(f"http://{host}:9/a", Settings())).reason in ("refused", "network")
    with serving({"/a": page(b"secret")}) as server:
        port = server.address.rpartition(":")[2]
        assert only_rejected(fetched(f"http://{host}:{port}/a", Settings())).reason in ("refused", "network")
    assert server.asked == []


def test_what_robots_txt_forbids_is_not_fetched() -> None:
    rules = page(b"User-agent: *\nDisallow: /private/", media="text/plain")
    with serving({"/robots.txt": rules, "/private/a": page(PAGE.encode())}) as server:
        assert only_rejected(fetched(f"{server.address}/private/a")).reason == "refused"
    assert server.asked == ["/robots.txt"]


def test_a_host_that_cannot_tell_its_rules_is_left_alone() -> None:
    broken = page(b"", status="503 Service Unavailable")
    with serving({"/robots.txt": broken, "/a": page(PAGE.encode())}) as server:
        assert only_rejected(fetched(f"{server.address}/a")).reason == "refused"


def test_one_request_a_second_goes_to_a_host_and_robots_txt_is_asked_for_once() -> None:
    with serving({"/a": page(b"A"), "/b": page(b"B")}) as server:
        made, clock = visitor(POLITE)
        for path in ("/a", "/b"):
            made.fetch(f"{server.address}{path}", path)
    assert server.asked == ["/robots.txt", "/a", "/b"]
    assert clock.waits == [1.0, 1.0]


def test_a_host_may_ask_for_longer_waits() -> None:
    with serving({"/robots.txt": page(b"User-agent: *\nCrawl-delay: 3"), "/a": page(b"A")}) as server:
        made, clock = visitor()
        made.fetch(f"{server.address}/a", "a")
    assert clock.waits == [3.0]


def test_redirects_are_followed_and_each_is_checked_again() -> None:
    with serving(
        {
            "/a": page(b"", "Location: /b", status="301 Moved"),
            "/b": page(PAGE.encode()),
            "/out": page(b"", "Location: file:///etc/passwd", status="302 Found"),
            "/loop": page(b"", "Location: /loop", status="302 Found"),
            "/hidden": page(b"", "Location: /private", status="302 Found"),
            "/robots.txt": page(b"User-agent: *\nDisallow: /private"),
        }
    ) as server:
        made, _ = visitor()
        assert made.fetch(f"{server.address}/a", "a").url == f"{server.address}/b"
        reasons = []
        for path in ("/out", "/loop", "/hidden"):
            with pytest.raises(Exception, match=r"refused|network") as error:
                made.fetch(f"{server.address}{path}", path)
            reasons.append(str(error.value).partition(":")[0])
    assert reasons == ["refused", "network", "refused"]


def refusal(url: str, settings: Settings = LOCAL) -> str:
    made, _ = visitor(settings)
    with pytest.raises(Exception, match=r": ") as error:
        made.fetch(url, "x")
    return str(error.value).partition(":")[0]


def endless_chunks(line: socket.socket) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        line.sendall(b"4000\r\n" + b"a" * 0x4000 + b"\r\n")


def silence(line: socket.socket) -> None:
    """An answer that begins and does not end before the visitor has gone."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>And then")
    line.recv(1)


def test_an_answer_without_end_is_given_up() -> None:
    with serving({"/big": endless_chunks, "/slow": silence}) as server:
        assert refusal(f"{server.address}/big") == "too-large"
        assert refusal(f"{server.address}/slow", replace(LOCAL, fetch_seconds=0.2)) == "network"


def test_a_packed_answer_is_unpacked_within_its_bound() -> None:
    packed = page(gzip.compress(PAGE.encode()), "Content-Encoding: gzip")
    bomb = page(gzip.compress(b"a" * 10_000_000), "Content-Encoding: gzip")
    with serving({"/a": packed, "/bomb": bomb}) as server:
        (item,) = fetched(f"{server.address}/a")
        assert isinstance(item, Capture)
        assert TEXT in item.text
        assert only_rejected(fetched(f"{server.address}/bomb")).reason == "too-large"


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1", b"nonsense\r\n\r\n", page(b"", status="500 Oops"), page(b"<p>a</p>")[:-3]],
    ids=["nothing", "half a line", "nonsense", "error", "cut off"],
)
def test_a_server_that_fails_is_rejected(answer: bytes) -> None:
    with serving({"/a": answer}) as server:
        assert refusal(f"{server.address}/a") == "network"


def test_a_list_of_feeds_is_followed_only_if_asked(tmp_path: Path) -> None:
    with serving({"/feed": page(rss(), media="application/rss+xml")}) as server:
        outline = f"<opml version='2.0'><body><outline text='x' xmlUrl='{server.address}/feed'/></body></opml>"
        file = tmp_path / "feeds.opml"
        file.write_text(outline)
        assert only_rejected(fetched(str(file))).reason == "refused"
        assert server.asked == []
        (item,) = fetched(str(file), replace(LOCAL, follow=True))
    assert isinstance(item, Capture)
    assert TEXT in item.text
