"""The shape of the code where a test can hold it. A figure may be lowered and is never raised."""

import ast
import importlib
import inspect
import pkgutil
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import hh_tui
from hh_tui.ui.screens.inbox import InboxScreen

LONGEST_LINE: Final = 2
"""Own classes above any class."""

LONG_LINES: Final = 0
"""Classes with more than two own classes above them."""

ASSIGNMENTS: Final = 0
"""Places outside the store that assign the snapshot; 0 at the end."""

UPDATES: Final = 1
"""Places that put a snapshot into the state by no event of a name: nobody but the painter hears of them."""

IN_CIRCLES: Final = 0
"""Modules that import each other in a circle for their types; 0 at the end, as it is at run time."""

AT_THE_ROOT: Final = 0
"""Modules beside `__init__` and `__main__`; 2 at the end."""

LONGEST_TEST_NAME: Final = 60
"""Characters of a test's name."""

LONGEST_FILE: Final = 350
"""Lines of a module."""

LONGEST_FUNCTION: Final = 59
"""Lines of a function: it fits a screen."""

DATACLASSES: Final = {"cli/login/login_attempt.py", "system/structs.py"}
"""Files beside the stand-in's that use `dataclasses`, which are compiled at each start.

Values are `msgspec.Struct`; `hh_tui.system.structs.replace` copies them. What a login attempts hides its
secrets in its repr.
"""

SOURCE: Final = Path(hh_tui.__file__).parent
TESTS: Final = Path(__file__).parent

SEAM: Final = {"app_state.py", "test_shape.py"}
"""Files of the tests that may name attributes of a screen."""

BEHIND: Final = re.compile(
    r"\.inbox\.inbox\b"
    r"|\bapp\.inbox\b"
    r"|\bInboxScreen\b"
    r"|\bapp\.screen\.(?!query|query_one|get_widget_at|clear_selection|_compositor)\w+"
)
"""A screen looked behind; what Textual gives every screen is free."""


def _modules() -> dict[str, Path]:
    """Every module by its name."""
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def _own_classes() -> Iterator[type]:
    """Every class but errors and the models of what hh.ru answers."""
    for module in pkgutil.walk_packages(hh_tui.__path__, "hh_tui."):
        if module.name.endswith("__main__") or module.name.startswith(("hh_tui.errors", "hh_tui.api.models")):
            continue
        for _, one in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if one.__module__ == module.name and not issubclass(one, BaseException):
                yield one


def _own_bases(one: type) -> list[str]:
    return [base.__name__ for base in one.__mro__[1:] if base.__module__.startswith("hh_tui")]


def _imports(tree: ast.AST, *, types: bool = False) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Modules with the names taken from them, and whether type checkers alone import them."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, (), types) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative imports are banned"
            yield node.module or "", tuple(alias.name for alias in node.names), types
        elif not isinstance(node, ast.expr):
            checked = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
            yield from _imports(node, types=types or checked)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _functions(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions, also those within others; none is within an expression."""
    for one in ast.iter_child_nodes(node):
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef):
            yield one
        if not isinstance(one, ast.expr):
            yield from _functions(one)


@cache
def _imports_of(path: Path) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    return tuple(_imports(_tree(path)))


def _graph(*, types: bool) -> dict[str, set[str]]:
    """Which module imports which."""
    modules = _modules()
    graph: dict[str, set[str]] = {}
    for name, path in modules.items():
        graph[name] = set()
        for module, names, checked in _imports_of(path):
            if checked and not types:
                continue
            inner = {f"{module}.{one}" for one in names}
            graph[name] |= inner & modules.keys()
            if not names or inner - modules.keys():
                graph[name] |= {module} & modules.keys()
        graph[name].discard(name)
    return graph


def _in_circles(graph: Mapping[str, set[str]]) -> set[str]:
    """The modules that lead back to themselves."""
    # Whoever imports nobody that is left is in no circle.
    graph, left = {one: set(others) for one, others in graph.items()}, 0
    while left != len(graph):
        left = len(graph)
        graph = {one: others & graph.keys() for one, others in graph.items() if others & graph.keys()}

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        wanted = list(graph[start])
        while wanted:
            if (one := wanted.pop()) not in seen:
                seen.add(one)
                wanted.extend(graph.get(one, ()))
        return seen

    return {one for one in graph if one in reached(one)}


def test_no_line_of_subclasses() -> None:
    lines = {one: _own_bases(one) for one in _own_classes()}
    assert len(lines) > 100
    assert max(map(len, lines.values())) <= LONGEST_LINE
    long = sorted(f"{one.__name__}: {len(bases)}" for one, bases in lines.items() if len(bases) > 2)
    assert len(long) <= LONG_LINES, long


def test_the_snapshot_is_assigned_in_one_place() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{number}"
        for path in sorted(SOURCE.rglob("*.py"))
        if path.name != "state_store.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ".inbox = " in line and "InboxScreen(" not in line
    ]
    assert len(found) <= ASSIGNMENTS, found


def test_changes_of_the_snapshot_have_names() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{number}"
        for path in sorted((SOURCE / "ui").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\b(context|store|states)\.update\(", line) and path.name != "context.py"
    ]
    assert len(found) <= UPDATES, found


def test_modules_do_not_import_in_circles() -> None:
    graph = _graph(types=False)
    assert any(graph.values())
    assert _in_circles(graph) == set()
    found = _in_circles(_graph(types=True))
    assert len(found) <= IN_CIRCLES, sorted(found)


def test_a_circle_of_imports_is_found() -> None:
    assert _in_circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == {"b", "c"}


def test_the_root_holds_folders() -> None:
    found = {path.stem for path in SOURCE.glob("*.py")} - {"__init__", "__main__"}
    assert len(found) <= AT_THE_ROOT, sorted(found)


def test_tests_look_behind_a_screen_through_one_file() -> None:
    found = [
        f"{path.relative_to(TESTS)}:{number}: {line.strip()}"
        for path in sorted(TESTS.rglob("*.py"))
        if path.name not in SEAM
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if BEHIND.search(line)
    ]
    assert found == []


def test_a_message_has_one_handler_on_the_inbox_screen() -> None:
    handlers: dict[type, set[str]] = defaultdict(set)
    for one in InboxScreen.__mro__:
        for message, named in vars(one).get("_decorated_handlers", {}).items():
            for handler, selectors in named:
                if not selectors:
                    handlers[message].add(f"{one.__name__}.{handler.__name__}")
    assert handlers
    assert {message: names for message, names in handlers.items() if len(names) > 1} == {}


def test_features_are_reached_by_their_screen_alone() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{number}: {line.strip()}"
        for path in sorted(SOURCE.rglob("*.py"))
        if path.parent != SOURCE / "ui" / "screens"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\.features\.\w", line)
    ]
    assert found == []


def test_names_of_tests_are_short() -> None:
    found = [
        f"{path.relative_to(TESTS)}: {node.name}"
        for path in sorted(TESTS.rglob("*.py"))
        for node in _functions(_tree(path))
        if node.name.startswith("test_") and len(node.name) > LONGEST_TEST_NAME
    ]
    assert found == []


def test_values_are_structs() -> None:
    """A dataclass takes sixty times as long to be made as a struct, at each start of the program."""
    files = {path.relative_to(SOURCE).as_posix(): path.read_text() for path in SOURCE.rglob("*.py")}
    found = {name for name, text in files.items() if "from dataclasses import" in text}
    assert {name for name in found if not name.startswith("demo/")} == DATACLASSES


def test_files_are_short() -> None:
    found = [
        f"{path.relative_to(SOURCE)}: {lines}"
        for path in sorted(SOURCE.rglob("*.py"))
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]
    assert found == []


def test_functions_fit_a_screen() -> None:
    found = [
        f"{path.relative_to(SOURCE)}: {node.name} has {lines} lines"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in _functions(_tree(path))
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert found == []


def test_the_package_tells_its_layers_as_the_contract_has_them() -> None:
    project = tomllib.loads((SOURCE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]["layers"]
    told = re.findall(r"^ {4}(\w+(?: \| \w+)*)  ", hh_tui.__doc__ or "", re.MULTILINE)
    assert told == [layer.replace("hh_tui.", "") for layer in contract]
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert packages - {"demo"} == {name for layer in told for name in layer.split(" | ")}
