"""Names in other languages: joined to those of the English texts, or proposed by themselves."""

from __future__ import annotations

from course_reader.text.propose.proposing import propose
from course_reader.text.propose.records import ProposedEntry, SourceText

ENGLISH = SourceText("en", "Prime Minister Nikol Pashinyan met President Vladimir Putin in Sochi. Then Pashinyan left.")


def found(*texts: SourceText) -> dict[str, ProposedEntry]:
    return {one.name: one for one in propose([ENGLISH, *texts])}


def test_a_name_has_its_form_in_other_scripts() -> None:
    russian = SourceText("ru", "Никол Пашинян прибыл в Сочи. Встреча с Пашиняном прошла вечером.", language="ru")
    armenian = SourceText("hy", "Երեկ Նիկոլ Փաշինյանը մեկնեց։", language="hy")
    turkish = SourceText("tr", "Dün Nikol Paşinyan geldi.", language="tr-TR")
    pashinyan = found(russian, armenian, turkish)["Nikol Pashinyan"]

    assert pashinyan.names["ru"] == ("Никол Пашинян",)
    assert pashinyan.names["tr"] == ("Nikol Paşinyan",)
    assert set(pashinyan.names) == {"hy", "ru", "tr"}
    assert pashinyan.texts == ("en", "hy", "ru", "tr")
    assert pashinyan.mentions == 6


def test_a_language_without_capitals_is_compared_by_sound() -> None:
    georgian = SourceText("ka", "გუშინ პუტინი სოჭში იყო.", language="ka")
    assert found(georgian)["Vladimir Putin"].texts == ("en", "ka")


def test_names_that_only_other_languages_have_are_proposed_with_their_kind() -> None:
    french = SourceText(
        "fr", "Hier, Marguerite Valdin est arrivée à Carnac. Puis Marguerite Valdin a parlé.", language="fr"
    )
    made = found(french)
    assert (made["Marguerite Valdin"].kind, made["Carnac"].kind) == ("people", "places")


def test_nouns_with_capitals_are_no_names() -> None:
    german = SourceText("de", "Der Hafen von Kalvik ist seit Montag gesperrt.", language="de")
    assert set(found(german)) == set(found())
