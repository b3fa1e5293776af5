"""The stand-in behind a real HTTP server on 127.0.0.1, its misfortunes included."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR
from socket import socket as Socket  # noqa: N812  (a class, whatever its case)
from threading import Event, Thread

import httpx

from hh_tui.demo.call import API
from hh_tui.demo.faults import Fault
from hh_tui.demo.standin import StandIn

_HANG = 3_600.0  # seconds; a hang ends with the server anyway
_GZIP_FROM = 1_000  # bytes


@contextmanager
def serve(standin: StandIn, port: int = 0) -> Iterator[str]:
    """Serve a stand-in while the context lasts; yields the origin, like ``http://127.0.0.1:41234``."""
    server = _Server(standin, port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.hang_up()
        thread.join()


class _Server(ThreadingHTTPServer):
    """One stand-in and its open connections; each is answered in a thread of its own."""

    daemon_threads = False
    request_queue_size = 64

    def __init__(self, standin: StandIn, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.standin = standin
        self.closing = Event()
        self.connections: set[Socket] = set()

    def hang_up(self) -> None:
        """End every connection and wait for their threads."""
        self.closing.set()
        self.shutdown()
        for connection in self.connections.copy():
            with suppress(OSError):
                connection.shutdown(SHUT_RDWR)
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    """Takes requests off one connection and hands them to the stand-in."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def setup(self) -> None:
        """Take note of the connection, so that it can be ended."""
        super().setup()
        self.server.connections.add(self.connection)

    def handle(self) -> None:
        """Answer until either side hangs up."""
        with suppress(ConnectionError):
            super().handle()

    def finish(self) -> None:
        """Forget the connection."""
        self.server.connections.discard(self.connection)
        with suppress(ConnectionError):
            super().finish()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name is the base class's)
        """Stay silent: paths name people."""

    def handle_one_request(self) -> None:
        """Answer one request, whatever its method."""
        self.raw_requestline = self.rfile.readline(65_537)
        if not self.raw_requestline or not self.parse_request():
            self.close_connection = True
            return
        length = int(self.headers.get("content-length") or 0)
        request = httpx.Request(
            self.command, API + self.path, headers=self.headers.items(), content=self.rfile.read(length)
        )
        fault = self.server.standin.fault_for(request)
        if fault is None:
            self._send(self.server.standin.process(request))
        else:
            self._suffer(request, fault)

    def _suffer(self, request: httpx.Request, fault: Fault) -> None:
        response = self.server.standin.suffer(request, fault)
        if fault.delay or fault.exception == "timeout":
            self.server.closing.wait(fault.delay or _HANG)
        if fault.exception is None:
            self._send(response)
            return
        if fault.exception == "half":
            self._send(response, share=0.5)
        self.close_connection = True

    def _send(self, response: httpx.Response, *, share: float = 1.0) -> None:
        """Send an answer, or only a ``share`` of the body its headers promise."""
        packed = "content-encoding" in response.headers
        body = b"".join(response.iter_raw()) if packed else response.content
        if "date" in response.headers:
            self.send_response_only(response.status_code)
        else:
            self.send_response(response.status_code)
        for name, value in response.headers.items():
            if name != "content-length":
                self.send_header(name, value)
        if not packed and len(body) >= _GZIP_FROM and "gzip" in self.headers.get("accept-encoding", ""):
            body = gzip.compress(body, compresslevel=1)
            self.send_header("content-encoding", "gzip")
        if response.status_code not in (204, 304):
            self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: int(len(body) * share)])
