"""The same made-up report in many forms."""

from __future__ import annotations

import io
import zipfile

TITLE = "Ferry to Northport runs again after nine years"
FIRST = "The ferry between Northport and Southport sailed again on Friday, nine years after a storm broke the pier."
SECOND = "Mayor Ada Quill said the boat would go twice a day. “We waited long enough,” she told the crowd at the quay."
HEADING = "What comes next"
LAST = "The harbour board must still pay for a second boat. A vote is planned for the autumn."
HEAD = ("By Lena Marsh", "2 March 2024")
LINES = (TITLE, *HEAD, FIRST, SECOND, HEADING, LAST)
BODY = [FIRST, SECOND, HEADING, LAST]


def zipped(files: dict[str, str], first: str = "") -> bytes:
    """A ZIP file, the same bytes at any time; with *first*, a file `mimetype` at its start."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        if first:
            file.writestr(zipfile.ZipInfo("mimetype"), first)
        for name, text in files.items():
            file.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def docx(paragraphs: tuple[str, ...] = LINES, extra: str = "") -> bytes:
    """A document of Word; the first paragraph is a title, “What comes next” a heading of a German Word."""
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Titel", "Title"), ("berschrift2", "heading 2"))
    )

    def paragraph(text: str, number: int) -> str:
        style = "Titel" if number == 0 else "berschrift2" if text == HEADING else ""
        mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        half = len(text) // 2
        runs = f'<w:r><w:t xml:space="preserve">{text[:half]}</w:t></w:r><w:r><w:t>{text[half:]}</w:t></w:r>'
        return f"<w:p>{mark}{runs}</w:p>"

    body = "".join(paragraph(text, number) for number, text in enumerate(paragraphs))
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/styles.xml": f"<w:styles {w}>{styles}</w:styles>",
            "word/document.xml": f"<w:document {w}><w:body>{body}{extra}</w:body></w:document>",
        }
    )


def odt() -> bytes:
    """A document of LibreOffice, with a removed change and a comment."""
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    body = "".join(
        f'<text:h text:outline-level="2">{text}</text:h>'
        if text == HEADING
        else f'<text:h text:outline-level="1">{text}</text:h>'
        if text == TITLE
        else f"<text:p>{text}<office:annotation><text:p>a comment</text:p></office:annotation></text:p>"
        for text in LINES
    )
    changes = "<text:tracked-changes><text:p>what was taken out</text:p></text:tracked-changes>"
    content = f"<office:document-content {names}><office:body><office:text>{changes}{body}</office:text></office:body>"
    return zipped(
        {"content.xml": f"{content}</office:document-content>"}, first="application/vnd.oasis.opendocument.text"
    )


def epub() -> bytes:
    """An e-book of two chapters and a table of contents."""
    page = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>{}</body></html>"
    opf = (
        "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"
        f"<dc:title>{TITLE}</dc:title><dc:creator>Lena Marsh</dc:creator><dc:date>2024-03-02</dc:date>"
        "<dc:language>en</dc:language><dc:publisher>Bay Books</dc:publisher></metadata><manifest>"
        "<item id='n' href='nav.xhtml' properties='nav'/><item id='a' href='a.xhtml'/><item id='b' href='b.xhtml'/>"
        "</manifest><spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/></spine></package>"
    )
    return zipped(
        {
            "META-INF/container.xml": "<container><rootfile full-path='OPS/book.opf'/></container>",
            "OPS/book.opf": opf,
            "OPS/nav.xhtml": page.format("<nav><a href='a.xhtml'>Start</a></nav>"),
            "OPS/a.xhtml": page.format(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>"),
            "OPS/b.xhtml": page.format(f"<h2>{HEADING}</h2><p>{LAST}</p>"),
        },
        first="application/epub+zip",
    )


def rtf(lines: tuple[str, ...] = LINES) -> bytes:
    """A document in RTF as Word writes it."""

    def coded(text: str) -> str:
        return "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in text)

    body = "\\par\n".join(coded(line) for line in lines)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}{\\*\\generator Riched20;}"
        f"{{\\header a running head\\par}}\\f0\\fs24 {body}\\par}}"
    ).encode("ascii")


def page() -> str:
    """A saved web page."""
    return (
        f'<html lang="en"><head><meta charset="utf-8"><title>{TITLE} - The Northport Gazette</title></head><body>'
        f"<h1>{TITLE}</h1><p>{HEAD[0]}</p><p>{HEAD[1]}</p><p>{FIRST}</p><p>{SECOND}</p><h2>{HEADING}</h2><p>{LAST}</p>"
        "</body></html>"
    )


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF with the lines of each page."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        text = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T*\n" for line in lines)
        stream = f"BT /F1 10 Tf 50 780 Td 14 TL\n{text}ET"
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")
