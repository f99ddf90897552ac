"""What requests and answers of the interface have in common: bodies that are checked, and errors with a sentence."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse


class RefusedError(Exception):
    """A request that cannot be done.

    Args:
        status: The HTTP status.
        code: A short word for the panel.
        sentence: What is wrong and what to do, for people.
        more: Further members of the answer.
    """

    def __init__(self, status: int, code: str, sentence: str, **more: Any) -> None:
        super().__init__(sentence)
        self.status = status
        self.content = {"error": sentence, "code": code, **more}

    def response(self) -> JSONResponse:
        """The answer."""
        return JSONResponse(self.content, self.status)


class Asked(BaseModel):
    """What a request asks for: its members have the right type, and there are no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


A = TypeVar("A", bound=Asked)


async def asked(request: Request, model: type[A]) -> A:
    """The checked body of a request.

    Raises:
        RefusedError: 400, if it is no JSON object of this form.
    """
    try:
        value = json.loads(await request.body())
        # JSON knows no tuples, so that a list must do for one; nothing else is taken for something that it is not.
        return model.model_validate_json(json.dumps(value))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the request"
        raise RefusedError(400, "bad-request", f"{where}: {first['msg']}") from None
    except (ValueError, RecursionError):
        raise RefusedError(400, "bad-request", "the request is not JSON") from None


def if_match(request: Request, *, may_be_new: bool = False) -> str | None:
    """The mark of the file that the page has seen; None if it expects that there is no file yet.

    Raises:
        RefusedError: 428, if the request does not say.
    """
    etag = request.headers.get("if-match")
    if etag:
        return etag
    if may_be_new and request.headers.get("if-none-match") == "*":
        return None
    raise RefusedError(428, "no-etag", "say with If-Match which state of the file is meant")
