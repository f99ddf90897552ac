"""The order of names in lists."""

from __future__ import annotations

import unicodedata


def sort_key(text: str) -> tuple[str, str]:
    """Letters before accents and case, so that Ö sorts with O, and d with D."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return "".join(c for c in plain if c.isalnum() or c == " ").strip(), text
