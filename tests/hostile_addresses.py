"""Addresses that pages must not link to: each disguise of each scheme, and paths that lead out of a reader."""

from __future__ import annotations

import re
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

CODE = "alert(1)"
#: what follows a scheme that does harm
SCHEMES = {
    "javascript": CODE,
    "vbscript": "msgbox(1)",
    "data": "text/html,<script>alert(1)</script>",
    "file": "///etc/passwd",
    "blob": "https://far.example/7",
    "livescript": CODE,
    "jar": "https://far.example/a.jar!/x",
    "view-source": "https://far.example/",
    "ms-word": "ofe|u|https://far.example/a.doc",
    "feed": "javascript:alert(1)",
    "filesystem": "https://far.example/temporary/x",
    "intent": "//far.example/#Intent;end",
}


def _disguises(scheme: str, rest: str) -> list[str]:
    """Ways to write an address whose scheme is not seen at once."""
    half = len(scheme) // 2
    first, last = scheme[:half], scheme[half:]
    mixed = "".join(c.upper() if at % 2 else c for at, c in enumerate(scheme))
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalpha() else c for c in scheme)
    return [
        f"{scheme}:{rest}", f"{scheme.upper()}:{rest}", f"{mixed}:{rest}", f"{first}\t{last}:{rest}",
        f"{first}\n{last}:{rest}", f"{first}\r{last}:{rest}", f"\x01{scheme}:{rest}", f" {scheme}:{rest}",
        f"\x00{scheme}:{rest}", f"{first}\x00{last}:{rest}", f"{scheme}\t:{rest}", f"{scheme} :{rest}",
        f"\u00a0{scheme}:{rest}", f"\u2028{scheme}:{rest}", f"\ufeff{scheme}:{rest}", f"{first}\u200b{last}:{rest}",
        f"{first}\u00ad{last}:{rest}", f"&#{ord(scheme[0])};{scheme[1:]}:{rest}", f"{scheme}&colon;{rest}",
        f"{scheme}&#58;{rest}", f"{scheme}%3A{rest}", f"%{ord(scheme[0]):02x}{scheme[1:]}:{rest}",
        f"{scheme}%253A{rest}", f"{wide}:{rest}", f"{scheme}\uff1a{rest}", f"{scheme}\ufe55{rest}",
        f"\u202e{scheme}:{rest}",
    ]  # fmt: skip


_OTHERS = [
    "//far.example/x",
    "///far.example/x",
    "/\\far.example/x",
    "\\\\far.example\\share",
    "\\/far.example",
    "/etc/passwd",
    "\t//far.example/x",
    "//far.example@near.example/",
    "https:far.example",
    "https:/far.example",
    "https:///far.example",
    "http:javascript:alert(1)",
    "https:javascript:alert(1)",
    "https://javascript:alert(1)",
    "http://",
    "https://good.example@far.example/",
    "https://good.example:pass@far.example/",
    "https://good.example%40far.example/",
    "https://good.example\\@far.example/",
    "https://good.example\t.far.example/",
    "https://good.example\n/x",
    "https://good.example/\u202etxt.exe",
    "https://good.example/a b",
    'https://far.example/"onmouseover=alert(1)',
    "https://far.example/<script>",
    "https://\u0430pple.example/",
    "https://ex\u0430mple.org/",
    "https://p\u0430ypal.example/x",
    "https://\uff46\uff41\uff52.example/",
    "https://good.example\u3002far.example/",
    "https://good.example\uff0ffar.example/",
    "https://far.example:port/",
    "https://[far]/",
    "https://-far.example/",
    "https://far..example/",
    "https://%66ar.example/",
    "mailto:",
    "mailto:javascript:alert(1)",
    "mailto:a@b.example?subject=x%0d%0aBcc:c@d.example",
    "mailto:a b@c.example",
    "mailto://far.example/",
    "ftp://far.example/x",
    "tel:+123",
    "sms:+123",
    "news:x",
    "urn:x:y",
    "about:blank",
    "chrome://settings",
    "ws://far.example/",
    "htttps://far.example/",
    "ht tp://far.example/",
    "https\uff1a//far.example/",
    "http\u017f://far.example/",
    "../../../../../../etc/passwd",
    "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "..\\..\\..\\x",
    "x/../../../../../../../etc/hosts",
    "C:\\Windows\\x",
    "C:/Windows/x",
    "c|/windows",
    "%5c%5cfar.example",
    "%2f%2ffar.example",
    "&#47;&#47;far.example",
    "&sol;&sol;far.example",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "javascript://%0aalert(1)",
    "javascript://far.example/%0d%0aalert(1)",
    "jav&#x0A;ascript:alert(1)",
    "java\\script:alert(1)",
    "data:;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "data://text/html,x",
]

#: every address, none of which a page may link to
ADDRESSES: tuple[str, ...] = tuple(
    dict.fromkeys(
        [address for scheme, rest in SCHEMES.items() for address in _disguises(scheme, rest)]
        + [address for address in _OTHERS if address != "c|/windows"]
    )
)

#: addresses that have to stay
GOOD = (
    "https://example.org/",
    "http://example.org:8080/a/b?c=d&e=%20f#g",
    "HTTPS://Example.org/x",
    "https://example.org/a_(b)",
    "https://\u0570\u0561\u0575.example/",
    "https://b\u00fccher.example/\u00fc",
    "https://[2001:db8::1]/",
    "http://localhost:8000/x",
    "mailto:desk@example.org",
    "mailto:a@b.example,c@d.example?subject=x%20y",
    "#paragraph-3",
    "quay.html",
    "../two/article.html#p1",
    "images/quay%20one.png",
    "?q=x",
    "https://web.example/save/https://other.example/x",
    "#a:b",
)


def is_alive(address: str) -> bool:
    """Whether an address in a page, an e-book or a PDF would lead elsewhere than http, https, mailto or a path says."""
    if address.startswith("#"):
        return False
    text = address
    for _ in range(3):
        text = normalize("NFKC", unescape(unquote(text)))
    plain = re.sub(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\ufeff]", "", text).lower()
    if re.match(r"https?://[^/\\@]+([/?#]|$)", plain):
        return False
    if re.match(r"mailto:[^/:]+@", plain):
        return False
    return bool(re.match(r"[^/?#]*:|[/\\]|(\.\./){4}", plain))
