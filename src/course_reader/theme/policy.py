"""The content security policy of built pages: what a browser may load and run on them."""

from __future__ import annotations

#: directive → sources. Scripts are files of the site, never lines in a page, so that nothing in a text can run.
POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    # Tables, maps and margins are laid out by attributes.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}

#: the value of the theme's option `policy` that leaves the policy out
OFF = "off"
ON = "on"


def policy_of(option: str) -> dict[str, str]:
    """The policy by the theme's option: `on`, `off`, or directives that replace those of the same name.

    >>> policy_of("img-src 'self' https://pictures.example")["img-src"]
    "'self' https://pictures.example"
    >>> policy_of("off")
    {}
    """
    option = option.strip()
    if option.casefold() in (OFF, "false"):
        return {}
    own = (part.split(None, 1) for part in option.split(";") if part.strip() and part.strip().casefold() != ON)
    return POLICY | {part[0].lower(): part[1].strip() if len(part) > 1 else "'none'" for part in own}


def as_text(policy: dict[str, str]) -> str:
    """A policy as a header or a `<meta>` element has it."""
    return "; ".join(f"{name} {sources}" for name, sources in policy.items())
