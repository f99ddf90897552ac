"""A picture in a text of Word."""

from __future__ import annotations

from lxml import etree

from course_reader.word.xml import Element, R, w

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def drawing(relation: str, number: int, alt: str, width: int, height: int) -> Element:
    """A picture in a line.

    Args:
        relation: The id of the relation to its file.
        number: A number that no other picture has.
        alt: What it shows, in words.
        width: Its width in English Metric Units.
        height: Its height.
    """
    inline = _e(_WP, "inline", distT=0, distB=0, distL=0, distR=0)
    inline.append(_e(_WP, "extent", cx=width, cy=height))
    inline.append(_e(_WP, "docPr", id=number, name=f"Picture {number}", descr=alt))
    graphic = _e(_A, "graphic")
    data = _e(_A, "graphicData", uri=_PIC)
    picture = _e(_PIC, "pic")
    about = _e(_PIC, "nvPicPr")
    about.append(_e(_PIC, "cNvPr", id=number, name=f"Picture {number}", descr=alt))
    about.append(_e(_PIC, "cNvPicPr"))
    fill = _e(_PIC, "blipFill")
    blip = _e(_A, "blip")
    blip.set(f"{{{R}}}embed", relation)
    fill.append(blip)
    stretch = _e(_A, "stretch")
    stretch.append(_e(_A, "fillRect"))
    fill.append(stretch)
    shape = _e(_PIC, "spPr")
    frame = _e(_A, "xfrm")
    frame.append(_e(_A, "off", x=0, y=0))
    frame.append(_e(_A, "ext", cx=width, cy=height))
    shape.append(frame)
    form = _e(_A, "prstGeom", prst="rect")
    form.append(_e(_A, "avLst"))
    shape.append(form)
    picture.extend([about, fill, shape])
    data.append(picture)
    graphic.append(data)
    inline.append(graphic)
    return w("drawing", inline)


def _e(space: str, tag: str, /, **attributes: object) -> Element:
    made: Element = etree.Element(f"{{{space}}}{tag}", nsmap={"wp": _WP, "a": _A, "pic": _PIC, "r": R})
    for key, value in attributes.items():
        made.set(key, str(value))
    return made
