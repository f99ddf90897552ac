/* What a search finds, and in which order: entries by their names, then texts. */
"use strict";

{
  const find = window.readerFind;
  const COMMON = new Set(["a", "an", "the", "of", "and", "in", "on", "at", "to", "is", "was", "what", "who", "where", "when", "about"]);
  /** The most texts that are read for words in quotation marks. */
  const MANY = 60;
  /** The most words of a name. */
  const LONGEST = 16;

  /** @type {FindName[] | undefined} */
  let names;
  /** @type {Map<string, FindName[]>} by letters alone */
  const exact = new Map();

  function allNames() {
    if (names) return names;
    names = [];
    find.index().entries.forEach(([, , own, metonyms], entry) => {
      for (const [at, name] of [...own, ...metonyms].entries()) {
        const words = find.words(name);
        const row = { entry, words, letters: words.join(""), heading: at === 0, metonym: at >= own.length };
        names?.push(row);
        if (row.letters) exact.set(row.letters, [...(exact.get(row.letters) ?? []), row]);
      }
    });
    return names;
  }

  /** How often texts name an entry. @param {number} entry */
  const times = (entry) => find.index().entries[entry]?.[5] ?? 0;

  /** Letters that may be wrong in a word. @param {string} word */
  const slack = (word) => (word.length < 3 ? 0 : word.length < 9 ? 1 : 2);

  /**
   * How well a name fits: 0 is the name itself, 9 not at all.
   * @param {FindName} name
   * @param {string[]} words
   * @param {string} letters the words without gaps
   */
  function fit(name, words, letters) {
    if (name.letters === letters) return name.heading ? 0 : 0.5;
    const last = words.length - 1;
    if (words.every((word) => name.words.includes(word))) return 2;
    if (words.every((word, at) => name.words.some((own) => own === word || (at === last && own.startsWith(word))))) return 3;
    if (name.letters.startsWith(letters)) return 3.5;
    const wrong = find.distance(name.letters, letters, Math.max(1, slack(letters)));
    if (letters.length >= 3 && wrong <= 1) return 4;
    if (words.every((word) => name.words.some((own) => own === word || find.distance(own, word, Math.min(1, slack(word))) <= 1))
      && letters.length > 3) return 5;
    if (wrong <= slack(letters)) return 6;
    if (letters.length > 4 && name.letters.includes(letters)) return 6.5;
    return 9;
  }

  /**
   * The entries that some words name: the best first, each once.
   * @param {string[]} words
   * @returns {FindHit[]}
   */
  function entries(words) {
    const letters = words.join("");
    if (!letters || letters.length > 200) return [];
    /** @type {Map<number, FindHit>} */
    const best = new Map();
    for (const name of allNames()) {
      const score = fit(name, words, letters) + (name.metonym ? 0.4 : 0);
      const known = best.get(name.entry);
      if (score < 9 && (!known || score < known.score)) best.set(name.entry, { entry: name.entry, score, length: name.letters.length });
    }
    return [...best.values()].sort((a, b) => a.score - b.score || times(b.entry) - times(a.entry) || a.length - b.length || a.entry - b.entry);
  }

  /**
   * Words in groups: names of entries, as long as possible, and single words.
   * @param {string[]} words
   * @returns {FindTerm[]}
   */
  function terms(words) {
    allNames();
    /** @type {FindTerm[]} */
    const found = [];
    for (let at = 0; at < words.length;) {
      let length = Math.min(LONGEST, words.length - at);
      while (length > 0 && !exact.has(words.slice(at, at + length).join(""))) length -= 1;
      const group = words.slice(at, at + Math.max(1, length));
      const rows = length ? exact.get(group.join("")) ?? [] : [];
      if (length || words.length === 1 || !COMMON.has(group[0] ?? "")) {
        found.push({ words: group.filter((word) => !COMMON.has(word)), entries: [...new Set(rows.map((row) => row.entry))] });
      }
      at += group.length;
    }
    return found;
  }

  /** A query taken apart. @param {string} query @returns {FindQuery} */
  function parse(query) {
    /** @type {string[][]} */
    const phrases = [];
    const rest = query.slice(0, 400).replace(/["“”„«»]([^"“”„«»]+)["“”„«»]/gu, (_, phrase) => {
      phrases.push(find.words(phrase));
      return " ";
    });
    const all = find.words(rest);
    const telling = all.filter((word) => !COMMON.has(word));
    return { all, telling: telling.length ? telling : all, phrases: phrases.filter((phrase) => phrase.length) };
  }

  /** @param {Map<number, boolean>[]} sets @returns {Map<number, boolean>} what all have */
  function common(sets) {
    const [first, ...others] = sets;
    const kept = [...(first ?? [])].filter(([number]) => others.every((other) => other.has(number)));
    return new Map(kept.map(([number, title]) => [number, title && others.every((other) => other.get(number))]));
  }

  /** The documents with a word, as forgiving as needed. @param {string} word @param {boolean} last */
  async function forgiving(word, last) {
    let found = await find.withWord(word, last && word.length > 2 ? "prefix" : "exact");
    if (!found.size && word.length > 3) found = await find.withWord(word, "prefix");
    if (!found.size && word.length > 3) found = await find.withWord(word, "near");
    if (/^(1\d|20)\d\d$/.test(word)) {
      const { texts, entries: listed } = find.index();
      texts.forEach(([, , year], at) => { if (year === word) found.set(listed.length + at, true); });
    }
    return found;
  }

  /** The documents for one term. @param {FindTerm} term @param {boolean} last */
  async function forTerm(term, last) {
    const sets = await Promise.all(term.words.map((word, at) => forgiving(word, last && at === term.words.length - 1)));
    const found = term.words.length ? common(sets) : new Map();
    for (const entry of term.entries) {
      for (const [number, title] of await find.naming(entry)) found.set(number, title || found.get(number) === true);
      found.set(entry, true);
    }
    return found;
  }

  /**
   * Whether a text has some words one after another.
   * @param {number} number
   * @param {string[]} phrase
   */
  async function says(number, phrase) {
    const { title, blocks } = await find.text(number);
    const wanted = ` ${phrase.join(" ")} `;
    return [title, ...blocks.map(([, sentences]) => sentences.join(" "))].some((block) => ` ${find.words(block).join(" ")} `.includes(wanted));
  }

  /** @param {Map<number, boolean>} found @param {string[]} phrase */
  async function saying(found, phrase) {
    const least = find.index().entries.length;
    const texts = [...found.keys()].filter((number) => number >= least).slice(0, MANY);
    const said = await Promise.all(texts.map((number) => says(number, phrase)));
    return new Map(texts.filter((_, at) => said[at]).map((number) => [number, found.get(number) === true]));
  }

  /**
   * What a search finds.
   * @param {string} query
   * @returns {Promise<FindResult>}
   */
  async function search(query) {
    const { all, telling, phrases } = parse(query);
    const groups = terms(all);
    const named = [...entries(all), ...entries(telling), ...phrases.flatMap(entries)];
    const best = Math.min(...named.map((hit) => hit.score), 9);
    // A weak likeness says nothing beside a strong one.
    const near = named.filter((hit) => hit.score <= Math.max(best, 3.5));
    for (const group of groups.length > 1 ? groups : []) for (const entry of group.entries) near.push({ entry, score: 7, length: 0 });
    /** @type {FindTerm[][]} */
    const ways = [groups];
    if (best >= 2 && best < 9) ways.push([{ words: [], entries: [...new Set(near.slice(0, 3).map((hit) => hit.entry))] }]);
    const likely = groups.map((group) => group.entries.length ? group : { ...group, entries: entries(group.words).filter((hit) => hit.score >= 4 && hit.score <= 5).slice(0, 2).map((hit) => hit.entry) });
    if (groups.length > 1) ways.push(likely);
    /** @type {Map<number, boolean>} */
    let found = new Map();
    let weakest = new Map();
    for (const way of telling.length ? ways : []) {
      const sets = await Promise.all(way.map((term, at) => forTerm(term, at === way.length - 1)));
      for (const [number, title] of common(sets)) found.set(number, title || found.get(number) === true);
      if (!weakest.size) weakest = most(sets);
    }
    for (const phrase of phrases) {
      const sets = await Promise.all(phrase.map((word) => find.withWord(word, "exact")));
      const both = telling.length ? [found] : [];
      found = await saying(common([...both, ...sets]), phrase);
    }
    if (!found.size && !phrases.length) found = weakest;
    const { entries: listed } = find.index();
    const numbers = [...found.keys()].sort((a, b) => a - b);
    const inProse = numbers.filter((number) => number < listed.length);
    const hits = [...new Set([...near.map((hit) => hit.entry), ...inProse])];
    const texts = numbers.filter((number) => number >= listed.length).sort((a, b) => Number(found.get(b)) - Number(found.get(a)) || a - b);
    const asked = groups.flatMap((group) => group.entries);
    return { entries: hits, texts, words: [...telling, ...phrases.flat()], phrases, asked: asked.length ? asked : near.slice(0, 3).map((hit) => hit.entry) };
  }

  /** The documents that have most of what was asked for, at least half. @param {Map<number, boolean>[]} sets */
  function most(sets) {
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const set of sets) for (const number of set.keys()) counts.set(number, (counts.get(number) ?? 0) + 1);
    const highest = Math.max(0, ...counts.values());
    const kept = highest * 2 >= sets.length ? [...counts].filter(([, count]) => count === highest) : [];
    return new Map(kept.map(([number]) => [number, false]));
  }

  Object.assign(find, { search });
}
