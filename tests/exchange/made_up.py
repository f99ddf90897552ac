"""Files of annotations as tools write them, made up for tests."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

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


def page(*items: Any, **keys: Any) -> dict[str, Any]:
    return {"@context": CONTEXT, "type": "AnnotationPage", "items": list(items)} | keys


# --- whatever can be in a file

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12)
KEYS = st.sampled_from(
    [
        "@context",
        "id",
        "type",
        "body",
        "bodyValue",
        "target",
        "source",
        "selector",
        "refinedBy",
        "exact",
        "prefix",
        "suffix",
        "start",
        "end",
        "value",
        "items",
        "first",
        "next",
        "total",
        "rows",
        "annotations",
        "replies",
        "uri",
        "text",
        "user",
        "group",
        "tags",
        "references",
        "permissions",
        "read",
        "document",
        "link",
        "href",
        "title",
        "created",
        "updated",
        "modified",
        "motivation",
        "creator",
        "name",
        "purpose",
        "format",
        "language",
        "rights",
        "via",
        "canonical",
        "user_info",
        "display_name",
        "reader:note",
        "reader:layer",
        "reader:kind",
        "reader:layers",
        "reader:original",
        "reader:entry",
        "reader:paragraph",
    ]
)
VALUES = SCALARS | st.sampled_from(
    [
        "Annotation",
        "AnnotationCollection",
        "AnnotationPage",
        "TextualBody",
        "Choice",
        "List",
        "SpecificResource",
        CONTEXT,
        "TextQuoteSelector",
        "TextPositionSelector",
        "FragmentSelector",
        "RangeSelector",
        "tagging",
        "replying",
        "text/html",
        "https://a.example/",
        "n-0123abcd",
        "2024-03-05T10:00:00Z",
        "group:__world__",
        "acct:a@b",
        "<b>",
        "\ud800",
        "{}",
    ]
)
JSON = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)


@st.composite
def nearly_right(draw: st.DrawFn) -> Any:
    """A right annotation in which some values are others."""
    value = draw(
        st.sampled_from([w3c(), row("a", quote="words"), w3c(target={"source": "https://a.example/", "selector": []})])
    )
    value = json.loads(json.dumps(value))
    for _ in range(draw(st.integers(1, 3))):
        at: Any = value
        while isinstance(at, (dict, list)) and at:
            key = draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
            if not isinstance(at[key], (dict, list)) or not at[key] or draw(st.booleans()):
                at[key] = draw(JSON)
                break
            at = at[key]
    return draw(st.sampled_from([value, [value], {"rows": [value]}, {"annotations": [value]}, page(value)]))
