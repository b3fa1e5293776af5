"""A build of the program: the one that stands here, or that of a commit, installed for the purpose."""

import io
import subprocess
import sys
import tarfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tests.bench.running import ROOT, Broken


@dataclass(frozen=True)
class Build:
    """`command` starts it; `folder` is where it runs, and the first place where modules are looked for."""

    command: tuple[str, ...]
    folder: Path

    @classmethod
    def of(cls, python: Path, tree: Path, folder: Path) -> Self:
        """What `python` runs as the console script of the project in `tree`."""
        project = tomllib.loads((tree / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        module, _, function = project["scripts"]["hh-tui"].partition(":")
        start = f"import sys; from {module} import {function}; sys.exit({function}())"
        return cls((str(python), "-c", start), folder)


HERE = Build.of(Path(sys.executable), ROOT, ROOT)


def installed(tree: Path, folder: Path) -> Build:
    """The project in `tree` with the dependencies that it names and no others, an environment in `folder`.

    Raises Broken where it cannot be installed.
    """
    home, empty = folder / "environment", folder / "empty"
    empty.mkdir(parents=True)
    python = home / "bin" / "python"
    _done(sys.executable, "-m", "venv", str(home))
    _done(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(tree))
    return Build.of(python, tree, empty)


def of_commit(commit: str, folder: Path) -> Build:
    """The build of a commit, installed. Raises Broken where there is no such commit."""
    tree = folder / "tree"
    archive = _done("git", "-C", str(ROOT), "archive", "--format=tar", commit)
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(tree, filter="data")
    return installed(tree, folder)


def _done(*command: str) -> bytes:
    """What a command prints. Raises Broken where it fails."""
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise Broken(f"{' '.join(command[:4])}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
