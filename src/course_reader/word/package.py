"""The files inside a Word file, and the file itself: the same bytes for the same pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from course_reader.word.blocks import Writer
from course_reader.word.runs import RunLook, paragraph, run
from course_reader.word.styles import numbering, styles
from course_reader.word.xml import Element, w, xml

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"

#: the parts of a document that it has relations to: name → what it is
_PARTS = ("styles", "numbering", "settings", "footnotes", "comments", "header", "footer")
_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}
#: the earliest time that a ZIP file can name
_TIME = (1980, 1, 1, 0, 0, 0)


def write(path: Path, content: Iterable[Element], section: Element, writer: Writer, about: Mapping[str, str]) -> None:
    """Write a Word file.

    Args:
        path: The file.
        content: Its paragraphs and tables; when they have been made, the writer has the notes.
        section: The size of the paper.
        writer: The writer that made them.
        about: `title`, `creator`, `language` and `running`, the words at the top of each page.
    """
    body = w("body", *content, section)
    notes = writer.notes
    files = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml", False)})
        .replace(b"</Relationships>", _CORE_RELATION + b"</Relationships>"),
        "docProps/core.xml": _core(about),
        "word/document.xml": xml(w("document", body)),
        "word/styles.xml": xml(styles(about["language"])),
        "word/numbering.xml": xml(numbering(writer.numbering.starts)),
        "word/settings.xml": xml(_settings()),
        "word/footnotes.xml": xml(w("footnotes", *_separators(), *notes.footnotes)),
        "word/comments.xml": xml(w("comments", *notes.comments)),
        "word/header.xml": xml(w("hdr", paragraph([run(about["running"], RunLook())], "Header"))),
        "word/footer.xml": xml(w("ftr", paragraph([w("fldSimple", run("1", RunLook()), instr="PAGE")], "Footer"))),
        "word/_rels/document.xml.rels": _document_relations(writer),
    }  # fmt: skip
    # Links and pictures inside notes are relations of their own files.
    files["word/_rels/footnotes.xml.rels"] = files["word/_rels/comments.xml.rels"] = _document_relations(writer)
    files |= {f"word/media/{name}": (writer.folder / name).read_bytes() for name in writer.pictures}
    beside = path.with_name(f".{path.name}.new")
    with ZipFile(beside, "w") as archive:
        for name, data in files.items():
            row = ZipInfo(name, _TIME)
            row.compress_type, row.create_system, row.external_attr = ZIP_DEFLATED, 3, 0o100644 << 16
            archive.writestr(row, data, compresslevel=9)
    beside.replace(path)


_CORE_RELATION = (
    b'<Relationship Id="rId2" '
    b'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
    b'Target="docProps/core.xml"/>'
)


def _types() -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    for ending, kind in {**defaults, **_PICTURES}.items():
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    kinds = {"document": f"{_WORD}.document.main+xml", **{name: f"{_WORD}.{name}+xml" for name in _PARTS}}
    for name, kind in kinds.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/word/{name}.xml", ContentType=kind)
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    etree.SubElement(root, f"{{{_TYPES}}}Override", PartName="/docProps/core.xml", ContentType=core)
    return xml(root)


def _document_relations(writer: Writer) -> bytes:
    rows = {f"part-{name}": (name, f"{name}.xml", False) for name in _PARTS}
    rows |= {number: ("hyperlink", address, True) for address, number in writer.notes.links.items()}
    rows |= {number: ("image", f"media/{name}", False) for name, number in writer.pictures.items()}
    return _relations(rows)


def _relations(rows: Mapping[str, tuple[str, str, bool]]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for number, (kind, target, is_outside) in rows.items():
        made = etree.SubElement(
            root, f"{{{_RELATIONS}}}Relationship", Id=number, Type=f"{_OFFICE}/{kind}", Target=target
        )
        if is_outside:
            made.set("TargetMode", "External")
    return xml(root)


def _core(about: Mapping[str, str]) -> bytes:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    for name in ("title", "creator", "language"):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = about[name]
    return xml(root)


def _settings() -> Element:
    kept = w("footnotePr", w("footnote", id=0), w("footnote", id=1))
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return w("settings", w("defaultTabStop", val=709), kept, w("compat", mode))


def _separators() -> list[Element]:
    lines = (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))
    return [w("footnote", w("p", w("r", w(tag))), type=kind, id=number) for number, (kind, tag) in enumerate(lines)]
