"""Address → Found: a page fetched as a polite visitor would, and from no address of this machine or its networks."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from recoupe.errors import Unreadable
from recoupe.readers.found import Found
from recoupe.readers.moments import as_iso
from recoupe.readers.robots import EVERYTHING, MOST_BYTES, NOTHING, Rules, allowed, rules_for
from recoupe.readers.stream import CHUNK, Stream
from recoupe.settings import Settings

_MOST_REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)
_PORTS = {"http": 80, "https": 443}


def is_address(path: str) -> bool:
    """Whether a path of the command line is an address: whether it has a scheme."""
    scheme, mark, _ = path.partition("://")
    return bool(mark) and scheme.isalpha() and len(scheme) > 1


@dataclass(slots=True)
class Visitor:
    """Fetches pages for one run; remembers when it last asked which host, and what their robots.txt say.

    Args:
        settings: limits of size and time, name of the visitor.
        clock: seconds, from any beginning.
        sleep: waits so many seconds.
    """

    settings: Settings
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    asked: dict[str, float] = field(default_factory=dict)
    rules: dict[str, Rules] = field(default_factory=dict)

    def fetch(self, url: str, source: str) -> Found:
        """What the server answers, redirects followed.

        Raises:
            Unreadable: if it may not or cannot be fetched.
        """
        address = _checked(url)
        for _ in range(_MOST_REDIRECTS + 1):
            if not allowed(self._rules_of(address), _target(address)):
                raise Unreadable("refused", f"the robots.txt of {address.hostname} asks not to fetch it")
            answer = self._ask(address, self.settings.max_bytes)
            if answer.status not in _MOVED or not answer.location:
                return _found(answer, source, urlunsplit(address))
            address = _checked(urljoin(urlunsplit(address), answer.location))
        raise Unreadable("network", f"more than {_MOST_REDIRECTS} redirects")

    def _rules_of(self, address: SplitResult) -> Rules:
        host = f"{address.scheme}://{address.netloc}"
        if host not in self.rules:
            self.rules[host] = self._fetch_rules(_checked(f"{host}/robots.txt"))
        return self.rules[host]

    def _fetch_rules(self, address: SplitResult) -> Rules:
        """A host without rules allows everything; one that cannot tell its rules, nothing (RFC 9309, 2.3.1)."""
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._ask(address, MOST_BYTES)
            if answer.status not in _MOVED or not answer.location:
                break
            address = _checked(urljoin(urlunsplit(address), answer.location))
        if answer.status == 200:
            return rules_for(self.settings.user_agent, answer.body[:MOST_BYTES].decode("utf-8", "replace"))
        return EVERYTHING if 400 <= answer.status < 500 else NOTHING

    def _ask(self, address: SplitResult, limit: int) -> Answer:
        self._wait_for(address)
        try:
            return _request(address, limit, self.settings)
        except (OSError, HTTPException, ValueError) as error:
            raise Unreadable("network", f"{address.hostname}: {error or type(error).__name__}") from error

    def _wait_for(self, address: SplitResult) -> None:
        host = address.netloc
        rules = self.rules.get(f"{address.scheme}://{host}", EVERYTHING)
        last = self.asked.get(host)
        if last is not None:
            self.sleep(max(0.0, last + max(self.settings.fetch_wait, rules.wait) - self.clock()))
        self.asked[host] = self.clock()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: status, headers that matter, and the body."""

    status: int
    reason: str
    location: str | None
    media: str | None
    charset: str | None
    date: str | None
    body: bytes


def _found(answer: Answer, source: str, url: str) -> Found:
    if answer.status != 200:
        raise Unreadable("network", f"the server answered {answer.status} {answer.reason}".strip())
    return Found(
        source=source,
        name=urlsplit(url).path.rpartition("/")[2],
        stream=Stream([answer.body]),
        media=answer.media,
        charset=answer.charset,
        url=url,
        captured=as_iso(answer.date) if answer.date else None,
    )


def _checked(url: str) -> SplitResult:
    """The parts of an address that may be fetched: http or https, with a host, without a name and password in it."""
    try:
        parts = urlsplit(url.strip())
        host = (
            parts.hostname.encode("idna").decode()
            if parts.hostname and not parts.hostname.isascii()
            else parts.hostname
        )
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise Unreadable("format", f"{url!r} is no address: {error}") from error
    if parts.scheme not in _PORTS or not host:
        raise Unreadable("refused", f"{url!r} is not fetched: only addresses that begin with http:// or https://")
    netloc = (f"[{host}]" if ":" in host else host) + port
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?-._[]|") for part in (parts.path or "/", parts.query))
    return SplitResult(parts.scheme, netloc, path, query, "")


def _target(address: SplitResult) -> str:
    return urlunsplit(("", "", address.path, address.query, ""))


def _request(address: SplitResult, limit: int, settings: Settings) -> Answer:
    """One request, over within the time allowed, whatever the server does: a timer cuts the line."""
    host, port = address.hostname or "", address.port or _PORTS[address.scheme]
    late = threading.Event()
    with closing(_connected(host, port, settings)) as line:
        timer = threading.Timer(settings.fetch_seconds, _cut, [line, late])
        timer.daemon = True
        timer.start()
        try:
            return _answer(address, line, limit, settings)
        finally:
            timer.cancel()
            # A line that was cut may look like the end of an answer.
            if late.is_set():
                raise TimeoutError(f"no whole answer within {settings.fetch_seconds:g} seconds")


def _cut(line: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _connected(host: str, port: int, settings: Settings) -> socket.socket:
    """A line to one of the host's addresses, each of which is looked at first; a second look-up could give others."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys((family, where) for family, _, _, _, where in found))
    if not settings.allow_private and any(is_private(str(where[0])) for _, where in addresses):
        raise Unreadable("refused", f"{host} is an address of this machine or its networks; see allow_private")
    last: OSError = OSError(f"no address for {host}")
    for family, where in addresses[:3]:
        line = socket.socket(family, socket.SOCK_STREAM)
        line.settimeout(settings.fetch_seconds)
        try:
            line.connect(where)
        except OSError as error:
            line.close()
            last = error
            continue
        return line
    raise last


def is_private(address: str) -> bool:
    """Whether an IP address is not one of the open internet: loopback, private, link-local, reserved, of many hosts."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        found = inner or found
    return not found.is_global or found.is_multicast


def _answer(address: SplitResult, line: socket.socket, limit: int, settings: Settings) -> Answer:
    host, port = address.hostname or "", address.port or _PORTS[address.scheme]
    connection: HTTPConnection
    if address.scheme == "https":
        context = ssl.create_default_context()
        connection = HTTPSConnection(host, port, context=context)
        connection.sock = context.wrap_socket(line, server_hostname=host)
    else:
        connection = HTTPConnection(host, port)
        connection.sock = line
    with closing(connection):
        headers = {"User-Agent": settings.user_agent, "Accept": "*/*", "Accept-Encoding": "gzip"}
        connection.request("GET", _target(address), headers=headers)
        response = connection.getresponse()
        body = b"".join(_bounded(response, limit))
        given = response.headers
        return Answer(
            status=response.status,
            reason=response.reason,
            location=given.get("Location"),
            media=given.get_content_type() if given.get("Content-Type") else None,
            charset=given.get_content_charset(),
            date=given.get("Date"),
            body=body,
        )


def _bounded(response: HTTPResponse, limit: int) -> Iterator[bytes]:
    size = 0
    while chunk := response.read1(CHUNK):
        size += len(chunk)
        if size > limit:
            raise Unreadable("too-large", f"the answer has more than {limit} bytes; see the setting max_bytes")
        yield chunk
    if response.length:
        raise IncompleteRead(b"", response.length)
