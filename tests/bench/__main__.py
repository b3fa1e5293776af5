"""`python -m tests.bench [--quick] [--only start,keys,…] [--json FILE]`: measure, and print what came out.

`--against COMMIT` installs this build and that of a commit, each with what it needs, and measures them
in turns.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.bench import mail
from tests.bench.build import installed, of_commit
from tests.bench.measures.side_by_side import side_by_side
from tests.bench.pairs import Both
from tests.bench.report import PARTS, measured
from tests.bench.running import ROOT, Broken
from tests.bench.scale import QUICK, WHOLE, Scale
from tests.bench.table import drawn


def main(arguments: list[str] | None = None) -> int:
    """0 whatever the figures, 1 when something could not be measured at all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short look: a list of 2000, few samples")
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    parser.add_argument("--json", type=Path, default=None, metavar="FILE", help="write the figures there")
    parser.add_argument(
        "--against", metavar="COMMIT", help="hold this build against that of a commit, in turns"
    )
    chosen = parser.parse_args(arguments)
    parts = tuple(chosen.only.split(","))
    if unknown := set(parts).difference(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if chosen.against is not None:
        return _against(chosen.against, QUICK if chosen.quick else WHOLE, chosen.json)
    with tempfile.TemporaryDirectory(prefix="hh-tui-bench-") as folder:
        mail.post(Path(folder) / "aerc", mail.COUNT)
        try:
            report = measured(QUICK if chosen.quick else WHOLE, parts, Path(folder))
        except (Broken, AssertionError) as trouble:
            sys.stderr.write(f"{trouble}\n")
            return 1
    sys.stdout.write(f"{drawn(report.verdicts)}\n\n{report.footer}\n")
    if chosen.json is not None:
        chosen.json.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n")
    sys.stderr.writelines(f"{part}\n" for part in report.broken)
    return 1 if report.broken else 0


def _against(commit: str, scale: Scale, file: Path | None) -> int:
    """Two builds side by side; 1 when something could not be measured."""
    with tempfile.TemporaryDirectory(prefix="hh-tui-bench-") as name:
        folder = Path(name)
        try:
            builds = Both(installed(ROOT, folder / "here"), of_commit(commit, folder / "there"))
            compared = side_by_side(builds, scale, folder)
        except (Broken, AssertionError) as trouble:
            sys.stderr.write(f"{trouble}\n")
            return 1
    sys.stdout.write(f"{compared.drawn()}\n")
    if file is not None:
        file.write_text(json.dumps(compared.as_json(), ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
