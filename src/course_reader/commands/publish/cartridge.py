"""`publish imscc`: a Common Cartridge for Moodle, Canvas and other learning platforms."""

from __future__ import annotations

import argparse
from pathlib import Path

from course_reader.commands.command import FINE, Command
from course_reader.commands.publish.archive import write
from course_reader.commands.publish.records import Assessment, Cartridge, CartridgeReading
from course_reader.commands.publish.site import PublicSite, output_arguments, progress, public_site, report, target

#: the folder of the site in the cartridge
_SITE = "reader"


def run(options: argparse.Namespace, root: Path) -> int:
    """Write the cartridge."""
    from course_reader.commands.publish.manifest import manifest, questions_file

    with public_site(root, progress(options)) as site:
        path = target(options, root, site, ".imscc")
        made = cartridge(site)
        files: dict[str, Path | bytes] = {"imsmanifest.xml": manifest(made)}
        files |= {test.file: questions_file(test) for test in made.assessments}
        files |= {f"{_SITE}/{name}": site.folder / name for name in site.files}
        write(path, files)
        report(options, root, path, site)
    return FINE


def cartridge(site: PublicSite) -> Cartridge:
    """What the cartridge offers: the articles that the public may read, their questions, the packs, the glossary."""
    from course_reader.sphinx_ext.run_state import parts_of
    from course_reader.views.at import At
    from course_reader.views.packs import packs
    from course_reader.views.printed import file_names

    library, builder = site.library, site.app.builder
    readings, tests, printed = [], [], []

    def address(docname: str) -> str:
        return f"{_SITE}/{builder.get_target_uri(docname)}"

    for docname, page in library.articles:
        if not library.is_shown(page):
            continue
        readings.append(CartridgeReading(page.title, address(docname)))
        at = At(library, docname)
        asked = [question for part in parts_of(site.app) if part.asks for question in part.asks(at)]
        if asked:
            tests.append(Assessment(f"Questions: {page.title}", f"questions/{docname.replace('/', '-')}.xml", asked))
    for pack in packs(library):
        printed.append(CartridgeReading(pack.title, address(pack.docname)))
        there = [name for file in file_names(pack.name) if (name := f"_packs/{file}") in site.files]
        for name in there:
            edition = Path(name).stem.removeprefix(pack.name).strip("-")
            label = f"{pack.title} ({f'{edition}, ' if edition else ''}PDF)"
            printed.append(CartridgeReading(label, f"{_SITE}/{name}"))
    start = CartridgeReading(site.app.config.project, address(site.app.config.root_doc))
    return Cartridge(
        title=site.app.config.project,
        language=(site.app.config.language or "en").replace("_", "-"),
        rights=site.app.config.copyright if isinstance(site.app.config.copyright, str) else "",
        start=start,
        readings=readings,
        packs=printed,
        assessments=tests,
        files=[f"{_SITE}/{name}" for name in site.files],
    )


COMMAND = Command("imscc", "Make a Common Cartridge for Moodle or Canvas.", output_arguments, run)
