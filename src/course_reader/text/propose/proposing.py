"""Candidates for entries: names and terms that texts use and no entry explains, grouped and ranked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from course_reader.text.english import word_uses
from course_reader.text.fold import fold_name
from course_reader.text.plurals import plurals_of
from course_reader.text.propose import abroad
from course_reader.text.propose.beside import Beside
from course_reader.text.propose.compounds import compounds
from course_reader.text.propose.cues import is_adjective, words
from course_reader.text.propose.gloss import said_of
from course_reader.text.propose.governments import governments
from course_reader.text.propose.group import Group, Used
from course_reader.text.propose.groups import groups
from course_reader.text.propose.kinds import kind_of
from course_reader.text.propose.reading import ReadText, read, small_words
from course_reader.text.propose.records import Evidence, ProposedEntry, SourceText
from course_reader.text.propose.terms import terms
from course_reader.text.propose.uses import Use, heads, uses
from course_reader.text.wordlists import is_known_place

#: sentences that a candidate quotes
_QUOTED = 3


def propose(sources: Iterable[SourceText], refused: Collection[str] = ()) -> list[ProposedEntry]:
    """Candidates, those first that most texts name.

    >>> text = "Fisheries Minister Ingrid Solheim cut the quota. Solheim spoke in Kalvik. Kalvik cheered."
    >>> [(found.name, found.kind, found.aliases, found.gloss) for found in propose([SourceText("quota", text)])][0]
    ('Ingrid Solheim', 'people', ('Solheim',), 'Fisheries Minister.')

    Args:
        sources: The texts, with the mentions of entries that exist.
        refused: Words that are not to be proposed.
    """
    texts = read(sorted(sources, key=lambda source: (source.day or date.max, source.name)))
    named = _named(texts)
    _describe(named, texts)
    named += abroad.join([group for _, group in named], texts)
    named += _bodies(texts, named)
    places = [group for kind, group in named if kind == "places"]
    found = [_candidate(kind, group, texts) for kind, group in [*named, *compounds(texts, _by_text(named, texts))]]
    found += [_government(name, group, texts) for name, group in governments(places, texts)]
    blocked = [[(p.use.start, p.use.end) for _, g in named for p in g.places if p.text == n] for n in range(len(texts))]
    found += [_candidate("terms", group, texts) for group in terms(texts, blocked)]
    no = {_plain(words) for words in refused}
    wanted = [_without(one, no) for one in found if _plain(one.name) not in no]
    return sorted(_each_once(wanted), key=lambda one: one.rank)


def _without(one: ProposedEntry, no: Collection[str]) -> ProposedEntry:
    """A proposal without the aliases that are refused."""
    return replace(one, aliases=tuple(alias for alias in one.aliases if _plain(alias) not in no))


def _plain(words: str) -> str:
    return fold_name(words).casefold()


def _named(texts: Sequence[ReadText]) -> list[tuple[str, Group]]:
    """The names of the English texts in groups, with their kinds."""
    english = [(number, text) for number, text in enumerate(texts) if text.language == "en"]
    small = small_words(text for _, text in english)
    made = groups(Used(number, use) for number, text in english for use in uses(text.text, small))
    named = [(kind_of(group, _contexts(group, texts)), group) for group in made]
    return [(kind, group) for kind, group in named if kind and _is_name(group, small)]


def _contexts(group: Group, texts: Sequence[ReadText]) -> list[Beside]:
    return [Beside(texts[place.text].text, place.use) for place in group.places if place.use.start >= 0]


def _is_name(group: Group, small: Collection[str]) -> bool:
    """Whether a group is more than a word that stands at the start of a sentence."""
    if any(not place.use.opens for place in group.places) or is_known_place(group.name):
        return True
    name, lower = group.name, group.name.lower()
    if name.isupper() and len(name) > 1:
        return True
    is_word = lower in small or any(map(word_uses, (lower, lower.removesuffix("s"))))
    return not is_word and not lower.endswith(("ing", "ed", "ly")) and not heads(name)


def _describe(named: Sequence[tuple[str, Group]], texts: Sequence[ReadText]) -> None:
    """Count "the Armenian prime minister" as the person who has this office in the same text."""
    for kind, group in named:
        roles = {place.use.role for place in group.places if " " in place.use.role} if kind == "people" else ()
        for role in roles:
            first, *rest = role.split()
            lead = first if is_adjective(first) else first.lower()
            words = " ".join((lead, *(word.lower() for word in rest)))
            for number in group.texts:
                for found in re.finditer(rf"\b[Tt]he {re.escape(words)}\b(?! [A-Z])", texts[number].text):
                    group.places.append(Used(number, Use(found.group(), *found.span())))
                    group.loose[f"the {words}"] += 1


def _bodies(texts: Sequence[ReadText], named: Sequence[tuple[str, Group]]) -> list[tuple[str, Group]]:
    """Outlets and agencies of which front matter speaks; they may be named in texts as well."""
    made: dict[str, Group] = {}
    known = {name.removeprefix("The "): group for _, group in named for name in group.names}
    for number, text in enumerate(texts):
        for body in text.source.bodies:
            name = body.partition(" (")[0]
            if "." in name and " " not in name:
                continue  # the address of a site, where its name is not known
            group = known.get(name.removeprefix("The ")) or made.setdefault(name, Group(Counter({name: 1})))
            group.places.append(Used(number, Use(name, -1, -1)))
    return [("organisations", group) for group in made.values()]


def _by_text(named: Sequence[tuple[str, Group]], texts: Sequence[ReadText]) -> dict[int, list[tuple[Use, str]]]:
    """The names of each text in text order, with their kinds."""
    found: dict[int, list[tuple[Use, str]]] = {number: [] for number in range(len(texts))}
    for kind, group in named:
        for place in group.places:
            found[place.text].append((place.use, kind))
    return {number: sorted(row, key=lambda item: item[0].start) for number, row in found.items()}


def _candidate(kind: str, group: Group, texts: Sequence[ReadText]) -> ProposedEntry:
    name = group.heading
    if name in words("seats") and word_uses(name.lower()):
        # "the West" means a body, and west is where the sun sets.
        name = f"the {name}"
    said = said_of(kind, [(context, texts[p.text].source.day) for p, context in _placed(group, texts)])
    plurals = {name, group.name, *plurals_of(name)} if kind == "terms" else {name, group.name}
    others = [other for other, _ in group.names.most_common() if other not in plurals]
    foreign = {language: tuple(n for n, _ in names.most_common(2)) for language, names in sorted(group.foreign.items())}
    return ProposedEntry(
        name,
        kind,
        aliases=tuple(dict.fromkeys(others)),
        descriptions=tuple(words for words, _ in group.loose.most_common()),
        names=foreign,
        texts=tuple(texts[number].source.name for number in group.texts),
        mentions=sum(place.use.start >= 0 for place in group.places),
        evidence=tuple(_evidence(group, texts)),
        gloss=said.gloss,
        facts=said.facts,
    )


def _placed(group: Group, texts: Sequence[ReadText]) -> list[tuple[Used, Beside]]:
    places = sorted((p for p in group.places if p.use.start >= 0), key=lambda p: (p.text, p.use.start))
    return [(place, Beside(texts[place.text].text, place.use)) for place in places]


def _evidence(group: Group, texts: Sequence[ReadText]) -> Iterator[Evidence]:
    """The first sentences that name it, of each text the first before any text's second."""
    rows = [texts[p.text].evidence(p.use.start, p.use.end) for p, _ in _placed(group, texts)]
    rows = list(dict.fromkeys(rows))
    firsts = list({row.text: row for row in reversed(rows)}.values())[::-1]
    yield from [*firsts, *(row for row in rows if row not in firsts)][:_QUOTED]


def _government(name: str, group: Group, texts: Sequence[ReadText]) -> ProposedEntry:
    made = _candidate("organisations", group, texts)
    metonyms = tuple(used for used, _ in group.names.most_common())
    return replace(made, name=name, aliases=(), metonyms=metonyms, gloss="", facts={})


def _each_once(found: Iterable[ProposedEntry]) -> list[ProposedEntry]:
    """Of candidates with one name and kind the first."""
    kept: dict[tuple[str, str], ProposedEntry] = {}
    for one in found:
        kept.setdefault((_plain(one.name), one.kind), one)
    return list(kept.values())
