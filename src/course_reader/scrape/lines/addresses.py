"""Web addresses as they are copied."""

from __future__ import annotations

import re

_TRACKING = re.compile(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|igshid|mc_cid|mc_eid|ref|ref_src|cmpid|ocid|smid|at_\w+|CMP|yclid|"
    r"s=\d+)=[^&#]*&?"
)


def clean_url(url: str) -> str:
    """A web address without tracking parameters and surrounding punctuation.

    >>> clean_url("www.example.org/bridge?utm_source=mail).")
    'https://www.example.org/bridge'
    """
    url = url.rstrip(".,;:!?»”\"'>]")
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1]
    if url.startswith("www."):
        url = "https://" + url
    url = _TRACKING.sub("", url)
    return url.rstrip("?&") if url.endswith(("?", "&")) else url
