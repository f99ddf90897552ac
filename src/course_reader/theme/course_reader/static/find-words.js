/* The words of a search: as `text/search_words.py` does it, and how much two words differ. */
"use strict";

{
  /** @type {Record<string, string>} characters without a decomposition, or that people write in another way */
  const LETTERS = {
    "ə": "e", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
    "ς": "σ", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ё": "е", "ґ": "г", "ي": "ی", "ى": "ی", "ك": "ک", "ـ": "",
  };
  const ODD = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");
  const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc`\u00b4\u055a\u05f3\uff07]/gu;
  const MARKS = /\p{M}+/gu;
  const HIDDEN = /\p{Cf}+/gu;
  const ALONE = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
  const WORD = new RegExp(`[${ALONE}]|(?![${ALONE}])[\\p{L}\\p{N}](?:(?![${ALONE}])[\\p{L}\\p{N}'])*`, "gu");
  const POSSESSIVE = /'s?$/u;

  /** A text without accents, capitals and hidden characters. @param {string} text */
  function plain(text) {
    const bare = text.normalize("NFKD").replace(HIDDEN, "").replace(MARKS, "").toLowerCase().replace(MARKS, "");
    return bare.replace(ODD, (letter) => LETTERS[letter] ?? letter).replace(APOSTROPHES, "'");
  }

  /** The words of a text in order. @param {string} text @returns {string[]} */
  function words(text) {
    const found = plain(text).match(WORD) ?? [];
    return found.map((word) => word.replace(POSSESSIVE, "").replaceAll("'", "")).filter(Boolean);
  }

  /**
   * How many letters two words differ by: one wrong, missing, added, or two swapped count as one.
   * @param {string} a
   * @param {string} b
   * @param {number} most more than this is returned as `most + 1`
   */
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [before, last] = [/** @type {number[]} */ ([]), Array.from({ length: b.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1];
        let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
        row.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      [before, last] = [last, row];
    }
    return Math.min(last[b.length] ?? 0, most + 1);
  }

  Object.assign(window.readerFind, { plain, words, distance });
}
