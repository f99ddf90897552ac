"""The kind of a group of names."""

from __future__ import annotations

import pytest

from course_reader.text.propose.beside import Beside
from course_reader.text.propose.group import Used
from course_reader.text.propose.groups import groups
from course_reader.text.propose.kinds import kind_of
from course_reader.text.propose.uses import uses


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mayor Ann Bridge came.", "Ann Bridge", "people"),
        ("They know Ingrid Solheim.", "Ingrid Solheim", "people"),
        ("The Caucasus is high.", "Caucasus", "places"),
        ("They saw the South Caucasus.", "South Caucasus", "places"),
        ("They saw Varren Strait.", "Varren Strait", "places"),
        ("They saw Palais Wilson.", "Palais Wilson", "places"),
        ("They asked the West for help.", "West", "organisations"),
        ("They asked Natural England.", "Natural England", "organisations"),
        ("They asked NASA.", "NASA", "organisations"),
        ("They asked Radio Varga.", "Radio Varga", "organisations"),
        ("They joined Dinamo Lesk.", "Dinamo Lesk", "organisations"),
        ("The Battle of Kalvik Bay was short.", "Battle of Kalvik Bay", "events"),
        ("The Bay of Kalvik is wide.", "Bay of Kalvik", "places"),
        ("They signed the Treaty of Kalvik.", "Treaty of Kalvik", "agreements"),
        ("They towed MV Sea Star home.", "MV Sea Star", "terms"),
        ("They saw The Blue Stable there.", "The Blue Stable", "terms"),
        ("They saw Kalvik.", "Kalvik", ""),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    [group] = [group for group in groups(Used(0, use) for use in uses(text, ())) if name in group.names]
    assert kind_of(group, [Beside(text, used.use) for used in group.places]) == kind
