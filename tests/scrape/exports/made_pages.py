"""The made-up exports as web pages, as databases offer them beside their text."""

from __future__ import annotations

from scrape.exports.made_exports import made_articles, nexis


def _paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _page(body: str) -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Export</title></head><body>{body}</body></html>'


def factiva_codes_page(seed: int) -> str:
    """Factiva with field codes: a table for each article."""
    parts = []
    for number, one in enumerate(made_articles(seed)):
        day = f"{one.day.day} {one.day:%B %Y}"
        rows = [("HD", one.title), ("BY", f"By {one.byline}"), ("WC", "214 words"), ("PD", day), ("SN", one.outlet)]
        rows += [("SC", "NPGZ"), ("LA", "English"), ("CY", f"(c) {one.day.year} Bay Media")]
        rows += [("LP", _paragraphs(one.text[:1])), ("TD", _paragraphs(one.text[1:])), ("NS", "gtrans : Transport")]
        rows += [("PUB", "Bay Media Ltd"), ("AN", f"Document NPGZ0000{one.day:%Y%m%d}ek310000{number}")]
        cells = "".join(f'<tr><td class="index"><b>{code}</b></td><td>{value}</td></tr>' for code, value in rows)
        parts.append(f'<div class="article enArticle"><table>{cells}</table></div><hr>')
    return _page("".join(parts))


def factiva_display_page(seed: int) -> str:
    """Factiva as displayed."""
    parts = []
    for number, one in enumerate(made_articles(seed)):
        head = [f'<div id="hd"><span class="enHeadline"><b>{one.title}</b></span></div>', f"<div>By {one.byline}</div>"]
        head += ["<div>214 words</div>", f"<div>{one.day.day} {one.day:%B %Y}</div>", f"<div>{one.outlet}</div>"]
        head += ["<div>NPGZ</div>", "<div>4</div>", "<div>English</div>"]
        head += [f"<div>(c) {one.day.year} Bay Media. All rights reserved.</div>"]
        last = f"<p>Document NPGZ0000{one.day:%Y%m%d}ek310000{number}</p>"
        parts.append(f'<div class="article enArticle">{"".join(head)}{_paragraphs(one.text)}{last}</div>')
    return _page("".join(parts))


def proquest_page(seed: int) -> str:
    """ProQuest: records with bold labels between rules."""
    made = made_articles(seed)
    parts = []
    for number, one in enumerate(made, 1):
        first, last = one.byline.split()
        labels = [("Title", one.title), ("Author", f"{last}, {first}"), ("Publication title", one.outlet)]
        labels += [("Publication date", f"{one.day:%b} {one.day.day}, {one.day.year}"), ("Abstract", "It happened.")]
        above = "".join(f"<p><strong>{label}: </strong>{value}</p>" for label, value in labels)
        text = f"<p><strong>Full text: </strong>{one.text[0]}</p>{_paragraphs(one.text[1:])}"
        labels = [("Subject", "Ferries; Harbours"), ("ProQuest document ID", f"24681{number}")]
        labels += [("Document URL", f"https://library.example/docview/{seed}{number}"), ("Database", "Bay Newsstand")]
        below = "".join(f"<p><strong>{label}: </strong>{value}</p>" for label, value in labels)
        parts.append(f"<p>Document {number} of {len(made)}</p>{above}{text}{below}<hr>")
    return _page(f"<hr>{''.join(parts)}")


def nexis_page(seed: int) -> str:
    """Nexis: the text of the export, a paragraph for each."""
    blocks = (" ".join(block.split()) for block in nexis(seed).split("\n\n"))
    return _page("".join(f"<p>{block}</p>" for block in blocks if block))
