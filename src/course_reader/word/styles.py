"""The styles of a Word file: names that Word knows, so that an instructor can change the look in one place."""

from __future__ import annotations

from course_reader.word.xml import Element, w

#: id, name as Word shows it, based on, size in half points, and what else it is
_PARAGRAPHS: tuple[tuple[str, str, str, int, dict[str, object]], ...] = (
    ("Title", "Title", "Normal", 52, {"bold": True, "after": 240}),
    ("Subtitle", "Subtitle", "Normal", 28, {"after": 480}),
    ("Heading1", "heading 1", "Normal", 36, {"bold": True, "level": 0, "before": 0, "after": 160, "page": True}),
    ("Heading2", "heading 2", "Normal", 26, {"bold": True, "level": 1, "before": 320, "after": 120}),
    ("Heading3", "heading 3", "Normal", 23, {"bold": True, "level": 2, "before": 240, "after": 80}),
    ("Heading4", "heading 4", "Normal", 22, {"bold": True, "italic": True, "level": 3, "before": 200, "after": 80}),
    ("Kicker", "Kicker", "Normal", 19, {"page": True, "keep": True}),
    ("Small", "Small", "Normal", 19, {}),
    ("Quote", "Quote", "Normal", 22, {"indent": 500}),
    ("ListParagraph", "List Paragraph", "Normal", 22, {"after": 80}),
    ("ListContinue", "List Continue", "Normal", 22, {"indent": 720, "after": 80}),
    ("Box", "Box", "Normal", 21, {"indent": 500, "shade": "EEEEEE"}),
    ("Code", "Code", "Normal", 19, {"indent": 300}),
    ("Centred", "Centred", "Normal", 22, {"centre": True}),
    ("Caption", "caption", "Normal", 19, {"italic": True}),
    ("WritingLine", "Line to write on", "Normal", 22, {"ruled": True, "before": 360, "after": 0}),
    ("FootnoteText", "footnote text", "Normal", 18, {"after": 40}),
    ("CommentText", "annotation text", "Normal", 20, {"after": 40}),
    ("Header", "header", "Normal", 18, {}),
    ("Footer", "footer", "Normal", 18, {"centre": True}),
)


def styles(language: str) -> Element:
    """All styles.

    Args:
        language: The language of the reader, as a BCP 47 tag.
    """
    fonts = w("rFonts", ascii="Cambria", hAnsi="Cambria", cs="Times New Roman", eastAsia="SimSun")
    usual = w("rPr", fonts, w("sz", val=22), w("szCs", val=22), w("lang", val=language, bidi="ar-SA"))
    spacing = w("pPr", w("spacing", after=140, line=276, lineRule="auto"))
    root = w("styles", w("docDefaults", w("rPrDefault", usual), w("pPrDefault", spacing)))
    root.append(w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"))
    root.append(
        w("style", w("name", val="Default Paragraph Font"), type="character", default=1, styleId="DefaultParagraphFont")
    )
    root.append(
        w("style", w("name", val="Normal Table"), _table_edges(0), type="table", default=1, styleId="TableNormal")
    )
    for style_id, name, base, size, more in _PARAGRAPHS:
        root.append(_paragraph(style_id, name, base, size, more))
    raised = w("rPr", w("vertAlign", val="superscript"))
    root.append(_character("FootnoteReference", "footnote reference", raised))
    root.append(_character("CommentReference", "annotation reference", w("rPr", w("sz", val=16), w("szCs", val=16))))
    root.append(_character("Hyperlink", "Hyperlink", w("rPr", w("u", val="single"))))
    root.append(_character("ParagraphNumber", "Paragraph number", w("rPr", w("color", val="808080"), w("sz", val=16))))
    root.append(
        w("style", w("name", val="Table Grid"), w("basedOn", val="TableNormal"), _table_edges(4), type="table",
          styleId="TableGrid")
    )  # fmt: skip
    return root


def _paragraph(style_id: str, name: str, base: str, size: int, more: dict[str, object]) -> Element:
    layout, letters = w("pPr"), w("rPr")
    if "level" in more or "keep" in more:
        layout.append(w("keepNext"))
    if more.get("page"):
        layout.append(w("pageBreakBefore"))
    if more.get("ruled"):
        layout.append(
            w("pBdr", *(w(side, val="single", sz=4, space=1, color="808080") for side in ("bottom", "between")))
        )
    if "shade" in more:
        layout.append(w("shd", val="clear", color="auto", fill=more["shade"]))
    layout.append(w("spacing", before=more.get("before", 0), after=more.get("after", 140), line=276, lineRule="auto"))
    if "indent" in more:
        layout.append(w("ind", left=more["indent"]))
    if more.get("centre"):
        layout.append(w("jc", val="center"))
    if "level" in more:
        layout.append(w("outlineLvl", val=more["level"]))
    for tag, there in (("b", more.get("bold")), ("bCs", more.get("bold")), ("i", more.get("italic"))):
        if there:
            letters.append(w(tag))
    letters.extend([w("sz", val=size), w("szCs", val=size)])
    return w(
        "style", w("name", val=name), w("basedOn", val=base), w("qFormat"), layout, letters, type="paragraph",
        styleId=style_id,
    )  # fmt: skip


def _character(style_id: str, name: str, letters: Element) -> Element:
    base = w("basedOn", val="DefaultParagraphFont")
    return w("style", w("name", val=name), base, letters, type="character", styleId=style_id)


def _table_edges(size: int) -> Element:
    padding = w("tblCellMar", w("left", w=108, type="dxa"), w("right", w=108, type="dxa"))
    if not size:
        return w("tblPr", padding)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    edges = w("tblBorders", *(w(side, val="single", sz=size, space=0, color="808080") for side in sides))
    return w("tblPr", edges, padding)


def numbering(starts: list[int]) -> Element:
    """The lists: one with bullets, and one for each numbered list, which counts from its own start."""
    root = w("numbering", _levels(0, "bullet"), _levels(1, "decimal"), w("num", w("abstractNumId", val=0), numId=1))
    for number, start in enumerate(starts, start=2):
        override = w("lvlOverride", w("startOverride", val=start), ilvl=0)
        root.append(w("num", w("abstractNumId", val=1), override, numId=number))
    return root


def _levels(number: int, form: str) -> Element:
    made = w("abstractNum", w("multiLevelType", val="hybridMultilevel"), abstractNumId=number)
    for level in range(9):
        text = "•" if form == "bullet" else f"%{level + 1}."
        indent = w("pPr", w("ind", left=360 + 360 * level, hanging=360))
        made.append(
            w("lvl", w("start", val=1), w("numFmt", val=form), w("lvlText", val=text), w("lvlJc", val="left"), indent,
              ilvl=level)
        )  # fmt: skip
    return made
