"""How the search is asked, in tests and in measurements: scripts for the page `search.html`, and slips of the pen."""

from __future__ import annotations

import random

#: runs many searches; the answer to each is its entries and its texts, by address
SEARCH = """async (queries) => {
    const find = window.readerFind;
    await find.start();
    const { entries, texts } = find.index();
    const answers = [];
    for (const query of queries) {
        const found = await find.search(query);
        answers.push([found.entries.map((n) => entries[n][0]), found.texts.map((n) => texts[n - entries.length][3])]);
    }
    return answers;
}"""
#: every name of every entry, with the entry and the texts that name it, by address
NAMING = """async () => {
    const find = window.readerFind;
    await find.start();
    const { entries, texts } = find.index();
    const rows = [];
    for (const [number, [address, , names, metonyms]] of entries.entries()) {
        const naming = [...(await find.naming(number)).keys()].map((n) => texts[n - entries.length][3]);
        for (const name of [...names, ...metonyms]) rows.push([name, address, naming]);
    }
    return rows;
}"""

Answer = tuple[list[str], list[str]]


def mistyped(name: str, chance: random.Random) -> str:
    """A name with one letter wrong, missing, more, or two of them swapped."""
    at, letter = chance.randrange(len(name) - 1), chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        [
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        ]
    )
