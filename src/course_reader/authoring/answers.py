"""Requests and answers of the interface: bodies are checked, and every error is one sentence."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse

from course_reader.errors import ReaderError
from course_reader.store.errors import (
    AlreadyThereError,
    BrokenFileError,
    FileBusyError,
    NoSpaceError,
    NoteChangedError,
    NoteExistsError,
    NoteGoneError,
    NotStoredError,
    OutsideReaderError,
    ReadOnlyFileError,
    StaleFileError,
    StoreError,
)


class RefusedError(ReaderError):
    """A request that is refused.

    Args:
        status: The HTTP status.
        code: A short word for the panel.
        sentence: The problem and its solution, for people.
        more: Other members of the answer.
    """

    def __init__(self, status: int, code: str, sentence: str, **more: Any) -> None:
        super().__init__(sentence)
        self.status = status
        self.content = {"error": sentence, "code": code, **more}

    def response(self) -> JSONResponse:
        """The answer."""
        return JSONResponse(self.content, self.status)


class RequestBody(BaseModel):
    """The body of a request: only known members, each of the right type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


A = TypeVar("A", bound=RequestBody)


async def asked(request: Request, model: type[A]) -> A:
    """The checked body of a request.

    Raises:
        RefusedError: 400, if it is not a JSON object of this form.
    """
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the request"
        raise RefusedError(400, "bad-request", f"{where}: {first['msg']}") from None


def if_match(request: Request) -> str:
    """The mark of the version that the page has shown: the revision of a note, or the ETag of a file.

    Raises:
        RefusedError: 428, if the request does not give it.
    """
    etag = request.headers.get("if-match")
    if etag:
        return etag
    raise RefusedError(428, "no-etag", "say with If-Match which version is meant")


def is_first(request: Request) -> bool:
    """Whether the page expects that there is nothing yet in the place of what it sends."""
    return request.headers.get("if-none-match") == "*"


#: error of the store → status and code of the answer
_STORE: dict[type[StoreError], tuple[int, str]] = {
    StaleFileError: (412, "stale"),
    NoteChangedError: (412, "stale"),
    NoteGoneError: (404, "no-note"),
    NoteExistsError: (409, "exists"),
    ReadOnlyFileError: (423, "read-only"),
    FileBusyError: (423, "busy"),
    NoSpaceError: (507, "no-space"),
    BrokenFileError: (422, "cannot-write"),
    OutsideReaderError: (403, "outside"),
    AlreadyThereError: (409, "exists"),
    NotStoredError: (500, "cannot-write"),
}


def refused(error: StoreError) -> RefusedError:
    """The answer to a change that the store has refused."""
    status, code = _STORE[type(error)]
    more = {"etag": error.etag} if isinstance(error, StaleFileError) else {}
    return RefusedError(status, code, str(error), **more)
