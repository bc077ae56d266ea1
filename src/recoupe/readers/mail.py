"""E-mail → Capture: a newsletter, or a page saved as one file (MHTML, which is a mail, too)."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr

from recoupe.errors import Unreadable
from recoupe.model import Capture
from recoupe.readers.decode import Decoded, decode, decode_page
from recoupe.readers.found import Found, Outcome
from recoupe.readers.moments import as_iso
from recoupe.readers.paragraphs import unwrap
from recoupe.settings import Settings


def read_mail(found: Found, settings: Settings) -> Iterator[Outcome]:
    """One article a mail: its page if it has one, else its text."""
    message = BytesParser(policy=policy.default).parsebytes(found.stream.whole(settings.max_bytes))
    part = message.get_body(preferencelist=("html", "plain")) if isinstance(message, EmailMessage) else None
    if not isinstance(part, EmailMessage):
        raise Unreadable("no-text", "the mail has no part that is a text or a page")
    page = part.get_content_type() == "text/html"
    told = _content(part, page)
    saved_from = _header(message, "Snapshot-Content-Location")
    date = as_iso(_header(message, "Date") or "") or None
    yield Capture(
        source=found.source,
        media="text/html" if page else "text/plain",
        text=told.text if page else unwrap(told.text),
        url=saved_from or found.url,
        publisher=None if saved_from else _sender(message),
        title=None if saved_from else _header(message, "Subject"),
        published=None if saved_from else date,
        captured=date if saved_from else found.captured,
        encoding=told.encoding,
        notes=told.notes,
    )


def _content(part: EmailMessage, page: bool) -> Decoded:
    data = part.get_payload(decode=True)
    charset = part.get_content_charset()
    if not isinstance(data, bytes) or not data.strip():
        raise Unreadable("empty", "there is no text in the mail")
    return decode_page(data, charset) if page else decode(data, (charset,) if charset else ())


def _sender(message: EmailMessage) -> str | None:
    """The name of who sent it; an address without a name names nobody."""
    return parseaddr(_header(message, "From") or "")[0].strip() or None


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value else None
