"""The tests themselves: each asserts something, waits for events, and tries the same in every run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent
FILES = sorted(path for path in TESTS.rglob("*.py") if "benchmarks" not in path.parts and "roots" not in path.parts)

#: a helper that asserts says so by its name
PROVING = ("assert_", "check_", "prove")
#: assertions of pytest and playwright
ASSERTING = {"raises", "warns", "deprecated_call", "fail", "expect"}
#: calls that wait for a time instead of an event, or measure time
TIMED = {"sleep", "wait_for_timeout", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time"}


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions and methods of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def statements(function: ast.AST) -> Iterator[ast.AST]:
    """The statements of a function, without those of functions that it only defines."""
    for node in ast.iter_child_nodes(function):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef):
            yield node
            yield from statements(node)


def name_of(call: ast.Call) -> str:
    """The last part of the name that is called."""
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def is_proof(function: ast.AST) -> bool:
    """Whether a function asserts something, or calls a helper that says by its name that it does."""
    nodes = list(statements(function))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    helpers = (call.func.id for call in calls if isinstance(call.func, ast.Name))
    return (
        any(isinstance(node, ast.Assert) for node in nodes)
        or any(name_of(call) in ASSERTING for call in calls)
        or any(name.startswith(PROVING) for name in helpers)
    )


def where(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.expr) -> str:
    """A place, for people."""
    return f"{path.relative_to(TESTS)}:{node.lineno}"


def test_every_test_asserts_something() -> None:
    names = [(path, node) for path in FILES if path.name.startswith("test_") for node in functions(path)]
    tests = [(path, node) for path, node in names if node.name.startswith("test")]
    assert len(tests) > 1000
    assert [f"{where(path, node)} {node.name}" for path, node in tests if not is_proof(node)] == []


def test_every_helper_that_says_so_asserts_something() -> None:
    helpers = [(path, node) for path in FILES for node in functions(path) if node.name.startswith(PROVING)]
    assert helpers
    assert [f"{where(path, node)} {node.name}" for path, node in helpers if not is_proof(node)] == []


@pytest.mark.parametrize(
    ("source", "is_enough"),
    [
        ("assert f()", True),
        ("with pytest.raises(ValueError):\n        f()", True),
        ("for x in y:\n        assert x", True),
        ("prove_it(f())", True),
        ("expect(page).to_have_title('x')", True),
        ("f()", False),
        ("page.get_by_label('x').check()", False),
        ("Schema.check_schema(f())", False),
        ("def inner():\n        assert f()", False),
        ("g = lambda: check_it()", False),
    ],
)
def test_what_counts_as_an_assertion(source: str, is_enough: bool) -> None:
    [function] = ast.parse(f"def test_x():\n    {source}\n").body
    assert is_proof(function) is is_enough


def test_no_test_waits_for_a_while_or_measures_time() -> None:
    calls = [
        (path, node)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    assert [f"{where(path, call)} {name_of(call)}" for path, call in calls if name_of(call) in TIMED] == []
    assert [where(path, call) for path, call in calls if "networkidle" in ast.unparse(call)] == []


def test_property_tests_try_the_same_in_every_run() -> None:
    usual = settings.get_profile("suite")
    assert (usual.derandomize, usual.database, usual.deadline) == (True, None, None)
    random = settings.get_profile("fuzz")
    assert not random.derandomize
    assert random.database is not None
    assert random.print_blob
    assert random.max_examples >= 20 * usual.max_examples


def test_no_property_test_sets_what_the_profile_decides() -> None:
    found = [
        (path, keyword.value, keyword.arg, ast.unparse(keyword.value))
        for path in FILES
        if path.name.startswith("test_")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and name_of(node) == "settings"
        for keyword in node.keywords
    ]
    assert {name for _, _, name, _ in found} <= {"max_examples", "suppress_health_check"}
    counts = [(path, node, text) for path, node, name, text in found if name == "max_examples"]
    assert counts
    assert [where(path, node) for path, node, text in counts if not re.fullmatch(r"examples\(\d+\)", text)] == []


def test_tests_of_a_group_are_kept_together(request: pytest.FixtureRequest) -> None:
    """Some versions of pytest and xdist do not understand each other; servers and readers would be started twice."""
    grouped = [item for item in request.session.items if item.get_closest_marker("xdist_group")]
    if not request.config.getoption("loadgroup", default=False):
        pytest.skip("the tests run in one process, or without --dist loadgroup")
    assert [item.nodeid for item in grouped if "@" not in item.nodeid.rpartition("]")[2]] == []
