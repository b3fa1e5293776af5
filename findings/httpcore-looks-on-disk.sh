#!/bin/sh
# httpcore looks for a module on the disk with every request.
#
# httpcore 1.0.9, httpx 0.28.1, anyio 4.16.0: to learn which event loop it runs under, httpcore imports sniffio inside
# a function. anyio brought sniffio along once and no longer does, so in a plain installation of httpx it is absent; and
# what Python does not find it does not remember. A client that asks one server over one open connection goes through
# the whole search path four times for each request, eight times for the first one. Where sniffio is installed beside
# it, it is looked for once.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
pip="$folder/venv/bin/pip install --quiet --disable-pip-version-check"
$pip httpx==0.28.1 httpcore==1.0.9 anyio==4.16.0

cat > "$folder/ask.py" <<'PYTHON'
import asyncio
import sys
from importlib.abc import MetaPathFinder

import httpx

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
looked: list[str] = []


class Counting(MetaPathFinder):
    """Finds nothing; is asked before the finders that go to the disk."""

    def find_spec(self, name, path, target=None):
        if name == "sniffio":
            looked.append(name)
        return None


async def answer(reader, writer):
    try:
        while await reader.readuntil(b"\r\n\r\n"):
            writer.write(ANSWER)
            await writer.drain()
    except asyncio.IncompleteReadError:
        writer.close()


async def main():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    counts = []
    async with httpx.AsyncClient(trust_env=False) as client:
        for _ in range(3):
            before = len(looked)
            assert (await client.get(f"http://127.0.0.1:{port}/")).text == "ok"
            counts.append(len(looked) - before)
    server.close()
    await asyncio.sleep(0.1)
    print(*counts)


sys.meta_path.insert(0, Counting())
asyncio.run(main())
PYTHON

without=$("$folder/venv/bin/python" "$folder/ask.py")
$pip sniffio==1.3.1
with=$("$folder/venv/bin/python" "$folder/ask.py")
printf "searches a request, without sniffio: %s; with it: %s\n" "$without" "$with"
[ "$without" = "8 4 4" ] && [ "$with" = "1 0 0" ] || { echo "This has changed." >&2; exit 1; }
