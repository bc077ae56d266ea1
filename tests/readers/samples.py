"""One small file of each kind, all with the same article in it."""

from __future__ import annotations

import gzip
import io
import json
import textwrap
import zipfile
from collections.abc import Callable

import pytest

TITLE = "Ferry service to the islands suspended"
TEXT = (
    "The ferry to the islands will not sail before Thursday, the harbour master said. "
    "Divers found a crack in the hull on Sunday night, and the company has asked for a second ship."
)
URL = "https://gazette.example/2026/03/ferry"
PAGE = (
    f"<!DOCTYPE html><html lang='en'><head><title>{TITLE}</title></head>"
    f"<body><article><h1>{TITLE}</h1><p>{TEXT}</p></article></body></html>"
)
RECORD = {"title": TITLE, "text": TEXT, "url": URL, "published": "2026-03-02"}


def plain() -> bytes:
    return f"{TITLE}\n\n{TEXT}\n".encode()


def page() -> bytes:
    return PAGE.encode()


def markdown() -> bytes:
    return f'---\ntitle: "{TITLE}"\nurl: {URL}\ndate: 2026-03-02\n---\n\n**{TEXT[:9]}**{TEXT[9:]}\n'.encode()


def lines() -> bytes:
    return b"".join(json.dumps({**RECORD, "id": number}).encode() + b"\n" for number in (1, 2))


def json_list() -> bytes:
    return json.dumps([RECORD], indent=1).encode()


def json_document() -> bytes:
    return json.dumps({"status": "ok", "articles": [RECORD]}, indent=1).encode()


def csv() -> bytes:
    return f'title,text,url\n"{TITLE}","{TEXT}",{URL}\n'.encode()


def tsv() -> bytes:
    return f"title\ttext\turl\n{TITLE}\t{TEXT}\t{URL}\n".encode()


def parquet() -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    tables = pytest.importorskip("pyarrow.parquet")
    file = io.BytesIO()
    tables.write_table(pyarrow.table({key: [value] for key, value in RECORD.items()}), file)
    return file.getvalue()


def warc_record(
    body: bytes, *, media: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = ""
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{more}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"WARC-Target-URI: {URL}\r\nWARC-Date: 2026-03-02T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc() -> bytes:
    pytest.importorskip("fastwarc")
    return warc_record(b"\x89PNG", media="image/png") + warc_record(page())


def wacz() -> bytes:
    return zipped(
        {
            "datapackage.json": b"{}",
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
            "archive/data.warc.gz": gzip.compress(warc()),
        }
    )


def rss() -> bytes:
    return (
        "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>The Gazette - News</title><item><title>{TITLE}</title><link>{URL}</link>"
        f"<description>Ferry stopped</description><content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded>"
        "<pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate></item></channel></rss>"
    ).encode()


def atom() -> bytes:
    return (
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>The Gazette</title><entry>"
        f"<id>tag:1</id><title>{TITLE}</title><link href='{URL}'/><updated>2026-03-02T08:00:00Z</updated>"
        f"<content type='html'>&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"
    ).encode()


def json_feed() -> bytes:
    item = {"id": "1", "url": URL, "title": TITLE, "content_html": f"<p>{TEXT}</p>", "date_published": "2026-03-02"}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Gazette", "items": [item]}).encode()


def mail() -> bytes:
    return (
        "From: The Gazette <news@gazette.example>\r\nTo: a@b.example\r\n"
        f"Subject: {TITLE}\r\nDate: Mon, 02 Mar 2026 08:00:00 +0100\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=xyz\r\n\r\n"
        f"--xyz\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}\r\n"
        f"--xyz\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}\r\n--xyz--\r\n"
    ).encode()


def mhtml() -> bytes:
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: {TITLE}\r\n"
        "Date: Mon, 02 Mar 2026 08:00:00 +0100\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="xyz"\r\n\r\n'
        f"--xyz\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: {URL}\r\n\r\n{PAGE}\r\n--xyz--\r\n"
    ).encode()


def pdf() -> bytes:
    pytest.importorskip("pypdf")
    rows = [TITLE, *textwrap.wrap(TEXT, 60)]
    stream = "BT /F1 11 Tf 14 TL 50 700 Td " + " ".join(f"({row}) Tj T*" for row in rows) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{item}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def docx() -> bytes:
    package = pytest.importorskip("docx")
    document = package.Document()
    document.add_heading(TITLE)
    document.add_paragraph(TEXT)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def zip_of_files() -> bytes:
    return zipped({"news/a.html": page(), "news/style.css": b"p {}", "__MACOSX/news/._a.html": b"\0\0"})


# Ending → what makes such a file.
SAMPLES: dict[str, Callable[[], bytes]] = {
    ".txt": plain,
    ".html": page,
    ".md": markdown,
    ".jsonl": lines,
    ".json": json_list,
    ".document.json": json_document,
    ".csv": csv,
    ".tsv": tsv,
    ".parquet": parquet,
    ".warc": warc,
    ".wacz": wacz,
    ".rss": rss,
    ".xml": atom,
    ".feed.json": json_feed,
    ".eml": mail,
    ".mhtml": mhtml,
    ".pdf": pdf,
    ".docx": docx,
    ".zip": zip_of_files,
}
