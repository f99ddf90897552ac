"""Where a text uses a capitalised name, and what is right before it: an office, an article, an adjective."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from course_reader.text.english import word_uses
from course_reader.text.propose.cues import is_adjective, words
from course_reader.text.propose.tokens import Token, blocks
from course_reader.text.wordlists import STARTERS, given_names, is_known_place

_HEADS = ("organisations", "places", "agreements", "events")
#: the endings of the second word of a plant's, an animal's or a germ's name
_EPITHET = re.compile(r" ([a-z]+)\b")
_SPECIES = re.compile(r"[a-z]{4,}(?:is|us|um|ii|ae|ica|oides|ensis|osa|ana|ata|i)\Z")


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a name; offsets are those of the folded text."""

    name: str
    start: int
    end: int
    #: the capitalised office right before it: "Fisheries Minister"
    role: str = ""
    #: whether nothing but the start of a sentence may explain its capital
    opens: bool = False
    #: whether "the" is right before it
    article: bool = False
    #: whether a possessive ending follows
    possessive: bool = False
    #: whether a small word right before it says what a person is: "striker"
    human: bool = False
    #: the small word right before it
    before: str = ""

    @property
    def placed(self) -> bool:
        """Whether "in" is right before it."""
        return self.before == "in"


def heads(word: str) -> str:
    """The kind that a name has because of a word in it; "" if it says nothing.

    >>> heads("Strait"), heads("Protocol"), heads("Solheim")
    ('places', 'agreements', '')
    """
    bare = word.removesuffix("'s").rstrip("'.")
    bare = bare.capitalize() if bare.isupper() and len(bare) > 3 and bare not in words("organisations") else bare
    return next((kind for kind in _HEADS if bare in words(kind)), "")


def uses(text: str, small: Collection[str]) -> Iterator[Use]:
    """The names of a folded text, in order.

    Args:
        text: The folded text.
        small: Words that the texts write with a small letter.
    """
    for tokens in blocks(text):
        at = 0
        while at < len(tokens):
            run = _run(tokens, at)
            if not run:
                at += 1
                continue
            yield from _names(text, run, tokens, at, small)
            at += len(run)


# --- runs of capitalised words


def _run(tokens: Sequence[Token], at: int) -> list[Token]:
    """The capitalised words from a place on, with the small words between them."""
    if not _may_name(tokens[at]):
        return []
    run = [tokens[at]]
    while (ahead := at + len(run)) < len(tokens):
        token = tokens[ahead]
        if run[-1].is_possessive and not _goes_on(tokens, run, ahead):
            break
        if _follows(token, run[-1]) and _may_name(token):
            run.append(token)
            continue
        inner = _inner(tokens, run, ahead)
        if not inner:
            break
        run += inner
    return run


def _may_name(token: Token) -> bool:
    return token.is_capital and token.text not in ("I", "I'm", "I've", "I'd", "I'll")


def _follows(token: Token, before: Token) -> bool:
    """Whether a word belongs to the same name as the one before it, as far as the gap says."""
    # The full stop of an initial is part of the word, that of a sentence is not.
    return token.gap in (" ", " & ") or (token.gap == "' " and before.text.endswith("s"))


def _inner(tokens: Sequence[Token], run: Sequence[Token], ahead: int) -> list[Token]:
    """Small words at a place, with the capitalised word that follows them, if they join it to a name."""
    for length in (1, 2):
        after = ahead + length
        small = tokens[ahead:after]
        if after >= len(tokens) or any(token.is_capital or token.gap != " " for token in small):
            return []
        if not tokens[after].is_capital or tokens[after].gap != " " or tokens[after].is_date:
            continue
        joined = " ".join(token.text for token in small)
        if joined not in words("inner") or run[-1].is_possessive:
            continue
        return [*small, tokens[after]] if _joins(joined, run, tokens[after]) else []
    return []


def _joins(small: str, run: Sequence[Token], after: Token) -> bool:
    """Whether a small word joins two capitalised words to one name."""
    names = [token.bare for token in run]
    if small in ("of", "of the"):
        # "President Petra Dahl of Elmholm" is a person and a place; "Bank of Elmholm" is one name.
        return names[-1] in words("before_of")
    if small in ("for", "for the", "on the", "in the", "under", "upon", "sur"):
        return names[-1] in words("before_for") or (
            small in ("upon", "on the", "sur") and len(run) == 1 and not run[0].opens
        )
    if small == "and":
        is_field = any(name in words("of_fields") for name in names[:2]) and any(
            token.text in ("of", "for") for token in run
        )
        return is_field and not heads(after.bare)
    # Particles of names: "Ludwig van Beethoven", "Rio de Janeiro".
    return not run[-1].is_office


def _goes_on(tokens: Sequence[Token], run: Sequence[Token], ahead: int) -> bool:
    """Whether a name goes on after a possessive: "Fishermen's Union", but not "Russia's President"."""
    if not _follows(tokens[ahead], run[-1]) or not _may_name(tokens[ahead]):
        return False
    last = ahead
    while last + 1 < len(tokens) and tokens[last + 1].is_capital and tokens[last + 1].gap == " ":
        last += 1
    if any(token.is_office or token.is_rank for token in tokens[ahead : last + 1]):
        return False
    owner = run[-1].bare
    is_saint = run[0].bare in ("St", "Saint", "Queen", "King", "Our")
    is_alone = len(run) == 1 or is_saint or (len(run) == 2 and run[0].text in STARTERS)
    return is_alone and bool(heads(tokens[last].bare)) and not is_known_place(owner) and last - ahead < 2


# --- names in a run


def _names(text: str, run: list[Token], tokens: Sequence[Token], at: int, small: Collection[str]) -> Iterator[Use]:
    """The names in a run; days, months and offices divide it."""
    before = tokens[at - 1] if at else None
    article = before is not None and before.text.lower() == "the" and run[0].gap == " "
    human = before is not None and not article and before.text in words("people") and run[0].gap in (" ", ", ")
    parts: list[list[Token]] = [[]]
    for token in run:
        if token.is_date and not (parts[-1] and heads(run[-1].bare)):
            parts.append([])
        else:
            parts[-1].append(token)
    for number, part in enumerate(parts):
        named = _without_opening(_trimmed(part), small)
        if named:
            word = before.text.lower() if before and not number and run[0].gap == " " else ""
            for use in _roles(text, named, article and not number, human and not number):
                yield replace(use, before=word if use.start == run[0].start else "")


def _trimmed(part: list[Token]) -> list[Token]:
    """A part without small words at its ends."""
    while part and not part[0].is_capital:
        part = part[1:]
    while part and not part[-1].is_capital:
        part = part[:-1]
    return part


def _without_opening(part: list[Token], small: Collection[str]) -> list[Token]:
    """A part without a word that has its capital only from the start of a sentence."""
    if not part or not part[0].opens:
        return part
    first, lower = part[0], part[0].bare.lower()
    if first.text in STARTERS and not (
        len(part) > 1 and heads(part[-1].bare) and lower in ("new", "sea", "well", "first")
    ):
        return _without_opening_again(part[1:])
    if len(part) == 1 or first.is_office or first.is_rank or first.is_adjective or first.bare in given_names():
        return part
    if heads(part[-1].bare) or (len(part) > 2 and part[1].is_office) or any(t.is_office for t in part[1:3]):
        return part if not lower.endswith(("ing", "ed", "ly")) or not word_uses(lower) else part[1:]
    is_word = lower in small or lower.endswith(("ing", "ly")) or word_uses(lower) != ""
    is_calling = len(part) > 2 and (lower in words("people") or lower.endswith(("ist", "ian", "eer", "man", "woman")))
    return part[1:] if is_word or is_calling else part


def _without_opening_again(part: list[Token]) -> list[Token]:
    return _trimmed(part)


def _roles(text: str, part: list[Token], article: bool, human: bool) -> Iterator[Use]:
    """The name after an office, and the body before it: "European Council President Charles Michel" has both."""
    last = _last_office(part)
    if last is None:
        yield from _use(text, part, "", article, human)
        return
    while last + 2 < len(part) and part[last + 1].is_rank:
        # "Prosecutor General Kamran Aliyev"
        last += 1
    name = _trimmed(part[last + 1 :])
    before = part[: last + 1]
    head = last
    while head > 0 and (part[head - 1].is_office or part[head - 1].is_rank):
        head -= 1
    body = _trimmed(part[:head])
    if body and body[-1].is_possessive:
        # "Russia's President Vladimir Putin"
        yield from _use(text, body, "", article)
    elif any(heads(token.bare) == "organisations" for token in body[1:]) or (body and body[0].bare.isupper()):
        yield from _use(text, body, "", article)
    if name:
        role = " ".join(token.text for token in before)
        yield from _use(text, name, role)


def _last_office(part: Sequence[Token]) -> int | None:
    """The last office of a run, unless the run is the name of a thing: "King George Hospital"."""
    # "Court of Justice", "House of Lords": no office.
    offices = [i for i, token in enumerate(part) if token.is_office and not (i and part[i - 1].text == "of")]
    if not offices:
        return None
    last = offices[-1]
    after = part[last + 1 :]
    if len(after) > 1 and heads(after[-1].bare) and after[-2].bare not in given_names():
        return None
    if after and not after[0].is_capital:
        # "President of the Republic", "Minister for Health": an office, and no name.
        return len(part) - 1
    if not after and len(part) > 1 and heads(part[0].bare):
        return None
    return last


def _has_head(part: Sequence[Token]) -> bool:
    """Whether a word of a name shows its kind: "European Court of Human Rights"."""
    return any(heads(token.bare) for token in part)


def _use(text: str, part: list[Token], role: str = "", article: bool = False, human: bool = False) -> Iterator[Use]:
    """A run of words as a name, without the adjective of a people before a person."""
    while part and part[0].is_adjective and len(part) > 1 and not _has_head(part) and (role or len(part) > 2):
        part = part[1:]
    while part and part[-1].is_rank:
        part = _trimmed(part[:-1])
    if not part or all(token.is_adjective or token.is_rank or token.is_office for token in part):
        return
    start, last = part[0].start, part[-1]
    end = last.start + len(last.text.removesuffix("'s").rstrip("'"))
    inner, _, after = last.text.partition("-")
    if after[:1].islower():
        # "Russia-brokered": what the name is joined to is none of it.
        end = last.start + len(inner)
        if is_adjective(inner):
            return
    elif (
        len(part) == 1 and not last.is_possessive and (found := _EPITHET.match(text, end)) and _SPECIES.match(found[1])
    ):
        end = found.end() if not word_uses(found[1]) else end
    name = text[start:end]
    if len(name) > 1 and not name.isdigit():
        opens = len(part) == 1 and part[0].opens
        yield Use(name, start, end, role, opens, article, last.is_possessive, human)
