"""The packages that a reader is built with, and their licences, as they are installed here.

    python tools/components.py               a list of components for programs (CycloneDX 1.6, JSON)
    python tools/components.py --tests       with what the tests need
    python tools/components.py --licences    the indirect dependencies by licence, for the manual's page "Dependencies"

Nothing is asked for on a network: versions, licences and dependencies are those that each installed package names.
Exit status 1 means that a licence is unknown or not allowed.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from floors import PROJECT, requirements
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OWN = "course-reader"
#: licences that allow use in a project under the MIT licence; those of copyleft cover the package alone
ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-CMU",
    "OFL-1.1", "PSF-2.0", "Unlicense", "Zlib", "LGPL-3.0-only", "MPL-1.1", "MPL-2.0", "LicenseRef-public-domain",
}  # fmt: skip
#: of packages that name none, or not all of it, in words that a program understands
KNOWN = {
    "ast-serialize": "MIT",
    "axe-playwright-python": "MIT AND MPL-2.0",
    "docutils": "LicenseRef-public-domain AND BSD-2-Clause AND PSF-2.0",
    "pystemmer": "MIT AND BSD-3-Clause",
}
#: other words for a licence, in the fields of older packages
WORDS = {
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "bsd license": "BSD-3-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "bsd": "BSD-3-Clause",
    "the bsd 2-clause license": "BSD-2-Clause",
    "mit license": "MIT",
    "isc license (iscl)": "ISC",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "gnu affero general public license v3": "AGPL-3.0-only",
    "gnu affero general public license v3 or later (agplv3+)": "AGPL-3.0-or-later",
}
#: what the package holds of others that is not a package
DATA = {"type": "data", "name": "Natural Earth", "licenses": [{"license": {"name": "public domain"}}]}


def licence(package: Distribution) -> str:
    """An SPDX expression; "" if the package names no licence that is known."""
    fields = package.metadata
    name = canonicalize_name(fields["Name"])
    if name in KNOWN:
        return KNOWN[name]
    if expression := fields.get("License-Expression"):
        return str(expression)
    kinds = [line.rpartition(" :: ")[2] for line in fields.get_all("Classifier") or () if line.startswith("License ::")]
    for words in ((fields.get("License") or "").strip().partition("\n")[0], *kinds):
        if words in ALLOWED:
            return words
        if known := WORDS.get(words.lower()):
            return known
    return ""


def is_allowed(expression: str) -> bool:
    """Whether one of the licences that an expression offers may be used; brackets are not understood."""
    return any(set(choice.split(" AND ")) <= ALLOWED for choice in expression.split(" OR "))


def needed(package: Distribution, extras: Iterable[str] = ()) -> Iterator[Requirement]:
    """What a package needs on this computer, with these extras of it."""
    for line in package.requires or ():
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield one


def installed(lines: Iterable[str]) -> dict[str, tuple[Distribution, list[str]]]:
    """The packages that requirements lead to, by name: each with the names of those that it needs itself.

    Raises:
        PackageNotFoundError: one of them is not installed.
    """
    found: dict[str, tuple[Distribution, list[str]]] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    todo = [Requirement(line) for line in lines]
    while todo:
        one = todo.pop()
        name, extras = canonicalize_name(one.name), frozenset(one.extras)
        if (name, extras) in seen or (one.marker and not one.marker.evaluate()):
            continue
        seen.add((name, extras))
        package = distribution(name)
        more = list(needed(package, extras))
        before = found[name][1] if name in found else []
        found[name] = package, sorted({*before, *(canonicalize_name(other.name) for other in more)})
        # A marker that depends on an extra has been judged.
        todo += [Requirement(f"{other.name}[{','.join(other.extras)}]") for other in more]
    return dict(sorted(found.items()))


def bill(
    packages: dict[str, tuple[Distribution, list[str]]], package: Distribution, direct: list[str]
) -> dict[str, Any]:
    """The list of components; the same for the same packages."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", **_component(OWN, package)}},
        "components": [*({"type": "library", **_component(name, one)} for name, (one, _) in packages.items()), DATA],
        "dependencies": [
            {"ref": OWN, "dependsOn": direct},
            *({"ref": name, "dependsOn": others} for name, (_, others) in packages.items()),
        ],
    }


def _component(name: str, package: Distribution) -> dict[str, Any]:
    return {
        "bom-ref": name,
        "name": name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
        "licenses": [{"expression": licence(package)}],
    }


def by_licence(packages: dict[str, tuple[Distribution, list[str]]], direct: Iterable[str]) -> list[str]:
    """One line for each licence, with the packages that have it, but for those that the project names itself."""
    found = defaultdict(list)
    for name, (package, _) in packages.items():
        if name not in direct:
            found[licence(package)].append(name)
    return [f"- {expression}: {', '.join(names)}." for expression, names in sorted(found.items())]


def main() -> int:
    """Print one of the lists."""
    parser = argparse.ArgumentParser(description="List the packages that a reader is built with.")
    parser.add_argument("--tests", action="store_true", help="include what the tests need")
    parser.add_argument("--licences", action="store_true", help="list the indirect dependencies by licence")
    chosen = parser.parse_args()
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = list(requirements(project, ("test",) if chosen.tests else ()))
    direct = sorted({canonicalize_name(Requirement(line).name) for line in lines})
    try:
        packages, own = installed(lines), distribution(OWN)
    except PackageNotFoundError as error:
        print(f"The package {error.name} is not installed; run make test first.", file=sys.stderr)
        return 1
    if chosen.licences:
        print("\n".join(by_licence(packages, direct)))
    else:
        print(json.dumps(bill(packages, own, direct), indent=2))
    wrong = [name for name, (package, _) in packages.items() if not is_allowed(licence(package))]
    for name in wrong:
        print(f"{name}: the licence is unknown or not allowed; look it up, and see KNOWN and ALLOWED.", file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
