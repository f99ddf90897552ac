"""Where an entry of another reader comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The glossary that an entry was taken from."""

    title: str
    authors: str = ""
    #: the licence of its texts; "" if it does not say
    licence: str = ""
    url: str = ""

    @property
    def credit(self) -> str:
        """One line that names it.

        >>> Origin("Reading the peace talks", "The authors", "CC BY 4.0").credit
        'Reading the peace talks, by The authors. Licence: CC BY 4.0.'
        """
        by = f", by {self.authors.rstrip('.')}" if self.authors else ""
        licence = f"Licence: {self.licence.rstrip('.')}." if self.licence else "It does not state a licence."
        return f"{self.title}{by}. {licence}"
