/* Counting and comparing texts: code points, and characters without what typography may change. */

/** @import { Span } from "./types.js" */

const SPACE = /\s/u;
const CONTEXT = 64; // code points of context that go with a quote

const lengthAt = (/** @type {string} */ text, /** @type {number} */ index) => ((text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);

/**
 * The number of code points before an index.
 * @param {string} text
 * @param {number} index
 */
export function points(text, index) {
  let count = 0;
  for (let i = 0; i < index; i += lengthAt(text, i)) count += 1;
  return count;
}

/**
 * The index after a number of code points.
 * @param {string} text
 * @param {number} count
 */
export function units(text, count) {
  let i = 0;
  for (let n = 0; n < count && i < text.length; n += 1) i += lengthAt(text, i);
  return i;
}

/** @type {Record<string, string>} */
const FOLD = { "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'" };

/** @typedef {{ c: string, start: number, end: number }} Mark a character and its place in the text */

/**
 * The characters of a part of a text, without what typography may change.
 * @param {string} text
 * @param {Span} span
 * @returns {Mark[]}
 */
export function fold(text, { start, end }) {
  const marks = [];
  for (let i = start; i < end;) {
    let next = i + 1;
    const c = text[i];
    if (/[-–—]/.test(c)) {
      while (next < end && /[-–—]/.test(text[next])) next += 1;
      marks.push({ c: "-", start: i, end: next });
    } else if (text.startsWith("...", i)) {
      next = i + 3;
      marks.push({ c: "…", start: i, end: next });
    } else if (!SPACE.test(c) && c !== "\u00ad") marks.push({ c: FOLD[c] ?? c, start: i, end: next });
    i = next;
  }
  return marks;
}

/**
 * Whether two lists of characters are the same.
 * @param {Mark[]} a
 * @param {Mark[]} b
 */
export function agree(a, b) {
  return a.length === b.length && a.every((mark, i) => mark.c === b[i].c);
}

/**
 * The words of a span, and 64 code points on both sides.
 * @param {string} text
 * @param {Span} span
 */
export function around(text, { start, end }) {
  const before = [...text.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT).join("");
  const after = [...text.slice(end, end + 2 * CONTEXT)].slice(0, CONTEXT).join("");
  return { quote: text.slice(start, end), prefix: before.replace(/^[\udc00-\udfff]/u, ""), suffix: after };
}
