"""Places for tests: those of a made-up course, anywhere on the globe."""

from __future__ import annotations

from course_reader.maps.spots import Drawn, Spot

#: name, other name, latitude, longitude, how it is drawn
CAUCASUS = (
    ("Agdam", "Akna", 39.99, 46.93, "town"),
    ("Armenia", "", 40.1, 45.0, "country"),
    ("Azerbaijan", "", 40.3, 47.7, "country"),
    ("Baku", "", 40.38, 49.89, "capital"),
    ("Brussels", "", 50.85, 4.35, "capital"),
    ("Hadrut", "", 39.52, 47.03, "town"),
    ("Jermuk", "", 39.84, 45.67, "town"),
    ("Kalbajar", "Karvachar", 40.11, 46.04, "town"),
    ("Lachin corridor", "", 39.64, 46.55, "road"),
    ("Moscow", "", 55.76, 37.62, "capital"),
    ("Nagorno-Karabakh", "Artsakh, Karabakh", 39.86, 46.7, "region"),
    ("Nakhchivan", "Nakhijevan", 39.3, 45.4, "region"),
    ("Shusha", "Shushi", 39.76, 46.75, "town"),
    ("Sochi", "", 43.6, 39.72, "town"),
    ("Stepanakert", "Khankendi", 39.82, 46.75, "town"),
    ("Syunik", "Zangezur", 39.3, 46.3, "region"),
    ("Turkey", "", 39.0, 35.2, "country"),
    ("Yerevan", "", 40.18, 44.51, "capital"),
)

#: a group of places in each corner of the globe: at the date line, near a pole, south of the equator, around the world
ELSEWHERE = {
    "fiji": (("Suva", "", -18.14, 178.44, "capital"), ("Taveuni", "", -16.85, -179.97, "town")),
    "svalbard": (("Longyearbyen", "", 78.22, 15.65, "town"), ("Ny-Ålesund", "", 78.92, 11.93, "town")),
    "chile": (("Punta Arenas", "", -53.16, -70.91, "town"), ("Ushuaia", "", -54.8, -68.3, "town")),
    "world": (("Quito", "", -0.22, -78.51, "capital"), ("Nairobi", "", -1.29, 36.82, "capital"),
              ("Jakarta", "", -6.2, 106.85, "capital")),
    "one": (("Reykjavík", "", 64.15, -21.94, "capital"),),
}  # fmt: skip


def spots(rows: tuple[tuple[str, str, float, float, str], ...], *, linked: bool = True) -> list[Spot]:
    """Rows as places; their ids are their names in small letters."""
    return [
        Spot(name.lower(), name, latitude, longitude, Drawn(drawn), other, f"{name.lower()}.html" if linked else "")
        for name, other, latitude, longitude, drawn in rows
    ]
