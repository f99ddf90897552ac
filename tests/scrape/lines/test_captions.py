"""Captions and credits of pictures, in the manner of several outlets."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines import captions


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("The old bridge before it fell. (Photo: Jane Doe/AP)", "The old bridge before it fell.", "Jane Doe/AP"),
        ("The old bridge before it fell. Photo by Jane Doe.", "The old bridge before it fell.", "Jane Doe"),
        ("The old bridge before it fell [AFP]", "The old bridge before it fell", "AFP"),
        ("The old bridge before it fell. Jane Doe / Reuters", "The old bridge before it fell.", "Jane Doe / Reuters"),
        ("The old bridge before it fell | Photo: Jane Doe", "The old bridge before it fell", "Jane Doe"),
        ("The old bridge before it fell. © Jane Doe", "The old bridge before it fell.", "Jane Doe"),
        ("The old bridge before it fell. Credit...Jane Doe", "The old bridge before it fell.", "Jane Doe"),
        ("Старый мост до паводка. Фото: Анна Лорм", "Старый мост до паводка.", "Анна Лорм"),
        ("Le vieux pont avant la crue. Crédit photo : Jeanne Lorm", "Le vieux pont avant la crue.", "Jeanne Lorm"),
        ("Die alte Brücke vor der Flut. Bild: Karl Amsel/dpa", "Die alte Brücke vor der Flut.", "Karl Amsel/dpa"),
        ("Հին կամուրջը ջրհեղեղից առաջ։ (Լուսանկարը՝ AFP)", None, None),
    ],
)
def test_a_credit_at_the_end_of_a_caption(text: str, caption: str | None, credit: str | None) -> None:
    found = captions.split_credit(text)
    assert (found and found.caption, found and found.credit) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was opened on Thursday, the mayor said.",
        "The mayor (left) thanked everyone.",
        "The council published photographs of the damage by the river.",
        "AFP",
        "",
    ],
)
def test_text_without_a_credit_is_not_split(text: str) -> None:
    assert captions.split_credit(text) is None


def test_a_credit_that_names_only_an_agency_is_weak() -> None:
    weak, strong = (captions.split_credit(f"The river rose again on Monday. {end}") for end in ("AFP", "AFP/Jane Doe"))
    assert weak is not None
    assert strong is not None
    assert (weak.strong, strong.strong) == (False, True)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Photo: Jane Doe", "Jane Doe"),
        ("(Photo by Jane Doe/AP)", "Jane Doe/AP"),
        ("Photograph: Jane Doe/Reuters", "Jane Doe/Reuters"),
        ("© Jane Doe", "Jane Doe"),
        ("Getty Images", "Getty Images"),
        ("Jane Doe/AFP", "Jane Doe/AFP"),
        ("Image source, Jane Doe", "Jane Doe"),
        ("Picture: Jane Doe", "Jane Doe"),
        ("Courtesy of the city archive", "the city archive"),
        ("Фото: Анна Лорм / ТАСС", "Анна Лорм / ТАСС"),
        ("Foto: Karl Amsel", "Karl Amsel"),
    ],
)
def test_a_credit_on_a_separate_line(text: str, credit: str) -> None:
    found = captions.credit_alone(text)
    assert found is not None
    assert (found.caption, found.credit) == (None, credit)


@pytest.mark.parametrize("text", ["Jane Doe", "The photo shows the bridge.", "Photo", "AFP reported the news first."])
def test_other_short_lines_are_not_credits(text: str) -> None:
    assert captions.credit_alone(text) is None


def test_photo_with_a_colon_can_introduce_a_caption() -> None:
    found = captions.credit_alone("Photo: The old bridge in the spring before the flood carried it away, Estvik")
    assert found is not None
    assert found.credit is None
    assert found.caption is not None
    assert found.caption.startswith("The old bridge")


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Image caption, Lorries wait at the bridge", "Lorries wait at the bridge", None),
        ("FILE - The old bridge before it fell.", "FILE - The old bridge before it fell.", None),
        ("FILE PHOTO: The old bridge. REUTERS/Jane Doe", "FILE PHOTO: The old bridge.", "REUTERS/Jane Doe"),
        ("Подпись к фото: Старый мост", "Старый мост", None),
        ("Légende : Le vieux pont", "Le vieux pont", None),
    ],
)
def test_labelled_captions(text: str, caption: str, credit: str | None) -> None:
    found = captions.labelled(text)
    assert found is not None
    assert (found.caption, found.credit) == (caption, credit)


@pytest.mark.parametrize(
    ("text", "empty"), [("Image caption,", True), ("photo caption", True), ("Image caption, a bridge", False)]
)
def test_a_label_whose_caption_is_on_the_next_line(text: str, empty: bool) -> None:
    assert captions.empty_label(text) is empty


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Jane Doe (left) and John Roe shake hands in Ostraven, May 3, 2023.", True),
        ("A lorry on the old bridge, file photo", True),
        ("Анна Лорм (слева) на мосту", True),
        ("Jutta Lorm (links) an der Brücke", True),
        ("The council opened the bridge on Thursday.", False),
        ("“We will meet again on the bridge,” Jane Doe said on May 3, 2023.", False),
    ],
)
def test_wording_typical_of_captions(text: str, caption: bool) -> None:
    assert captions.looks_like_caption(text) is caption


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("The mayor said it was over.", True),
        ("Мэр заявил, что мост открыт.", True),
        ("Le maire a déclaré le pont ouvert.", True),
        ("The mayor on the bridge.", False),
    ],
)
def test_reported_speech(text: str, spoken: bool) -> None:
    assert captions.sounds_spoken(text) is spoken
