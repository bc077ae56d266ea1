"""A web server on this machine whose answers a test writes byte by byte."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answers = Mapping[str, bytes | Callable[[socket.socket], None]]


@dataclass
class Server:
    address: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(answers: Answers) -> Iterator[Server]:
    """Answers by path; 404 for all others."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(f"http://127.0.0.1:{listening.getsockname()[1]}")
        thread = threading.Thread(target=_serve, args=(listening, answers, server), daemon=True)
        thread.start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)
    thread.join()


def _serve(listening: socket.socket, answers: Answers, server: Server) -> None:
    with suppress(OSError):
        while True:
            line, _ = listening.accept()
            with line, suppress(OSError):
                head = b""
                while b"\r\n\r\n" not in head and (chunk := line.recv(65_536)):
                    head += chunk
                path = head.split(b" ", 2)[1].decode()
                server.asked.append(path)
                answer = answers.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                if isinstance(answer, bytes):
                    line.sendall(answer)
                else:
                    answer(line)


def page(body: bytes, *more: str, media: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Type: {media}", *more, f"Content-Length: {len(body)}"]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body
