"""Hard words: a word of an article gets the meaning that it has there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field

from course_reader.authoring import articles
from course_reader.authoring.answers import RefusedError, RequestBody
from course_reader.authoring.kept import ReaderState
from course_reader.authoring.words.undo import Steps
from course_reader.files.characters import without_hidden
from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import YamlError
from course_reader.files.yaml_splice import put_in
from course_reader.store.files import FileStore
from course_reader.text.prose.vocabulary import places

#: the key in an article's front matter
KEY = "vocabulary"

_Meaning = str | dict[str, Any]


class ExplainedWord(RequestBody):
    """A word with its meaning."""

    docname: str
    word: str = Field(min_length=1, max_length=100)
    means: str = Field(min_length=1, max_length=400)
    #: part of speech
    part: str = Field("", max_length=40)
    #: the meaning in the file that the person has seen
    seen: str | None = Field(None, max_length=2000)


class TakenBackWord(RequestBody):
    """A hard word that is taken back."""

    docname: str
    word: str = Field(max_length=100)
    #: what the file said of it before; None if nothing
    was: _Meaning | None = None
    #: what it says now
    now: _Meaning
    #: the state of the file that the change made
    done: str = Field(max_length=80)


@dataclass(slots=True)
class WordWriter:
    """Writes hard words, and takes them back."""

    root: Path
    steps: Steps

    def add(self, state: ReaderState, new: ExplainedWord) -> tuple[dict[str, Any], list[Path]]:
        """Write the meaning of a word.

        Raises:
            RefusedError: 422, if the word is not in the article; 409 with the meaning in the file, if there is another.
            StoreError: if the article cannot be changed.
        """
        page, path = articles.find(state, new.docname)
        path = path.with_name(f"article{path.suffix}")
        word, means, part = (" ".join(without_hidden(text).split()) for text in (new.word, new.means, new.part))
        if not word or not means:
            raise RefusedError(422, "bad-value", "give the word and its meaning")
        if not places(page.text, word):
            raise RefusedError(422, "no-word", f"“{word}” is not in this article; write it as a dictionary has it")
        now: _Meaning = {"means": means, "part": part} if part else means
        made: list[tuple[str, str, Any]] = []

        def edit(text: str) -> str:
            known = _known(text)
            name = next((key for key in known if key.casefold() == word.casefold()), word)
            if name in known and _means(known[name]) not in (means, new.seen):
                sentence = f"“{name}” is explained already; compare both meanings"
                raise RefusedError(409, "known-word", sentence, means=_means(known[name]))
            made.append((text, name, known.get(name)))
            return put_in(text, KEY, name, now, front_matter=True)

        stored = FileStore(path, self.root, front_matter=True).update(edit)
        before, name, was = made[-1]
        self.steps.keep(path, stored.etag, before)
        answer = {"word": name, "was": was, "now": now, "etag": stored.etag}
        return answer | {"words": f"“{name}” is a hard word of this article now: {means}"}, [path]

    def take_back(self, state: ReaderState, asked: TakenBackWord) -> tuple[dict[str, Any], list[Path]]:
        """Take a hard word back.

        Raises:
            RefusedError: 409, if somebody has changed it since.
            StoreError: if the article cannot be changed.
        """
        _, path = articles.find(state, asked.docname)
        path = path.with_name(f"article{path.suffix}")

        def undo(text: str) -> str:
            if _known(text).get(asked.word) != asked.now:
                raise RefusedError(409, "known-word", f"somebody has changed “{asked.word}” since; look at it again")
            return put_in(text, KEY, asked.word, asked.was, front_matter=True)

        etag = self.steps.take_back(path, self.root, asked.done, undo)
        return {"etag": etag, "words": f"Taken back: “{asked.word}” is as it was."}, [path]


def _known(text: str) -> Mapping[str, Any]:
    """The hard words in an article's file."""
    try:
        found = read(text).document.value.get(KEY) or {}
    except YamlError as error:
        raise RefusedError(422, "cannot-write", f"line {error.line}: {error.message}") from None
    if not isinstance(found, Mapping):
        raise RefusedError(422, "cannot-write", f"`{KEY}` of the article should be a mapping of words to meanings")
    return found


def _means(value: Any) -> str:
    return str(value.get("means", "")) if isinstance(value, Mapping) else str(value)
