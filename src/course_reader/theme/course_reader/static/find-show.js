/* The rows of the search: entries with their glosses, texts with a sentence in which the words are marked. */
"use strict";

{
  const find = window.readerFind;
  /** The most characters of a sentence that are shown. */
  const LONG = 260;

  /**
   * An element with text; nothing that was typed or indexed is ever read as HTML.
   * @param {string} tag
   * @param {string} className
   * @param {(Node | string)[]} content
   */
  function el(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  /** The words that a result is about: those that were typed, and the names of the entries. @param {FindResult} result */
  function telling(result) {
    const names = result.asked.flatMap((entry) => [...find.index().entries[entry]?.[2] ?? [], ...find.index().entries[entry]?.[3] ?? []]);
    return new Set([...result.words, ...names.flatMap(find.words)].filter((word) => word.length > 2 || /[^a-z]/u.test(word)));
  }

  /** How many of some words a sentence has. @param {string} sentence @param {Set<string>} words */
  const hits = (sentence, words) => new Set(find.words(sentence).filter((word) => words.has(word))).size;

  /**
   * The sentence of a text to show: with the words in quotation marks, else that names an entry, else with most words.
   * @param {FindText} text
   * @param {FindResult} result
   * @param {Set<string>} words
   * @returns {FindSentence}
   */
  function sentenceOf(text, result, words) {
    const all = text.blocks.flatMap(([anchor, sentences]) => sentences.map((sentence) => ({ text: sentence, anchor })));
    const [phrase] = result.phrases;
    if (phrase) {
      const wanted = ` ${phrase.join(" ")} `;
      const said = all.find((sentence) => ` ${find.words(sentence.text).join(" ")} `.includes(wanted));
      if (said) return said;
    }
    const typed = new Set(result.words);
    const named = result.asked.map((entry) => text.named[entry]).filter((at) => at !== undefined).map((at) => all[at]);
    /** @type {FindSentence} */
    let best = named[0] ?? { text: "", anchor: "" };
    let most = best.text ? hits(best.text, words) + 0.5 : 0;
    for (const sentence of all) {
      const count = hits(sentence.text, typed);
      if (count > most) [best, most] = [sentence, count];
    }
    return best;
  }

  /** A sentence with its words marked, cut around the first. @param {string} sentence @param {Set<string>} words */
  function marked(sentence, words) {
    /** @type {(Node | string)[]} */
    const parts = [];
    const pieces = sentence.split(/([^\p{L}\p{N}\p{M}'’]+)/u);
    const isTold = (/** @type {string} */ piece) => find.words(piece).some((word) => words.has(word));
    const first = Math.max(0, pieces.findIndex(isTold));
    let [from, length] = [0, 0];
    while (sentence.length > LONG && pieces.slice(from, first).join("").length > LONG / 2) from += 2;
    if (from) parts.push("… ");
    for (const piece of pieces.slice(from)) {
      if (length > LONG) {
        parts.push(" …");
        break;
      }
      length += piece.length;
      parts.push(isTold(piece) ? el("mark", "", piece) : piece);
    }
    return parts;
  }

  /** @param {string} address @param {string} anchor @param {string} title */
  function link(address, anchor, title) {
    const element = /** @type {HTMLAnchorElement} */ (el("a", "", title));
    element.href = find.root + address + (anchor ? `#${anchor}` : "");
    return element;
  }

  /** An entry: its link, its kind and its gloss. @param {number} number */
  function entryRow(number) {
    const [address, kind, names, , gloss] = find.index().entries[number] ?? ["", "", [""], [], "", 0];
    const row = link(address, "", names[0] ?? "");
    row.className = `mention ${kind}`;
    return [row, el("span", "find-kind", find.index().kinds[kind] ?? kind), el("p", "context", gloss)];
  }

  /** A text: its link, outlet and date, and a sentence. @param {number} number @param {FindResult} result */
  async function textRow(number, result) {
    const text = await find.text(number);
    const words = telling(result);
    const sentence = sentenceOf(text, result, words);
    const { outlets, texts, entries } = find.index();
    const [, outlet] = texts[number - entries.length] ?? [0, 0];
    const row = link(text.address, sentence.anchor, text.title);
    const about = [outlets[outlet], text.when].filter(Boolean).join(", ");
    return [row, el("span", "find-kind", about), el("p", "context", ...marked(sentence.text, words))];
  }

  /** Keep the words that are marked beside a link, or its own, for the page that it opens. @param {Element | null} row */
  function remember(row) {
    const marks = row?.querySelectorAll("mark") ?? [];
    const words = (marks.length ? [...marks] : [...row?.querySelectorAll("a") ?? []]).map((part) => part.textContent);
    try { localStorage.setItem("sphinx_highlight_terms", [...new Set(words)].join(" ")); } catch { /* not marked there */ }
  }

  Object.assign(find, { entryRow, textRow, remember });
}
