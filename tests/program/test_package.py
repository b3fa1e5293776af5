"""A wheel in a clean environment is the whole program: styles, catalogues and demo travel with it."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "-w",
            folder,
            ROOT,
        ],
        check=True,
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    return next(folder.glob("hh_tui-*.whl"))


def test_everything_that_is_no_code_is_in_the_wheel(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
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


def test_the_installed_program_opens_the_demo(wheel: Path, tmp_path: Path) -> None:
    """A new environment with the wheel and its dependencies, away from the checkout."""
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    packages = next((tmp_path / "env" / "lib").glob("python*")) / "site-packages"
    zipfile.ZipFile(wheel).extractall(packages)
    (packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"])
    where = subprocess.run(
        [python, "-c", "import hh_tui; print(hh_tui.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.strip().startswith(str(packages))
    start = [str(python), "-c", "import sys; from hh_tui.cli import main; sys.exit(main())", "--demo", "S"]
    env = {"HH_TUI_HOME": str(tmp_path / "home"), "LANG": "en_US.UTF-8", "TEXTUAL_ANIMATIONS": "none"}
    with Terminal(start, env) as screen:
        screen.wait_for("Unsorted")
        screen.wait_for("decide")
        screen.type("?")
        screen.wait_for("The layout does not matter")
        screen.type("q")
        screen.wait_for("decide")
        screen.type("q")
        assert screen.wait() == 0
