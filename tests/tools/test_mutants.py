"""The faults that the script of mutants puts into a module."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).parent.parent.parent / "tools"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script's module; it is not part of the package."""
    spec = importlib.util.spec_from_file_location("mutants", TOOLS / "mutants.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("return a < b", ["return None", "return (a <= b)", "return (a >= b)"]),
        ("return a == b", ["return None", "return (a != b)"]),
        ("return a and b", ["return None", "return (a or b)"]),
        ("return not a", ["return None", "return (a)"]),
        ("return a + 1", ["return None", "return (a - 1)", "return a + 0", "return a + 2"]),
        ("return -a", ["return None", "return (a)"]),
        ("return None", []),
        ("return False", ["return True"]),
        ("return f(a, b)", ["return None", "return f(b, a)"]),
        ("return min(a, b)", ["return None", "return max(a, b)"]),
        ("return a.find(b)", ["return None", "return a.rfind(b)"]),
        ("return 'x'", ["return None", "return ''"]),
        ("return f'{a + 1}'", ["return None"]),
        ("return [x for x in a if x]", ["return None", "return [x for x in a if (not x)]"]),
        ("a += b", ["a -= b", "pass"]),
        ("a = b", ["pass"]),
        ("c = b", []),
        ("a.append(True)", ["a.append(False)", "pass"]),
        ("c: int = 1", ["c: int = 0", "c: int = 2"]),
        ("if a: b()", ["if (not a): b()", "if a: pass"]),
        ("if a is None: return", ["if (a is not None): return"]),
    ],
)
def test_each_kind_of_fault(tool: ModuleType, line: str, changed: list[str]) -> None:
    source = f"def f(a, b):\n    {line}\n".encode()
    found = tool.mutants("x.py", source)
    assert sorted(mutant.after for mutant in found) == sorted(changed)
    assert {(mutant.path, mutant.where, mutant.line, mutant.before) for mutant in found} <= {("x.py", "f", 2, line)}


@pytest.mark.parametrize(
    "line",
    [
        '"""A docstring."""',
        "from a import b",
        "Span = tuple[int, int]",
        "Known = dict[str, int] | None",
        "__all__ = ['a', 'b']",
        "@cache(maxsize=1)\ndef f(a: int | str): ...",
    ],
)
def test_what_says_nothing_about_behaviour_is_left_alone(tool: ModuleType, line: str) -> None:
    assert tool.mutants("x.py", f"{line}\n".encode()) == []


def test_every_mutant_of_this_project_is_python_and_differs_in_one_place(tool: ModuleType) -> None:
    source = (TOOLS.parent / "src/course_reader/text/fold.py").read_bytes()
    found = tool.mutants("text/fold.py", source)
    assert len(found) > 200
    for mutant in found:
        changed = mutant.apply(source)
        ast.parse(changed)
        assert changed != source
        assert source[mutant.start : mutant.end].decode() == mutant.old
