"""Outlines at a zoom: each line is thinned once, and nothing is lost that can be seen."""

from __future__ import annotations

from itertools import pairwise

import pytest

from course_reader.maps.outlines import outlines
from course_reader.maps.projection import distance
from course_reader.maps.zooms import Zooms, level_of


@pytest.mark.parametrize(("kilometres", "level"), [(1.0, 0), (2.0, 2), (3.0, 3), (0.25, -4)])
def test_two_zooms_double_the_scale(kilometres: float, level: int) -> None:
    assert level_of(kilometres) == level
    assert 2 ** (level / 2) <= kilometres


def test_a_line_keeps_its_ends_and_loses_only_what_is_near_it() -> None:
    number = max(outlines().borders, key=lambda number: len(outlines().line(number)))
    whole = outlines().line(number)

    thin = list(Zooms(outlines()).line(number, level_of(10.0)))

    assert (thin[0], thin[-1]) == (whole[0], whole[-1])
    assert len(thin) < len(whole) / 2
    # No point that is left out lies farther from its neighbours than they lie from each other.
    assert all(min(distance(point, other) for other in thin) < 200 for point in whole)


def test_a_line_is_read_once_for_each_zoom(monkeypatch: pytest.MonkeyPatch) -> None:
    source, calls = outlines(), []
    zooms = Zooms(source)
    read = source.line
    monkeypatch.setattr(source, "line", lambda number: calls.append(number) or read(number))

    lines = [list(zooms.line(7, level)) for level in (0, 0, 4, 4, 0)]

    assert calls == [7, 7]
    assert lines[0] == lines[1] == lines[4]


def test_long_stretches_have_points_in_between() -> None:
    number = max(range(len(outlines().boxes)), key=lambda n: outlines().boxes[n][2] - outlines().boxes[n][0])

    points = list(Zooms(outlines()).line(number, 8))

    assert all(abs(a[0] - b[0]) <= 1.5 and abs(a[1] - b[1]) <= 1.5 for a, b in pairwise(points))
