"""Names in texts in other languages: those of the English texts in another form, and those that only they have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from course_reader.text.propose.group import Group, Used, is_person
from course_reader.text.propose.reading import ReadText, small_words
from course_reader.text.propose.sounds import is_form, sound, sounds
from course_reader.text.propose.uses import Use, uses
from course_reader.text.wordlists import is_known_place

#: languages that write every noun with a capital
_CAPITAL_NOUNS = frozenset(("de", "lb"))
#: words of languages without capitals, which are compared by their sound alone
_WITHOUT_CAPITALS = frozenset(("ka",))
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
#: small words right before a place
_IN = {
    "fr": "à au en dans depuis vers", "de": "in aus nach", "es": "en", "it": "a in", "ru": "в во из на под",
    "uk": "у в з на до", "tr": "", "az": "", "hy": "",
}  # fmt: skip
#: endings that a place has where something happens in it
_LOCATIVE = {
    "tr": re.compile(r"'?(?:da|de|ta|te|dan|den)\Z"),
    "az": re.compile(r"(?:da|də|dan|dən)\Z"),
    "hy": re.compile("ում\\Z"),
}


def join(english: Sequence[Group], texts: Sequence[ReadText]) -> list[tuple[str, Group]]:
    """Give the groups of English names their uses in other languages.

    Args:
        english: The groups, which are changed.
        texts: All texts.

    Returns:
        What is named in other languages alone, with its kind.
    """
    more: dict[tuple[str, ...], Group] = {}
    for number, text in enumerate(texts):
        if text.language == "en":
            continue
        for use in _uses(text):
            group, use = _named(use, english)
            if group is None and text.language not in _CAPITAL_NOUNS | _WITHOUT_CAPITALS:
                group = more.setdefault(sounds(use.name), Group(Counter()))
                group.names[use.name] += 1
            elif group is not None:
                group.foreign.setdefault(text.language, Counter())[use.name] += 1
            if group is not None:
                group.places.append(Used(number, use))
    for group in english:
        _settle(group)
    return [(kind, group) for group in more.values() if (kind := _kind(group, texts))]


def _named(use: Use, english: Sequence[Group]) -> tuple[Group | None, Use]:
    """The group of a name, and the name without a word that only opens the sentence."""
    _, _, rest = use.name.partition(" ")
    for name in (use.name, rest) if rest else (use.name,):
        group = next((group for group in english if _matches(group, name)), None)
        if group is not None:
            return group, replace(use, name=name, start=use.end - len(name))
    return None, use


def _uses(text: ReadText) -> Iterator[Use]:
    if text.language in _WITHOUT_CAPITALS:
        for found in _WORD.finditer(text.text):
            yield Use(found.group(), *found.span())
    else:
        yield from uses(text.text, small_words([text]))


def _matches(group: Group, name: str) -> bool:
    """Whether a name in another language is one of a group, with the endings of that language."""
    words = [sound(word) for word in re.split(r"[ -]", name) if word]
    if not words or max(map(len, words)) < 4:
        return False
    known = [sounds(own) for own in group.names if len(own) > 3]
    known += [own[-1:] for own in known] if is_person(group) else []
    return any(_same(own, words) for own in known)


def _same(own: Sequence[str], words: Sequence[str]) -> bool:
    return len(own) == len(words) and all(is_form(one, other) for one, other in zip(own, words, strict=True))


def _settle(group: Group) -> None:
    """Keep in each language the names nearest to the group's: full ones, without endings."""
    full = len(sounds(group.name))
    for language, names in group.foreign.items():
        long = [name for name in names if len(sounds(name)) == full] or list(names)
        target = sounds(group.name)
        best = min(long, key=lambda name: (sounds(name) != target[-len(sounds(name)) :], len(name), -names[name], name))
        group.foreign[language] = Counter({best: names[best]})


def _kind(group: Group, texts: Sequence[ReadText]) -> str:
    """The kind of what only texts in other languages name; "" if it is not worth an entry or not certain."""
    if is_known_place(group.name):
        return "places"
    if all(place.use.opens for place in group.places):
        return ""
    placed = sum(_is_placed(place, texts) for place in group.places)
    if placed and " " not in group.name:
        return "places"
    return "people" if is_person(group) and len(group.name.split()) < 4 else ""


def _is_placed(place: Used, texts: Sequence[ReadText]) -> bool:
    text = texts[place.text]
    before = text.text[max(0, place.use.start - 12) : place.use.start].split()
    ending = _LOCATIVE.get(text.language)
    return bool(before and before[-1].lower() in _IN.get(text.language, "").split()) or bool(
        ending and ending.search(place.use.name)
    )
