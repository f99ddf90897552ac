"""The list of proposed entries in the panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browser.annotate.conftest import Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate")]


def test_a_name_is_looked_at_and_refused(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.locator(".cr-opener").click()
    page.get_by_role("button", name="Proposed").click()
    rows = page.locator(".cr-proposals > li")
    sochi = rows.filter(has_text="Sochi, place:")
    sochi.locator("summary").click()
    sochi.get_by_text("in Sochi ended late on Monday").first.wait_for()

    page.get_by_role("button", name="Sochi is …").click()
    page.get_by_label("Another name of this entry:").fill("aliyev")
    page.locator(".cr-suggestions button", has_text="Ilham Aliyev").wait_for()

    page.get_by_role("button", name="Not a name: Sochi").click()
    page.get_by_text("Sochi will not be proposed again.").wait_for()
    sochi.wait_for(state="detached")
    assert "text: Sochi" in (served.root / "glossary/not-names.yaml").read_text("utf-8")
