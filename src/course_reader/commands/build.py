"""What `build` does: one run of Sphinx for each format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from course_reader.model.problems import Problem, Severity, shown_path
from course_reader.sphinx_ext.problems import problems as problems_of
from course_reader.sphinx_ext.progress import Progress
from course_reader.sphinx_ext.run import CannotBuildError, sphinx_run

#: format → Sphinx builder, where their names differ
BUILDERS = {"pdf": "typst"}


@dataclass(slots=True)
class Built:
    """What a build gave."""

    outputs: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    #: whether a format could not be built at all
    failed: bool = False


def build(
    root: Path,
    formats: Sequence[str],
    *,
    jobs: int = 1,
    fresh: bool = False,
    settings: dict[str, Any] | None = None,
    progress: TextIO | None = None,
) -> Built:
    """Build a reader in one or more formats into `_build/`."""
    result = Built()
    found: set[Problem] = set()
    # The site offers the printed packs, so that they come first.
    for name in sorted(formats, key=lambda name: name != "pdf"):
        try:
            with sphinx_run(
                root,
                BUILDERS.get(name, name),
                out=root / "_build" / name,
                jobs=jobs,
                fresh=fresh,
                settings=settings,
                status=Progress.on(progress),
            ) as run:
                ours = [p for p in problems_of(run.app) if p.severity is not Severity.HINT]
                found.update(ours, run.warnings)
                if run.stopped:
                    result.failed = True
                else:
                    result.outputs += _outputs(Path(run.app.outdir), name, root)
        except CannotBuildError as error:
            found.add(error.problem)
            result.failed = True
    result.problems = sorted(found)
    return result


def _outputs(folder: Path, name: str, root: Path) -> list[str]:
    """What to open."""
    paths = [folder / "index.html"] if name == "html" else sorted(folder.glob(f"*.{name}"))
    return [shown_path(path, root) for path in paths]
