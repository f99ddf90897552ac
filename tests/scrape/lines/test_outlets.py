"""Newspapers and agencies, found by name, address, newsletter box, or in a short line."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines import outlets


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        (" (reuters) ", "Reuters"),
        ("the Moscow Times", "The Moscow Times"),
        ("Agence France-Presse", "AFP"),
        ("ТАСС", "TASS"),
        ("Ազատություն", "Azatutyun"),
        ("RFE/RL's Armenian Service", "RFE/RL"),
        ("Moscow", None),
        ("Reuters said", None),
        ("", None),
        ("x" * 81, None),
    ],
)
def test_by_name(text: str, name: str | None) -> None:
    found = outlets.by_name(text)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.themoscowtimes.com/2023/05/26/a", "The Moscow Times"),
        ("https://oc-media.org/a", "OC Media"),
        ("http://m.dw.com/en/a", "DW"),
        ("https://edition.cnn.com/a", "CNN"),
        ("https://news.sky.com/a", "Sky News"),
        ("https://sky.com/a", None),
        ("https://notreuters.com/a", None),
        ("https://[broken", None),
        ("reuters.com", None),
        ("", None),
    ],
)
def test_by_url(url: str, name: str | None) -> None:
    found = outlets.by_url(url)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://amp.example.org", "example.org"),
        ("https://EXAMPLE.org:8080/a", "example.org"),
        ("example.org/a", ""),
        ("https://[broken", ""),
    ],
)
def test_the_host_of_an_address(url: str, host: str) -> None:
    assert outlets.host_of(url) == host


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Get the Mirror in your inbox", "The Armenian Mirror-Spectator"),
        ("Subscribe to The Guardian Weekly", "The Guardian"),
        ("Get the news in your inbox", None),
        ("Guardians of the river", None),
    ],
)
def test_by_the_wording_of_a_newsletter_box(text: str, name: str | None) -> None:
    found = outlets.by_box(text)
    assert (found and found.name) == name


def test_names_in_a_line_come_in_order_and_once() -> None:
    found = outlets.names_in("With inputs from Reuters, The Guardian and Reuters; Reuterswerk is a town")
    assert [outlet.name for outlet in found] == ["Reuters", "The Guardian"]


def test_every_outlet_of_the_table_is_found_by_its_name_and_domains() -> None:
    known = outlets.known_outlets()
    assert {outlet.name for outlet in known if outlets.by_name(outlet.name) is None} == set()
    lost = {
        domain
        for outlet in known
        for domain in outlet.domains
        if (found := outlets.by_url(f"https://www.{domain}/a")) is None or found.country != outlet.country
    }
    assert lost == set()
