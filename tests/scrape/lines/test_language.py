"""The language of a text, from its script and its commonest words."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The bridge over the river was opened on Thursday, and it is now free for all.", "en"),
        ("Le pont sur la rivière est ouvert depuis jeudi, et les camions passent dans les deux sens.", "fr"),
        (
            "Die Brücke über den Fluss ist seit Donnerstag wieder offen, und der Verkehr rollt auf der neuen Straße.",
            "de",
        ),
        ("Çay üzərindəki körpü cümə axşamı açılıb və bu gün iki istiqamətdə hərəkət üçün hazır olub.", "az"),
        ("Nehrin üzerindeki köprü perşembe günü açıldı ve bu yol için çok sayıda kamyon bekledi.", "tr"),
        (
            "El puente sobre el río está abierto desde el jueves y los camiones pasan por la ciudad con una pausa.",
            "es",
        ),
        ("Мост через реку открыли в четверг, и теперь он свободен для всех, кто едет с того берега на этот.", "ru"),
        ("Міст через річку відкрили в четвер, і тепер він вільний для всіх, хто їде з того берега на цей.", "uk"),
        ("Գետի վրայի կամուրջը բացվել է հինգշաբթի օրը, և այժմ այն ազատ է բոլորի համար։", "hy"),
        ("მდინარეზე ხიდი ხუთშაბათს გაიხსნა და ახლა ყველასთვის თავისუფალია.", "ka"),
        ("فُتح الجسر فوق النهر يوم الخميس وأصبح الآن متاحاً للجميع دون رسوم.", "ar"),
        ("הגשר מעל הנהר נפתח ביום חמישי וכעת הוא פתוח לכולם ללא תשלום נוסף", "he"),
    ],
)
def test_a_sentence_is_enough_for_a_certain_answer(text: str, language: str) -> None:
    assert detect(text) == (language, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (None, False)),
        ("12 34 – 56", (None, False)),
        ("Ostraven Mirsk Estvik", (None, False)),
        ("Мирск", ("ru", False)),
    ],
)
def test_a_text_with_hardly_any_words_is_uncertain(text: str, expected: tuple[str | None, bool]) -> None:
    assert detect(text) == expected


def test_a_text_in_two_languages_is_uncertain() -> None:
    _, sure = detect("The bridge is open for all of us. Le pont est ouvert pour tous dans la ville.")
    assert not sure
