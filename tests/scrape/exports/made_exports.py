"""Makes exports of databases in the formats that public importers describe; towns, people and words are invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

_SUBJECTS = ("The ferry", "The old pier", "The night train", "A bridge", "The harbour board", "The lighthouse")
_VERBS = ("opens again", "closes for repairs", "is sold to the town", "gets a new roof", "waits for money")
_TIMES = ("after nine years", "before the summer", "despite the storm", "at last, says mayor", "for two crowns")
_PEOPLE = ("Lena Marsh", "Oskar Brandt", "Mara Lind", "Jonas Vell", "Tomas Horn")
_PAPERS = ("The Northport Gazette", "Ostrava Evening Post", "The Estvik Courier", "Velmar Times")
_TOWNS = ("NORTHPORT", "OSTRAVA", "ESTVIK", "VELMAR")
_SENTENCES = (
    "The harbour council said on Monday that two boats had been ordered from the yard in Southport.",
    "Mayor Ada Quill told the crowd at the quay that the town had waited long enough for this day.",
    "The board must still pay for the second boat, which costs four million crowns and is half built.",
    "Nobody was hurt when a storm broke the pier, but forty families lost the only way to their islands.",
    "A vote on the fares is planned for the autumn, and fishermen want it to be held on a Sunday.",
    "“It goes twice a day, and that is twice more than last year,” the captain said with a smile.",
)


@dataclass(frozen=True)
class Made:
    """An article as it was made: what an import must find."""

    title: str
    byline: str
    day: date
    outlet: str
    paragraphs: tuple[str, ...]
    #: The place in capitals; empty if the text has no dateline.
    town: str

    @property
    def text(self) -> tuple[str, ...]:
        """The paragraphs, the first with its dateline."""
        if not self.town:
            return self.paragraphs
        return (f"{self.town} (Reuters) — {self.paragraphs[0]}", *self.paragraphs[1:])


def made_articles(seed: int) -> list[Made]:
    """One to five articles."""
    random = Random(seed)
    return [_article(random) for _ in range(1 + seed % 5)]


def _article(random: Random) -> Made:
    title = " ".join(random.choice(words) for words in (_SUBJECTS, _VERBS, _TIMES))
    paragraphs = tuple(" ".join(random.sample(_SENTENCES, 2)) for _ in range(random.randint(2, 4)))
    day = date(2015, 1, 1) + timedelta(random.randrange(3000))
    town = random.choice(_TOWNS) if random.random() < 0.5 else ""
    return Made(title, random.choice(_PEOPLE), day, random.choice(_PAPERS), paragraphs, town)


def _long(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def nexis(seed: int) -> str:
    """Nexis Uni: a cover sheet, then articles that end with “End of Document”."""
    made = made_articles(seed)
    parts = [
        "User Name: = teacher\nDate and Time: = Monday, March 4, 2024 10:00:00 AM EST\nJob Number: = 1234567\n\n"
        f"Documents ({len(made)})\n\nClient/Matter: -None-\nSearch Terms: ferry\n\n"
        + "\n".join(f"{n}. {one.title}" for n, one in enumerate(made, 1))
        + "\n"
    ]
    for number, one in enumerate(made, 1):
        parts.append(
            f"\nPage {number} of {len(made)}\n\n{one.title}\n\n{one.outlet}\n\n{_long(one.day)} {one.day:%A}\n\n"
            f"Copyright {one.day.year} Bay Media Ltd All Rights Reserved\n\nSection: NEWS; Pg. {seed % 9 + 1}\n\n"
            f"Length: {60 + seed} words\n\nByline: {one.byline}\n\nBody\n\n"
            + "\n\n".join(one.text)
            + f"\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: {_long(one.day + timedelta(1))}\n\n"
            "End of Document\n"
        )
    return "\n".join(parts)


def old_nexis(seed: int) -> str:
    """The older Nexis: counted documents, labels in capitals, wrapped lines."""
    made = made_articles(seed)
    parts = []
    for number, one in enumerate(made, 1):
        parts.append(
            f"\n                               {number} of {len(made)} DOCUMENTS\n\n\n"
            f"                             {one.outlet}\n\n"
            f"                            {_long(one.day)} {one.day:%A}\n\n"
            f"BYLINE: {one.byline}\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 312 words\n\nHEADLINE: {one.title}\n\nBODY:\n\n"
            + "\n\n".join(one.text)
            + f"\n\nLOAD-DATE: {_long(one.day + timedelta(1))}\n\nLANGUAGE: ENGLISH\n\n"
            f"PUBLICATION-TYPE: Newspaper\n"
        )
    return "\n".join(parts)


def factiva_codes(seed: int) -> str:
    """Factiva with field codes."""
    parts = []
    for number, one in enumerate(made_articles(seed)):
        parts.append(
            f"SE   News\nHD   {one.title}\nBY   By {one.byline}\nWC   214 words\nPD   {one.day.day} {one.day:%B %Y}\n"
            f"SN   {one.outlet}\nSC   NPGZ\nED   1\nPG   4\nLA   English\nCY   (c) {one.day.year} Bay Media\n\n"
            f"LP   \n{one.text[0]}\n\nTD   \n" + "\n\n".join(one.text[1:]) + "\n\nNS   gtrans : Transport\n"
            f"RE   bay : The Bay\nPUB  Bay Media Ltd\nAN   Document NPGZ0000{one.day:%Y%m%d}ek310000{number}\n"
        )
    return "\n\n".join(parts)


def factiva_display(seed: int) -> str:
    """Factiva as displayed."""
    parts = []
    for number, one in enumerate(made_articles(seed)):
        parts.append(
            f"{one.title}\nBy {one.byline}\n214 words\n{one.day.day} {one.day:%B %Y}\n{one.outlet}\nNPGZ\n4\nEnglish\n"
            f"(c) {one.day.year} Bay Media. All rights reserved.\n\n"
            + "\n\n".join(one.text)
            + f"\n\nDocument NPGZ0000{one.day:%Y%m%d}ek310000{number}\n"
        )
    return "\n\n".join(parts)


def proquest(seed: int) -> str:
    """ProQuest: labelled records between lines of underscores."""
    made = made_articles(seed)
    parts = []
    for number, one in enumerate(made, 1):
        first, last = one.byline.split()
        parts.append(
            f"\n\nDocument {number} of {len(made)}\n\nTitle: {one.title}\n\nAuthor: {last}, {first}\n\n"
            f"Publication title: {one.outlet}; Northport [Northport]\n\nPublication date: {one.day:%b} {one.day.day}, "
            f"{one.day.year}\n\nAbstract: In short, it happened.\n\nFull text: "
            + "\n\n".join(one.text)
            + f"\n\nSubject: Ferries; Harbours\n\nProQuest document ID: 24681{number}\n\n"
            f"Document URL: https://library.example/docview/{seed}{number}\n\nCopyright: Bay Media {one.day.year}\n\n"
            f"Last updated: 2024-03-04\n\nDatabase: Bay Newsstand\n\n"
        )
    rule = "_" * 60
    return rule + rule.join(f"\n{part}\n" for part in parts) + rule + "\n\nBibliography\n\nCitation style: none\n"


_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip


def europresse(seed: int) -> str:
    """Europresse: an HTML file with an element for each article."""
    parts = []
    for number, one in enumerate(made_articles(seed), 1):
        body = "".join(f"<p>{paragraph}</p>" for paragraph in one.text)
        parts.append(
            '<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">'
            f'{one.outlet}</span></div><span class="DocHeader">no. {number} • Actualités • p. 3 • 64 mots • '
            f"{one.day.day} {_MONTHS[one.day.month - 1]} {one.day.year}</span>"
            f'<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">{one.title}</p></div>'
            f'<div class="docAuthors">{one.byline}</div></header><section><div class="docOcurrContainer">{body}</div>'
            f"</section><footer>© {one.day.year} {one.outlet}. Tous droits réservés.</footer></article>"
        )
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(parts)}</body></html>'


def feed(seed: int) -> str:
    """RSS with the whole texts."""
    made = made_articles(seed)
    items = "".join(
        f"<item><title>{one.title}</title><link>https://gazette.example/{seed}/{number}</link>"
        f"<dc:creator>{one.byline}</dc:creator><pubDate>{one.day:%a, %d %b %Y} 09:00:00 +0000</pubDate>"
        f"<content:encoded><![CDATA[{''.join(f'<p>{part}</p>' for part in one.text)}]]></content:encoded></item>"
        for number, one in enumerate(made)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Northport Gazette</title>'
        f"<language>en-GB</language>{items}</channel></rss>"
    )
