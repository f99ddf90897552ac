/* The marks that a reader has made in a text: found again by their words, and coloured. The page itself stays as it is. */
"use strict";

{
  const study = window.readerStudy;
  const NEAR = 24; // characters before and after a mark that tell equal words apart
  const COLOUR = "study-mark";

  const fold = (/** @type {string} */ text) => text.replace(/[‘’‚‛]/g, "'").replace(/[“”„‟«»]/g, '"').replace(/[‐-―−]/g, "-");

  /** The text of the page on one line, and where each of its characters is. */
  function textOf() {
    /** @type {[Node, number][]} */
    const places = [];
    let text = "";
    for (const paragraph of document.querySelectorAll(".reader-page .para")) {
      if (paragraph.closest(".reader-part")) continue;
      if (text) { text += " "; places.push(places[places.length - 1]); }
      const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        if (node.parentElement?.closest(".para-number, .note-mark, .footnote-reference")) continue;
        [...fold(node.textContent ?? "")].forEach((letter, at) => {
          const blank = /\s/.test(letter);
          if (blank && text.endsWith(" ")) return;
          text += blank ? " " : letter;
          places.push([/** @type {Node} */ (node), at]);
        });
      }
    }
    return { text, places };
  }

  const plain = (/** @type {string} */ words) => fold(words).replace(/\s+/g, " ");

  /**
   * The place of a mark: its words, if they occur once, or once between the same words. Nothing is guessed.
   * @param {StudyMark} mark
   * @param {ReturnType<typeof textOf>} whole
   */
  function find(mark, { text, places }) {
    const quote = plain(mark.quote).trim();
    /** @type {number[]} */
    const all = [];
    for (let at = quote ? text.indexOf(quote) : -1; at >= 0; at = text.indexOf(quote, at + 1)) all.push(at);
    const [before, after] = [plain(mark.prefix).trim(), plain(mark.suffix).trim()];
    const fits = all.filter((at) => text.slice(0, at).trimEnd().endsWith(before) && text.slice(at + quote.length).trimStart().startsWith(after));
    const found = all.length === 1 ? all : fits;
    if (found.length !== 1) return null;
    const [first, last] = [places[found[0]], places[found[0] + quote.length - 1]];
    const range = new Range();
    range.setStart(first[0], first[1]);
    range.setEnd(last[0], last[1] + 1);
    return range;
  }

  /** @type {() => StudyMark[]} */
  const kept = () => study.get(`marks:${study.here}`, []);

  /** Colour all marks; returns those that are no longer found. */
  function colour() {
    const whole = textOf();
    /** @type {Map<string, Range>} */
    const found = new Map();
    for (const mark of kept()) {
      const range = find(mark, whole);
      if (range) found.set(mark.id, range);
    }
    if (CSS.highlights) CSS.highlights.set(COLOUR, new Highlight(...found.values()));
    return found;
  }

  /**
   * What tells a stretch of the text from others with the same words.
   * @param {Range} range
   */
  function describe(range) {
    const { text, places } = textOf();
    const isIn = places.map(([node, at]) => range.isPointInRange(node, at) && !(node === range.endContainer && at === range.endOffset));
    const [start, end] = [isIn.indexOf(true), isIn.lastIndexOf(true) + 1];
    if (start < 0) return null;
    return { quote: text.slice(start, end).trim(), prefix: text.slice(Math.max(0, start - NEAR), start).trimStart(), suffix: text.slice(end, end + NEAR).trimEnd() };
  }

  window.readerMarks = { kept, colour, describe };
  colour();
  // A click on a mark opens the list at it.
  document.querySelector(".reader-page")?.addEventListener("click", (event) => {
    if (!(event instanceof MouseEvent) || event.defaultPrevented || !getSelection()?.isCollapsed) return;
    const { clientX: x, clientY: y } = event;
    const hit = [...colour()].find(([, range]) => [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom));
    if (hit) study.open("marks").then(() => document.getElementById(`mark-${hit[0]}`)?.focus());
  });
}
