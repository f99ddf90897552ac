"""The files of a Common Cartridge 1.1, the version that both Moodle and Canvas read: its manifest and its questions."""

from __future__ import annotations

import hashlib
from html import escape
from urllib.parse import quote

from lxml import etree

from course_reader.commands.publish.records import Assessment, Cartridge
from course_reader.views.learning import QuizQuestion

_CP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_PROFILE = "http://www.imsglobal.org/profile/cc/ccv1p1"
_TEST = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"


def _id(kind: str, name: str) -> str:
    """An identifier that is the same in each run."""
    return f"{kind}-{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    namespace = etree.QName(parent).namespace
    made = etree.SubElement(parent, f"{{{namespace}}}{name}", attributes)
    made.text = text
    return made


def _bytes(root: etree._Element) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


def manifest(cartridge: Cartridge) -> bytes:
    """The file `imsmanifest.xml`."""
    root = etree.Element(f"{{{_CP}}}manifest", nsmap={None: _CP, "lomm": _LOM, "xsi": _XSI})
    root.set("identifier", _id("reader", cartridge.title))
    root.set(
        f"{{{_XSI}}}schemaLocation",
        f"{_CP} {_PROFILE}/ccv1p1_imscp_v1p2_v1p0.xsd {_LOM} {_PROFILE}/LOM/ccv1p1_lommanifest_v1p0.xsd",
    )
    _metadata(root, cartridge)
    _organization(root, cartridge)
    _resources(root, cartridge)
    return _bytes(root)


def _metadata(root: etree._Element, cartridge: Cartridge) -> None:
    about = _add(root, "metadata")
    _add(about, "schema", "IMS Common Cartridge")
    _add(about, "schemaversion", "1.1.0")
    lom = etree.SubElement(about, f"{{{_LOM}}}lom")
    general = _add(lom, "general")
    _add(_add(general, "title"), "string", cartridge.title, language=cartridge.language)
    _add(general, "language", cartridge.language)
    if cartridge.rights:
        rights = _add(lom, "rights")
        _add(_add(rights, "copyrightAndOtherRestrictions"), "value", "yes")
        _add(_add(rights, "description"), "string", cartridge.rights, language=cartridge.language)


def _organization(root: etree._Element, cartridge: Cartridge) -> None:
    organization = _add(
        _add(root, "organizations"), "organization", identifier="organization", structure="rooted-hierarchy"
    )
    top = _add(organization, "item", identifier="top")
    _item(top, "start", cartridge.start.title, cartridge.start.file)
    for heading, rows in (
        ("Articles", [(item.title, item.file) for item in cartridge.readings]),
        ("Packs", [(item.title, item.file) for item in cartridge.packs]),
        ("Questions", [(item.title, item.file) for item in cartridge.assessments]),
    ):
        if rows:
            folder = _add(top, "item", identifier=_id("folder", heading))
            _add(folder, "title", heading)
            for title, file in rows:
                _item(folder, heading, title, file)


def _item(parent: etree._Element, kind: str, title: str, file: str) -> None:
    item = _add(parent, "item", identifier=_id("item", f"{kind} {file}"), identifierref=_id("resource", file))
    _add(item, "title", title)


def _resources(root: etree._Element, cartridge: Cartridge) -> None:
    resources = _add(root, "resources")
    listed = dict.fromkeys(item.file for item in (cartridge.start, *cartridge.readings, *cartridge.packs))
    rest = _id("resource", "all other files")
    for file in listed:
        resource = _add(resources, "resource", identifier=_id("resource", file), type="webcontent", href=quote(file))
        _add(resource, "file", href=quote(file))
        _add(resource, "dependency", identifierref=rest)
    for test in cartridge.assessments:
        resource = _add(resources, "resource", identifier=_id("resource", test.file), type=_TEST)
        _add(resource, "file", href=quote(test.file))
    resource = _add(resources, "resource", identifier=rest, type="webcontent")
    for file in cartridge.files:
        if file not in listed:
            _add(resource, "file", href=quote(file))


def questions_file(test: Assessment) -> bytes:
    """An assessment in QTI 1.2."""
    root = etree.Element(f"{{{_QTI}}}questestinterop", nsmap={None: _QTI, "xsi": _XSI})
    root.set(f"{{{_XSI}}}schemaLocation", f"{_QTI} {_PROFILE}/ccv1p1_qtiasiv1p2p1_v1p0.xsd")
    assessment = _add(root, "assessment", ident=_id("test", test.file), title=test.title)
    _fields(assessment, cc_profile="cc.exam.v0p1", qmd_assessmenttype="Examination", qmd_scoretype="Percentage")
    section = _add(assessment, "section", ident="questions")
    for number, question in enumerate(test.questions, start=1):
        ident = _id("question", f"{test.file} {number}")
        item = _add(section, "item", ident=ident, title=f"Question {number}")
        # A choice has at least three answers, by the standard.
        is_choice = len({*question.choices} - {question.answer}) > 1
        _choice(item, question, ident) if is_choice else _essay(item, question)
    return _bytes(root)


def _essay(item: etree._Element, question: QuizQuestion) -> None:
    """A question that is answered in writing and marked by a person."""
    _fields(_add(item, "itemmetadata"), cc_profile="cc.essay.v0p1", qmd_scoringpermitted="Yes", qmd_computerscored="No")
    presentation = _presented(item, question)
    response = _add(presentation, "response_str", ident="answer", rcardinality="Single")
    _add(response, "render_fib", rows="8", columns="60", prompt="Box")
    _add(_condition(item, "No"), "other")


def _choice(item: etree._Element, question: QuizQuestion, ident: str) -> None:
    """A question with several answers, of which one is right; their order is the same in each run."""
    _fields(_add(item, "itemmetadata"), cc_profile="cc.multiple_choice.v0p1")
    presentation = _presented(item, question)
    response = _add(presentation, "response_lid", ident="answer", rcardinality="Single")
    rendered = _add(response, "render_choice", shuffle="Yes")
    names = {text: _id("choice", f"{ident} {text}") for text in (question.answer, *question.choices)}
    for text, name in sorted(names.items(), key=lambda row: row[1]):
        label = _add(rendered, "response_label", ident=name)
        _add(_add(label, "material"), "mattext", text, texttype="text/plain")
    _add(_condition(item, "No"), "varequal", names[question.answer], respident="answer")
    _add(item.find(f".//{{{_QTI}}}respcondition"), "setvar", "100", varname="SCORE", action="Set")


def _presented(item: etree._Element, question: QuizQuestion) -> etree._Element:
    presentation = _add(item, "presentation")
    _add(_add(presentation, "material"), "mattext", f"<p>{escape(question.text)}</p>", texttype="text/html")
    return presentation


def _condition(item: etree._Element, goes_on: str) -> etree._Element:
    processing = _add(item, "resprocessing")
    _add(_add(processing, "outcomes"), "decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue="100")
    return _add(_add(processing, "respcondition", **{"continue": goes_on}), "conditionvar")


def _fields(parent: etree._Element, **fields: str) -> None:
    about = _add(parent, "qtimetadata")
    for label, entry in fields.items():
        field = _add(about, "qtimetadatafield")
        _add(field, "fieldlabel", label)
        _add(field, "fieldentry", entry)
