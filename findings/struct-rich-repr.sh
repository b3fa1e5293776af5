#!/bin/sh
# Rich prints the fields of a msgspec Struct that has a __repr__ of its own.
#
# msgspec 0.23.0, rich 15.0.0: a class that says how it is represented is represented so by Rich, too, in pretty
# printing and beside the locals of a traceback; a dataclass is, for one. Struct brings a __rich_repr__ along that is
# not derived from __repr__, and Rich prefers it. What a Struct leaves out of its __repr__ is left out by Rich only
# where the class overrides __rich_repr__ as well.
#
# Exits with 0 while that is so, and with 1 once it has changed. Needs Python and a package index.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check msgspec==0.23.0 rich==15.0.0

cat > "$folder/show.py" <<'PYTHON'
from dataclasses import dataclass

from msgspec import Struct
from rich.pretty import pretty_repr


class AsStruct(Struct):
    long: str

    def __repr__(self) -> str:
        return "AsStruct(…)"


@dataclass(repr=False)
class AsDataclass:
    long: str

    def __repr__(self) -> str:
        return "AsDataclass(…)"


class Both(AsStruct):
    def __rich_repr__(self):
        yield ...


for one in (AsStruct("a body"), AsDataclass("a body"), Both("a body")):
    print(ascii(repr(one)), ascii(pretty_repr(one)))
PYTHON

told=$("$folder/venv/bin/python" "$folder/show.py")
printf "%s\n" "$told"
seen="'AsStruct(\\u2026)' \"AsStruct(long='a body')\"
'AsDataclass(\\u2026)' 'AsDataclass(\\u2026)'
'AsStruct(\\u2026)' 'Both(Ellipsis)'"
[ "$told" = "$seen" ] || { echo "This has changed." >&2; exit 1; }
