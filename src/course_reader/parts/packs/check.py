"""Problems with what a pack lists, and with the sets of notes that it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.model.layers import LayerFile, read_layers
from course_reader.model.near import near
from course_reader.model.outputs import PUBLIC, TEACHER, includes
from course_reader.model.problems import Code, Problem
from course_reader.views.at import At
from course_reader.views.packs import level_texts, may_print, packs, strangers


def check(at: At) -> Iterator[Problem]:
    """Pages, texts and sets of notes of which the pack prints nothing: there are none, or they may not be seen."""
    if at.page.pack is None:
        return
    for number, docname in enumerate(at.page.pack.lessons):
        if docname not in at.library.documents.names:
            message = f"`lessons` names {docname!r}, which is not a page{near(docname, at.library.documents.names)}"
            yield Problem(at.path, at.lines.of("lessons", number), Code.PACK_ARTICLE, message)
    asked, level = at.page.pack.layers or (), at.page.pack.level
    pack = next(pack for pack in packs(at.library) if pack.docname == at.docname)
    yield from strangers(at.library, pack)
    if not asked and not level:
        return
    for docname in pack.articles if level else ():
        if docname not in level_texts(at.library, pack) and at.library.is_shown(at.library.pages[docname]):
            file = f"{docname.rpartition('/')[0]}/{str(level).lower()}.md"
            message = f"{docname!r} has no text at level {level}, so its own is printed; write {file}"
            yield Problem(at.path, at.lines.of("level"), Code.PACK_LEVEL, message)
    root = at.library.documents.root
    found: dict[str, list[tuple[str, LayerFile]]] = {}
    for docname in pack.articles:
        for layer in read_layers(root / at.library.documents.path(docname), root, []):
            found.setdefault(layer.name, []).append((docname, layer))
    printed = {name for name in pack.articles if may_print(at.library, pack, name)}
    for number, name in enumerate(asked):
        why = (
            _nothing(at, found.get(name, []), printed)
            if name in found
            else f"no article of the pack has it{near(name, found)}"
        )
        if why:
            message = f"the pack prints nothing of the set of notes {name!r}: {why}"
            yield Problem(at.path, at.lines.of("layers", number), Code.PACK_LAYER, message)


def _nothing(at: At, layers: list[tuple[str, LayerFile]], printed: set[str]) -> str:
    """Why nothing of a set is printed; "" if something is."""
    audience = at.library.settings.audience
    seen = [
        (docname, layer)
        for docname, layer in layers
        if includes(audience, layer.content.layer.audience) and not (audience == PUBLIC and layer.access.closed)
    ]
    if not seen and all(layer.content.layer.audience == TEACHER for _, layer in layers):
        return "only teachers may see it; it is in their edition"
    if not seen:
        return "only the class may see it; say `audience: public` in its file, take it out, or build for the class"
    if not any(docname in printed for docname, _ in seen):
        return "the texts that it is about may not be printed; take it out"
    if not any(layer.content.notes for docname, layer in seen if docname in printed):
        return "it holds no notes; write one, or take it out"
    return ""
