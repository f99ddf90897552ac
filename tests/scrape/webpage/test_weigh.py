"""Two extractors and the page itself decide which blocks are the article."""

from __future__ import annotations

import lxml.html

from course_reader.scrape.webpage.blocks import Leaf, leaves_of
from course_reader.scrape.webpage.weigh import fold, keep, linked, opinion_of

ONE = "The bridge over the river was opened on Thursday, four months after the flood carried away its middle pillar."
TWO = "Lorries had waited on both banks since January, and the mayor said the first hundred crossed before noon."
THREE = "Nobody could say who would pay for the second pillar, which engineers had measured again in the spring."
MENU = '<ul><li><a href="/a">Tide tables and harbour news</a></li><li><a href="/b">Letters to the editor</a></li></ul>'


def _leaves(body: str) -> list[Leaf]:
    return leaves_of(lxml.html.document_fromstring(f"<html><body>{body}</body></html>"))


def _kept(body: str, first: str, second: str) -> list[str]:
    leaves = _leaves(body)
    keep(leaves, opinion_of(first), opinion_of(second))
    return [leaf.plain for leaf in leaves if leaf.kept]


def test_what_both_extractors_keep_is_kept_and_menus_are_not() -> None:
    text = f"{ONE}\n{TWO}\n{THREE}"
    body = f"{MENU}<div><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div>{MENU}"
    assert _kept(body, text, text) == [ONE, TWO, THREE]


def test_a_paragraph_that_one_extractor_lost_is_kept_between_others() -> None:
    body = f"<div><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></div>"
    assert _kept(body, f"{ONE}\n{THREE}", f"{ONE}\n{TWO}\n{THREE}") == [ONE, TWO, THREE]


def test_a_link_between_paragraphs_that_neither_keeps_goes() -> None:
    body = f'<div><p>{ONE}</p><p><a href="/x">Read more about the flood of last spring here</a></p><p>{THREE}</p></div>'
    text = f"{ONE}\n{THREE}"
    assert _kept(body, text, text) == [ONE, THREE]


def test_an_opinion_has_blocks_whatever_their_case_and_punctuation() -> None:
    opinion = opinion_of("The Bridge, open again!\nIt is late.")
    assert opinion.has(fold("the bridge open again"))
    assert opinion.has(fold("again It is"))
    assert not opinion.has(fold("closed again"))


def test_the_share_of_links_is_measured_by_their_text() -> None:
    (leaf,) = _leaves('<p>Half of <a href="/x">it links</a></p>')
    assert round(linked(leaf), 1) == 0.5


def test_a_post_between_paragraphs_is_kept() -> None:
    body = f"<article><p>{ONE}</p><blockquote><p>The bridge is open again.</p></blockquote><p>{TWO}</p></article>"
    text = f"{ONE}\n{TWO}"
    assert _kept(body, text, text) == [ONE, "The bridge is open again.", TWO]


def test_topics_below_the_text_are_left_out() -> None:
    topics = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Bridges", "Lorries"))
    body = f"<article><p>{ONE}</p><p>{TWO}</p><ul>{topics}</ul></article>"
    text = f"{ONE}\n{TWO}\nBridges\nLorries"
    assert _kept(body, text, text) == [ONE, TWO]


def test_a_table_is_kept_whole() -> None:
    rows = "".join(f"<tr><td>{town}</td><td>{n}</td></tr>" for n, town in enumerate(("Estvik", "Horn", "Ostraven")))
    body = f"<article><p>{ONE}</p><table>{rows}</table><p>{TWO}</p></article>"
    text = f"{ONE}\nEstvik 0\nHorn 1\n{TWO}"
    assert _kept(body, text, text) == [ONE, "Estvik 0", "Horn 1", "Ostraven 2", TWO]
