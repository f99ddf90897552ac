"""Files of annotations as tools write them, made up for tests."""

from __future__ import annotations

from typing import Any

from course_reader.exchange.w3c_check import CONTEXT

PAGE = "https://news.example/2024/03/05/harbour-talks"


def w3c(name: str = "https://tool.example/a/1", **keys: Any) -> dict[str, Any]:
    """A W3C annotation that stands alone; None takes a key out."""
    whole = {
        "@context": CONTEXT,
        "id": name,
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "Look here."},
        "target": PAGE,
    } | keys
    return {key: value for key, value in whole.items() if value is not None}


def quoting(exact: str, prefix: str = "", suffix: str = "", source: str = PAGE) -> dict[str, Any]:
    """A target of some words."""
    context = {key: text for key, text in (("prefix", prefix), ("suffix", suffix)) if text}
    return {"source": source, "selector": {"type": "TextQuoteSelector", "exact": exact} | context}


def row(name: str, text: str = "Look here.", quote: str | None = None, **keys: Any) -> dict[str, Any]:
    """An annotation as the API of Hypothesis answers it."""
    uri = keys.get("uri", PAGE)
    target: dict[str, Any] = {"source": uri}
    if quote is not None:
        start = keys.pop("start", 812)
        target["selector"] = [
            {
                "type": "RangeSelector",
                "startContainer": "/div[2]/main[1]/article[1]/p[3]",
                "startOffset": 4,
                "endContainer": "/div[2]/main[1]/article[1]/p[3]",
                "endOffset": 4 + len(quote),
            },
            {"type": "TextPositionSelector", "start": start, "end": start + len(quote)},
            {
                "type": "TextQuoteSelector",
                "exact": quote,
                "prefix": keys.pop("prefix", ""),
                "suffix": keys.pop("suffix", ""),
            },
        ]
    return {
        "id": name,
        "created": "2024-03-06T09:30:12.345678+00:00",
        "updated": "2024-03-06T09:30:12.345678+00:00",
        "user": "acct:lena.holm@hypothes.is",
        "uri": uri,
        "text": text,
        "tags": [],
        "group": "__world__",
        "permissions": {
            "read": ["group:__world__"],
            "admin": ["acct:lena.holm@hypothes.is"],
            "update": ["acct:lena.holm@hypothes.is"],
            "delete": ["acct:lena.holm@hypothes.is"],
        },
        "target": [target],
        "document": {"title": ["Talks on the harbour go on"]},
        "links": {"html": f"https://hypothes.is/a/{name}"},
        "user_info": {"display_name": "Lena Holm"},
        "flagged": False,
        "hidden": False,
    } | keys
