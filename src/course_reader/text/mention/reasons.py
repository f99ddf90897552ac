"""Why a name was found and not linked: one list, each reason with a clause that finishes “not linked, because …”."""

from __future__ import annotations

from enum import StrEnum


class WhyNot(StrEnum):
    """Why a candidate was turned down. The value is what data say; `about` is the clause for people.

    >>> WhyNot("address").about
    'it is in an address, a path, a file name or a tag'
    """

    about: str

    def __new__(cls, value: str, about: str) -> WhyNot:
        """Create a member with its clause."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.about = about
        return member

    # --- the company that a name keeps
    INSIDE_PERSON = "inside-person", "it is part of a person's name"
    INSIDE_PLACE = "inside-place", "it is part of another place's name"
    INSIDE_ORGANISATION = "inside-organisation", "it is part of an organisation's name"
    INSIDE_TITLE = "inside-title", "it is part of a title"
    INSIDE_NAME = "inside-name", "it is part of a longer name"
    JOINED = "joined", "a hyphen makes it part of another word or name"
    THING = "thing", "a ship, a work or another thing has this name here"
    FAMILY = "family", "it means a family"
    ADDRESS = "address", "it is in an address, a path, a file name or a tag"
    CAPITALS = "capitals", "it is in capitals, and neither in a headline nor in a dateline"
    # --- what kind of word it is
    DATE = "date", "it is a month or a day here"
    COMMON_WORD = "common-word", "it is an ordinary word here"
    NO_EVIDENCE = (
        "no-evidence",
        "it is also an ordinary word or a given name, and nothing shows that the entry is meant",
    )
    # --- who bears it
    INITIALS = "initials", "the initials are somebody else's"
    OTHER_BEARER = "other-bearer", "the text has named somebody or something else by it"
    OTHER_OFFICE = "other-office", "the person of the entry never had this office or rank"
    OTHER_TIME = "other-time", "its bearer did not live, or it was not in use, at the time"
    COUNTRY = "country", "the country is meant, and the entry is about its government"
    OTHER_DATE = "other-date", "a text of another kind or by other parties is meant"
    # --- what a person has decided
    SETTLED = "settled", "the article's `mentions` say that it is none"
    # --- questions
    SEVERAL = "several", "more than one entry has this name"
    METONYM = "metonym", "it may mean the place or its government"


#: the clause of each reason, by its value
CLAUSES = {reason.value: reason.about for reason in WhyNot}
