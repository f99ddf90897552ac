"""Quotes in texts that are edited afterwards, with their true places: what anchoring is measured by."""

from __future__ import annotations

from .trials import BIG, DEV, MADE_UP, TEST, Outcome, Source, Trial, judge, make

__all__ = ["BIG", "DEV", "MADE_UP", "TEST", "Outcome", "Source", "Trial", "judge", "make"]
