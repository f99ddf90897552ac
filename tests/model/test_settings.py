"""Settings are declared once, and a wrong value is replaced and reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from course_reader.model.conf import problems
from course_reader.model.problems import Code
from course_reader.model.settings import OWN, PREFIX, Setting, Settings, flag, judge, unknown

BY_NAME = {setting.name: setting for setting in OWN}


@pytest.mark.parametrize("setting", OWN, ids=lambda setting: str(setting.name))
def test_every_default_passes_its_own_check(setting: Setting[Any]) -> None:
    assert setting.check(setting.default) is None
    assert setting.about.endswith(".")
    assert getattr(Settings(), setting.name) == setting.default


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("corpus", "/texts"), ("corpus", "texts/"), ("corpus", "../texts"), ("corpus", ""), ("corpus", None),
        ("corpus", "a/../../b"),
        ("chapters", "docs/background"), ("chapters", [1]), ("gloss", "frist"), ("link_entries", "yes"),
        ("search_in", ["footnotes"]), ("level", "B3"), ("audience", "klass"), ("pdf_size", True),
        ("packs", 1), ("packs", "../print"), ("packs", "/print"),
        ("pdf_size", 25), ("pdf_size", 5), ("pdf_size", "11pt"),
        ("today", "2024-09"), ("today", "today"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_reported_and_its_default_used(name: str, value: object) -> None:
    settings, wrongs = judge({PREFIX + name: value})
    assert getattr(settings, name) == BY_NAME[name].default
    assert list(wrongs) == [PREFIX + name]
    assert wrongs[PREFIX + name].startswith(f"{PREFIX}{name} is {value!r}; it should be ") or name == "today"
    assert wrongs[PREFIX + name].endswith(f"{BY_NAME[name].default!r} is used instead")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("corpus", "texts/news"), ("search_in", ["links", "captions"]), ("level", ""), ("level", "C1"),
        ("pdf_size", 6), ("pdf_size", 24.0), ("today", "2024-09-01"),
    ],
)  # fmt: skip
def test_a_right_value_is_taken(name: str, value: object) -> None:
    settings, wrongs = judge({PREFIX + name: value})
    assert (getattr(settings, name), wrongs) == (value, {})


def test_a_tuple_is_taken_as_a_list() -> None:
    settings, wrongs = judge({"reader_known_words": ("treaty",)})
    assert (settings.known_words, wrongs) == (["treaty"], {})


def test_a_long_value_is_cut_in_the_message() -> None:
    _, wrongs = judge({"reader_gloss": "x" * 500})
    assert len(wrongs["reader_gloss"]) < 250


BOX = Setting("box", True, "Whether the box is shown.", flag)


def test_a_part_declares_settings_that_are_judged_with_the_others() -> None:
    settings, wrongs = judge({"reader_box": False}, [BOX])
    assert (settings[BOX], wrongs) == (False, {})
    settings, wrongs = judge({"reader_box": 1}, [BOX])
    assert settings[BOX] is True
    assert wrongs == {"reader_box": "reader_box is 1; it should be True or False. True is used instead"}
    assert Settings()[BOX] is True


def test_names_that_do_not_exist_are_reported_with_the_nearest() -> None:
    assert unknown(["reader_audience", "html_theme"]) == {}
    assert unknown(["reader_audiance"])["reader_audiance"].endswith("did you mean 'reader_audience'?")
    assert unknown(["reader_" + "q" * 30]).popitem()[1].endswith("reader_pdf_size, reader_today")
    assert unknown(["reader_box"], [BOX]) == {}


def test_the_day_is_that_of_the_settings_or_today() -> None:
    assert Settings(today="2024-09-01").day == date(2024, 9, 1)
    assert Settings().day == date.today()


def test_problems_name_the_line_that_sets_a_value(tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "conf.py").write_text("reader_gloss = 'all'\n\nreader_gloss = 'frist'\n", encoding="utf-8")
    found = problems({"reader_gloss": "m", "reader_level": "n"}, tmp_path)
    assert [(problem.path, problem.line) for problem in found] == [("conf/conf.py", 3), ("conf/conf.py", 0)]
    assert {problem.code for problem in found} == {Code.BAD_SETTING}
