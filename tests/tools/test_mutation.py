"""The script that measures what the tests of the pure modules notice."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).parent.parent.parent
TOOLS = PROJECT / "tools"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script as a module; it is not part of the package."""
    sys.path.insert(0, str(TOOLS))
    try:
        spec = importlib.util.spec_from_file_location("mutation", TOOLS / "mutation.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(TOOLS))
    return module


def test_a_short_run_gives_a_score_and_leaves_the_tree_alone() -> None:
    module = PROJECT / "src/course_reader/text/prose/overlap.py"
    before = module.read_bytes(), module.stat().st_mtime_ns
    command = [sys.executable, str(TOOLS / "mutation.py"), "--module", "text/prose/overlap.py", "--sample", "5"]
    ran = subprocess.run([*command, "--least", "80"], capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert " of 5 mutants noticed" in ran.stdout
    assert (module.read_bytes(), module.stat().st_mtime_ns) == before


def test_a_module_that_is_not_pure_is_refused() -> None:
    command = [sys.executable, str(TOOLS / "mutation.py"), "--module", "pdf/book.py"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 2
    assert "not a pure module: pdf/book.py" in ran.stderr


def test_every_module_has_its_tests_where_one_looks(tool: ModuleType) -> None:
    """Packages without code of their own need none."""
    modules = [module for module in tool.modules() if not module.endswith("__init__.py")]
    missing = [
        module
        for module in modules
        if not any(Path(t).stem == f"test_{Path(module).stem}" for t in (tool.tests_of(module) or [[""]])[0])
    ]
    assert len(modules) > 25
    assert missing == []


def test_a_sample_is_the_same_for_the_same_seed(tool: ModuleType) -> None:
    modules = ["text/fold.py", "model/dates.py"]
    one, two, other = (tool.drawn(modules, 20, seed) for seed in (1, 1, 2))
    assert one == two != other
    assert len(one) == len(set(one)) == 20


def test_what_is_listed_as_equivalent_still_is_a_mutant_and_is_not_drawn(tool: ModuleType) -> None:
    every = {
        mutant.key
        for module in tool.modules()
        for mutant in tool.mutants(module, (PROJECT / tool.PACKAGE / module).read_bytes())
    }
    listed = tool.equivalent()
    assert not [" ".join(key) for key in listed if key not in every]
    assert [key for key, count in listed.items() if count > 1] == []
    assert not listed.keys() & {mutant.key for mutant in tool.drawn(tool.modules(), 0, 1)}


def test_an_entry_without_a_reason_is_refused(tool: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("# a comment\na.py f\n- x\n+ y\n= because\n\nb.py\n- x\n+ y\n= why\n", encoding="utf-8")
    assert set(tool.equivalent(file)) == {("a.py", "f", "x", "y"), ("b.py", "", "x", "y")}
    file.write_text("a.py f\n- x\n+ y\n", encoding="utf-8")
    with pytest.raises(ValueError, match="an entry needs"):
        tool.equivalent(file)
