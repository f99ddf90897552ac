"""Mails, and pages saved as one file in the form of a mail (MHT, MHTML)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course_reader.scrape.decoding import clean, split_lines
from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Fact, Where
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import PrintedRecord, note_fields
from course_reader.scrape.forms.text import draft_of
from course_reader.scrape.lines.addresses import clean_url
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.records import ScrapeError

if TYPE_CHECKING:
    from email.message import EmailMessage

_HEADER = re.compile(
    rb"(?:From|Received|Return-Path|Delivered-To|Date|Subject|To|MIME-Version|Message-ID|X-[\w-]+|DKIM-Signature|"
    rb"Content-Type|Snapshot-Content-Location|Reply-To)\s*:",
    re.I,
)
_LINE = re.compile(rb"[\w-]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*")
_PREFIX = re.compile(r"(?:(?:fwd?|re|aw|wg|tr)\s*:\s*)+", re.I)


def _is_mail(source: RawInput) -> bool:
    """Whether it starts with several lines of headers, one of them that of a body."""
    if not _HEADER.match(source.start):
        return False
    names, position = set[bytes](), 0
    while (match := _LINE.match(source.start, position)) is not None:
        names.add(match.group().partition(b":")[0].lower())
        position = match.end()
    return bool({b"mime-version", b"content-type", b"message-id"} & names) and len(names) >= 3


def _message(source: RawInput) -> EmailMessage:
    from email import message_from_bytes, policy

    return message_from_bytes(source.binary, policy=policy.default)


def _is_page(message: EmailMessage) -> bool:
    return "Snapshot-Content-Location" in message or any("Content-Location" in part for part in message.walk())


def read(source: RawInput) -> list[Draft]:
    """The page in it; or the text of the mail, with its subject as headline."""
    message = _message(source)
    try:
        body = message.get_body(("html", "plain"))
        body = body or next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        content = body.get_content() if body is not None else None
    except (LookupError, ValueError, KeyError, AssertionError) as error:
        raise ScrapeError("its text cannot be decoded; open it, save its text, and import that") from error
    if body is None or not isinstance(content, str) or not content.strip():
        raise ScrapeError("it has no text; open it, save its text, and import that")
    text, notes = clean(content, entities=body.get_content_type() == "text/plain")
    if body.get_content_type() == "text/html":
        from course_reader.scrape.forms.html import read_page

        draft = read_page(text, notes)
    else:
        draft = draft_of(split_lines(text), markdown=False, notes=notes)
    page = _is_page(message)
    draft.form = "a saved web page (MHT)" if page else "a mail"
    if page:
        _note_address(draft, str(message.get("Snapshot-Content-Location") or body.get("Content-Location") or ""))
    else:
        _note_mail(draft, message)
    return [draft]


def _note_address(draft: Draft, url: str) -> None:
    if url.startswith(("http://", "https://")) and not draft.clues.get(Fact.URL):
        draft.clue(Fact.URL, clean_url(url), Segment(url, url, 1, 1, gap=False), Where.RECORD)


def _note_mail(draft: Draft, message: EmailMessage) -> None:
    """A mail was sent when an article may have been printed, by somebody who may have published it: both are asked."""
    subject = _PREFIX.sub("", str(message.get("Subject") or "")).strip()
    shown = any(segment.kind == "heading" and segment.level == 1 for segment in draft.segments)
    if subject and not shown and not draft.clues.get(Fact.TITLE):
        draft.segments.insert(0, Segment(subject, subject, 1, 1, gap=True, kind="heading", level=1))
    sent = message.get("Date")
    day = getattr(sent, "datetime", None)
    if day is not None and not draft.clues.get(Fact.DATE):
        note_fields(draft, PrintedRecord(date=day.date().isoformat()), sure=False)


FORM = InputForm("a mail", _is_mail, read)
