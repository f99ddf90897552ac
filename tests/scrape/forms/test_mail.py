"""Mails, and pages saved in the form of a mail."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from scrape.forms.made_documents import BODY, FIRST, SECOND, TITLE, page

from course_reader.scrape import ScrapeError, scrape

URL = "https://northport-gazette.example/2024/03/02/ferry"


def _mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


def test_a_page_in_one_file() -> None:
    message = _mail(From="<Saved by Blink>", Subject=TITLE, Snapshot_Content_Location=URL)
    message.set_content(page(), subtype="html", cte="quoted-printable")
    message.add_attachment(b"GIF8", maintype="image", subtype="gif")
    got = scrape(message.as_bytes(), filename="page.mht")
    assert (got.form, got.title, got.url, got.date) == ("a saved web page (MHT)", TITLE, URL, "2024-03-02")
    assert [block.text for block in got.blocks] == BODY


@pytest.mark.parametrize("subject", [TITLE, f"Fwd: {TITLE}", f"WG: Re: {TITLE}"])
def test_the_subject_of_a_mail_is_its_headline_and_its_date_is_asked_about(subject: str) -> None:
    message = _mail(
        From="news@gazette.example", To="a@b.example", Subject=subject, Date="Sat, 02 Mar 2024 10:00:00 +0000"
    )
    message.set_content(f"{FIRST}\n\n{SECOND}\n", cte="base64", charset="utf-8")
    got = scrape(message.as_bytes())
    assert (got.form, got.title, got.date) == ("a mail", TITLE, "2024-03-02")
    assert [block.text for block in got.blocks] == [FIRST, SECOND]
    assert "date" in {item.field for item in got.unsure}


def test_a_mail_without_text_is_refused() -> None:
    message = _mail(From="a@b.example", To="c@d.example", Subject="Photo", MIME_Version="1.0")
    message.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg")
    with pytest.raises(ScrapeError, match="no text"):
        scrape(message.as_bytes())


def test_a_text_that_starts_like_a_mail_is_a_text() -> None:
    assert scrape(f"From: the quay\n\n{FIRST}").form == "a plain text"
