"""What is published is the whole program: styles, catalogues and demo travel with it, in an archive, too."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipapp
import zipfile
from pathlib import Path

import pytest

from hh_tui import __version__
from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


def _wheel(built: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(built.glob("*.whl")))


def test_everything_that_is_no_code_is_in_the_wheel(built: Path) -> None:
    packed = set(_wheel(built).namelist())
    source = ROOT / "hh_tui"
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert any(name.endswith(".tcss") for name in wanted)
    assert any(name.endswith(".toml") for name in wanted)
    assert wanted <= packed
    assert not [name for name in packed if name.startswith("tests")]


def test_both_distributions_hold_the_same_files(built: Path) -> None:
    wheel = _wheel(built)
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        packed = {
            member.name.partition("/")[2]: sdist.extractfile(member).read()  # type: ignore[union-attr]
            for member in sdist
            if member.isfile()
        }
    info = f"hh_tui-{__version__}.dist-info"
    installed = {name: wheel.read(name) for name in wheel.namelist()}
    assert {name: packed[name] for name in packed if name.startswith("hh_tui/")} == {
        name: installed[name] for name in installed if name.startswith("hh_tui/")
    }
    assert packed["PKG-INFO"] == installed[f"{info}/METADATA"]
    assert packed["LICENSE"] == installed[f"{info}/licenses/LICENSE"]
    rest = {name for name in packed if not name.startswith("hh_tui/")}
    assert rest == {"PKG-INFO", "LICENSE", "README.md", "pyproject.toml", ".gitignore"}


def test_the_module_runs_as_a_program() -> None:
    command = [sys.executable, "-m", "hh_tui", "--version"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == (f"hh-tui {__version__}\n", 0)


def test_an_archive_of_the_program_opens_the_demo(built: Path, tmp_path: Path) -> None:
    """The wheel as an executable archive, away from the checkout, with the dependencies beside it."""
    shutil.unpack_archive(next(built.glob("*.whl")), tmp_path / "program", "zip")
    archive = tmp_path / "hh-tui.pyz"
    zipapp.create_archive(tmp_path / "program", archive, main="hh_tui.__main__:run")
    env = {
        "HH_TUI_HOME": str(tmp_path / "home"),
        "LANG": "en_US.UTF-8",
        "TEXTUAL_ANIMATIONS": "none",
        "PYTHONPATH": os.pathsep.join([str(archive), sysconfig.get_paths()["purelib"]]),
    }
    where = subprocess.run(
        [sys.executable, "-c", "import hh_tui; print(hh_tui.__file__)"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(archive))
    with Terminal([sys.executable, str(archive), "--demo", "S"], env) as screen:
        screen.wait_for("Unsorted")
        screen.wait_for("decide")
        screen.type("?")
        screen.wait_for("The layout does not matter")
        screen.type("q")
        screen.wait_for("decide")
        screen.type("\x11")
        assert screen.wait() == 0
