/* The index of the search: its parts are loaded as they are needed. `sphinx_ext/output/find_files.py` writes them. */
"use strict";

{
  const find = window.readerFind;

  /** The parts of the words that have been taken apart. @type {Map<number, [string[], string[]]>} */
  const taken = new Map();

  /** @type {() => FindIndex} */
  const index = () => find.data.get("index");

  /** Load a part and return what it holds. @param {string} name @returns {Promise<any>} */
  async function part(name) {
    if (!find.data.has(name)) await find.load(`../find/${name}.js?${index().seal}`);
    return find.data.get(name);
  }

  /**
   * The number of the last part that begins at or before a value.
   * @template T
   * @param {T[]} starts
   * @param {T} value
   */
  function partOf(starts, value) {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (/** @type {T} */ (starts[middle]) <= value) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The words of a part, and their rows. @param {number} number @returns {Promise<[string[], string[]]>} */
  async function wordsOf(number) {
    let known = taken.get(number);
    if (!known) {
      const rows = String(await part(`words-${number}`)).split("\n");
      known = [rows.map((row) => row.slice(0, row.indexOf(" "))), rows];
      taken.set(number, known);
    }
    return known;
  }

  /** The documents of a row: number → whether the word is in the title. @param {string} row */
  function documents(row) {
    /** @type {Map<number, boolean>} */
    const found = new Map();
    let last = 0;
    for (const item of row.split(" ").slice(1)) {
      const title = item.startsWith("!");
      last += parseInt(title ? item.slice(1) : item, 36);
      found.set(last, title);
    }
    return found;
  }

  /** @param {Map<number, boolean>} all @param {Map<number, boolean>} more */
  function add(all, more) {
    for (const [number, title] of more) all.set(number, title || all.get(number) === true);
  }

  /**
   * The documents with a word: number → whether it is in the title.
   * @param {string} word
   * @param {"exact" | "prefix" | "near"} how
   */
  async function withWord(word, how) {
    const { words } = index();
    /** @type {Map<number, boolean>} */
    const found = new Map();
    if (!words.length) return found;
    const first = partOf(words, how === "near" ? word.slice(0, 1) : word);
    for (let number = first; number < words.length; number += 1) {
      const start = words[number] ?? "";
      const begins = how === "near" ? start.startsWith(word.slice(0, 1)) : start.startsWith(word);
      if (number > first && !(how !== "exact" && begins)) break;
      const [list, rows] = await wordsOf(number);
      list.forEach((other, at) => {
        const fits = how === "exact" ? other === word
          : how === "prefix" ? other.startsWith(word)
            : other.startsWith(word.slice(0, 1)) && find.distance(word, other, 1) <= 1;
        if (fits) add(found, documents(rows[at] ?? ""));
      });
    }
    return found;
  }

  /** The documents that name an entry. @param {number} entry */
  const naming = (entry) => withWord(`@${entry.toString(36)}`, "exact");

  /** A text by its number among all documents. @param {number} number @returns {Promise<FindText>} */
  async function text(number) {
    const at = number - index().entries.length;
    const place = partOf(index().parts, at);
    const rows = await part(`texts-${place}`);
    const [title, when, blocks, named] = rows[at - (index().parts[place] ?? 0)];
    return { address: index().texts[at]?.[3] ?? "", title, when, blocks, named };
  }

  Object.assign(find, { index, withWord, naming, text });
}
