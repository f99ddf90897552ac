"""The Sphinx builder `cards`: what all parts have to learn by heart, in two files."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders import Builder
from sphinx.util import logging

from course_reader.cards.anki import DECKS, NoAnkiError, anki
from course_reader.cards.table import table
from course_reader.model.outputs import name_for
from course_reader.sphinx_ext.faults import contained
from course_reader.sphinx_ext.run_state import library_of, parts_of
from course_reader.views.learning import LearningCard

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

NAME = "cards"


class CardsBuilder(Builder):
    """Writes cards for Anki, and the same as a table."""

    name = NAME
    format = NAME
    epilog = "The cards are in %(outdir)s."
    allow_parallel = True

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        super().__init__(app, env)
        # Sphinx has no public attribute for it: `app` is to go.
        self.application = app

    def get_outdated_docs(self) -> str:
        """Everything, since a card may come from several texts."""
        return "the cards"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """No address: cards have no links."""
        return ""

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Nothing to prepare."""

    def write_documents(self, docnames: Set[str]) -> None:
        """No document has a file of its own."""

    def finish(self) -> None:
        """Write the two files; without cards there are none."""
        library = library_of(self.application)
        name = name_for(NAME, library.settings.audience)
        made = Path(self.outdir, f"{name}.apkg"), Path(self.outdir, f"{name}.csv")
        for path in made:
            path.unlink(missing_ok=True)
        cards = self._cards()
        if not cards:
            logger.warning(
                "there is nothing to make cards of: the articles have no `vocabulary`, and name no people or agreements"
            )
            return
        made[1].write_bytes(table(cards))
        try:
            made[0].write_bytes(anki(cards, library.documents.project))
        except NoAnkiError as error:
            logger.warning("%s; %s has the same cards", error, made[1].name)

    def _cards(self) -> list[LearningCard]:
        library, found = library_of(self.application), list[LearningCard]()
        for part in parts_of(self.application):
            if part.cards:
                with contained(self.application, "", f"the part '{part.name}'"):
                    found += part.cards(library)
        order = list(DECKS)
        return sorted(found, key=lambda card: order.index(card.deck) if card.deck in order else len(order))
