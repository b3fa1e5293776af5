"""`python -m tests.terminals [NAME …]`: a matrix of terminals and keys, and one letter sent from each.

Exit code 1 where a key is taken for something else than it is. `--record FILE` keeps what was sent.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hh_tui.keys.keymap import Keymap
from tests.keys.facts import Fact
from tests.keys.verdict import wrong
from tests.terminals.emulators import absent, found
from tests.terminals.keyboard import KEYS
from tests.terminals.letter import letter
from tests.terminals.recording import recorded
from tests.terminals.stage import NotShown, screen


def main() -> int:
    """Try every terminal that was named, or all that are found."""
    parser = argparse.ArgumentParser(prog="python -m tests.terminals", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *found()], metavar="NAME")
    parser.add_argument("--record", type=Path)
    parser.add_argument("--display", type=int, default=97)
    asked = parser.parse_args()
    facts: list[Fact] = []
    bad = 0
    with tempfile.TemporaryDirectory() as folder, screen(Path(folder), asked.display) as environ:
        for name in asked.names or found():
            rows, complaints = _tried(name, environ, Path(folder))
            facts += rows
            bad += len(complaints)
            _print(name, rows, complaints)
    print("absent:", ", ".join(absent()) or "none")  # noqa: T201
    if asked.record:
        lines = ["\t".join([*fact[:4], fact.data.hex()]) for fact in facts]
        asked.record.write_text(
            "\n".join(["terminal\tmode\tlayout\tkey\tbytes", *lines, ""]), encoding="utf-8"
        )
    return 1 if bad else 0


def _tried(name: str, environ: Mapping[str, str], folder: Path) -> tuple[list[Fact], list[str]]:
    try:
        rows = recorded(name, environ, folder)
        complaints = [said for fact in rows if (said := wrong(Keymap(), fact))]
        return rows, complaints + letter(name, environ, folder)
    except NotShown:
        return [], ["it did not show up"]


def _print(name: str, rows: list[Fact], complaints: list[str]) -> None:
    heard = {layout: {fact.key for fact in rows if fact.layout == layout} for layout in KEYS}
    counts = " ".join(f"{layout} {len(heard[layout])}/{len(keys)}" for layout, keys in KEYS.items())
    print(f"{'✗' if complaints else '✓'} {name:<16} keys heard: {counts}", flush=True)  # noqa: T201
    kept = [key for key in KEYS["us"] if rows and key not in heard["us"]]
    if kept:
        print(f"    not heard by a program: {', '.join(kept)}", flush=True)  # noqa: T201
    for complaint in complaints:
        print(f"    ✗ {complaint}", flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
