"""What the schemas of Common Cartridge 1.1 and its profile of QTI 1.2.1 allow, for the elements that ours has.

The schemas themselves may not be shipped. These tables say the same of our elements: which children in which order,
which attributes, which values. The rules that the schemas state beside them are in `broken_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_FIELDS = {
    "cc_profile": {"cc.exam.v0p1", "cc.multiple_choice.v0p1", "cc.essay.v0p1"},
    "qmd_assessmenttype": {"Examination"}, "qmd_scoretype": {"Percentage"}, "qmd_scoringpermitted": {"Yes", "No"},
    "qmd_computerscored": {"Yes", "No"},
}  # fmt: skip


class Allowed(NamedTuple):
    """What an element may hold."""

    #: its children, as a pattern for their names with a blank after each
    children: str = ""
    needs: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()


def _allowed(children: str = "", needs: str = "", may: str = "") -> Allowed:
    return Allowed(children, frozenset(needs.split()), frozenset(may.split()))


MANIFEST = {
    "manifest": _allowed("metadata organizations resources ", "identifier"),
    "metadata": _allowed("schema schemaversion lom "),
    "schema": _allowed(), "schemaversion": _allowed(),
    "lom": _allowed("(general |rights )*"), "general": _allowed("(title |language )*"),
    "rights": _allowed("(copyrightAndOtherRestrictions |description )*"),
    "copyrightAndOtherRestrictions": _allowed("value "), "value": _allowed(), "language": _allowed(),
    "description": _allowed("(string )*"), "string": _allowed("", "language"),
    "organizations": _allowed("(organization )?"),
    "organization": _allowed("(title )?item ", "identifier structure"),
    "item": _allowed("(title )?(item )*", "identifier", "identifierref"),
    "resources": _allowed("(resource )*"),
    "resource": _allowed("(file )*(dependency )*", "identifier type", "href"),
    "file": _allowed("", "href"), "dependency": _allowed("", "identifierref"),
}  # fmt: skip
QUESTIONS = {
    "questestinterop": _allowed("assessment "),
    "assessment": _allowed("qtimetadata section ", "ident title"),
    "qtimetadata": _allowed("(qtimetadatafield )+"), "qtimetadatafield": _allowed("fieldlabel fieldentry "),
    "fieldlabel": _allowed(), "fieldentry": _allowed(),
    "section": _allowed("(item )+", "ident", "title"),
    "item": _allowed("itemmetadata presentation (resprocessing )*", "ident", "title"),
    "itemmetadata": _allowed("(qtimetadata )+"),
    "presentation": _allowed("(material |response_lid |response_str )+"),
    "material": _allowed("(mattext )+"), "mattext": _allowed("", "", "texttype"),
    "response_str": _allowed("render_fib ", "ident", "rcardinality"),
    "response_lid": _allowed("render_choice ", "ident", "rcardinality"),
    "render_fib": _allowed("", "", "rows columns prompt"),
    "render_choice": _allowed("(response_label )*", "", "shuffle"),
    "response_label": _allowed("(material )*", "ident"),
    "resprocessing": _allowed("outcomes (respcondition )+"), "outcomes": _allowed("decvar "),
    "decvar": _allowed("", "varname", "vartype minvalue maxvalue"),
    "respcondition": _allowed("conditionvar (setvar )*", "", "continue"),
    "conditionvar": _allowed("(other |varequal )+"), "other": _allowed(), "varequal": _allowed("", "respident"),
    "setvar": _allowed("", "", "varname action"),
}  # fmt: skip
TYPES = {"webcontent", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"}


def invalid(root: Any, table: dict[str, Allowed]) -> Iterator[str]:
    """Whatever a file has that its table does not allow."""
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name == "title" and not len(element):
            continue
        allowed = _allowed("(string )*") if name == "title" else table.get(name)
        if allowed is None:
            yield f"the element {name}"
            continue
        inside = "".join(f"{etree.QName(child).localname} " for child in element)
        if not re.fullmatch(allowed.children, inside):
            yield f"{name} holds {inside}"
        has = {key for key in element.attrib if not key.startswith("{")}
        if allowed.needs - has or has - allowed.needs - allowed.may:
            yield f"{name} has the attributes {sorted(has)}"


def broken_rules(manifest: Any, names: set[str]) -> Iterator[str]:
    """The rules on identifiers, resources and items; `names` are the files of the cartridge."""
    spaces = {"c": etree.QName(manifest).namespace}
    every = manifest.xpath("//@identifier")
    known = set(manifest.xpath("//c:resource/@identifier", namespaces=spaces))
    yield from (f"the identifier {one}" for one in every if not _NAME.fullmatch(one) or every.count(one) > 1)
    yield from (f"nothing is {one}" for one in manifest.xpath("//@identifierref") if one not in known)
    [organization] = manifest.iter("{*}organization")
    [top] = organization.findall("{*}item")
    if organization.get("structure") != "rooted-hierarchy" or top.find("{*}title") is not None:
        yield "the top of the organization"
    for item in top.iter("{*}item"):
        if item is not top and item.find("{*}title") is None:
            yield "an item without a title"
        if item.get("identifierref") and item.find("{*}item") is not None:
            yield "an item with a text and items"
    for resource in manifest.iter("{*}resource"):
        files = [file.get("href") for file in resource.findall("{*}file")]
        needed = [one.get("identifierref") for one in resource.findall("{*}dependency")]
        if len({*files}) < len(files) or len({*needed}) < len(needed) or resource.get("identifier") in needed:
            yield f"{resource.get('identifier')} names something twice"
        if resource.get("type") not in TYPES or (resource.get("href") and resource.get("href") not in files):
            yield f"the type or the address of {resource.get('identifier')}"
        if resource.get("type") != "webcontent" and (len(files) != 1 or resource.get("href")):
            yield f"{resource.get('identifier')} is not one file"
        yield from (f"there is no {name}" for name in files if unquote(name) not in names)


def broken_questions(root: Any) -> Iterator[str]:
    """The rules on questions: their fields, their identifiers, what belongs to each kind."""
    for field in root.iter("{*}qtimetadatafield"):
        label, entry = field.findtext("{*}fieldlabel"), field.findtext("{*}fieldentry")
        if entry not in _FIELDS.get(label, set()):
            yield f"{label}: {entry}"
    items = list(root.iter("{*}item"))
    if len({item.get("ident") for item in items}) < len(items):
        yield "two items have the same identifier"
    for item in items:
        fields = {
            one.findtext("{*}fieldlabel"): one.findtext("{*}fieldentry") for one in item.iter("{*}qtimetadatafield")
        }
        labels = {one.get("ident") for one in item.iter("{*}response_label")}
        right = [(one.text, one.get("respident")) for one in item.iter("{*}varequal")]
        if fields.get("cc_profile") == "cc.essay.v0p1":
            if right or labels or fields.get("qmd_computerscored") != "No":
                yield "an essay that a program marks"
            continue
        ident = item.find(".//{*}response_lid").get("ident")
        if len(labels) < 3 or not right or any(text not in labels or where != ident for text, where in right):
            yield "a choice of fewer than three, or without a right answer"
