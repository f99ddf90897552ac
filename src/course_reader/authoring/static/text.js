/* The article's text as the server knows it, read from the page. Nothing in the page is changed.

   Two texts are spoken of here. The *shown* text is what the page's nodes spell; the *canonical* text is the server's:
   the text map of the document. They differ at most in typographic quotes, dashes and dots, which a build may set.
   A span is {start, end} in the shown text, in UTF-16 units, as JavaScript counts; what goes to the server is
   canonical, and counted in code points. */

/** What stands in an article's section and is no part of its text. */
export const SKIP = [
  "[data-cr-skip]", "script", "style", "noscript", "template", "button", "svg", "math",
  ".reader-part", ".reader-kicker", ".reader-head", ".reader-tools", ".reader-stub", ".glosses", ".para-number",
  ".headerlink", ".note-mark", ".footnote-reference", ".footnote", ".footnote-list", ".citation", ".citation-list", ".system-message",
  ".toctree-wrapper", ".linenos", ".caption-number", ".section-number", "dt > .colon",
  // The title of a note or a warning is Sphinx's word; that of a general admonition is the author's.
  ".admonition:not([class*='admonition-']) > .admonition-title",
].join(", ");

const INLINE = new Set(
  ("A ABBR B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE "
    + "STRONG SUB SUP TIME TT U VAR WBR").split(" "),
);
const BREAK = "\n\n";
const SPACE = /\s/u;
const CONTEXT = 64; // code points of context that go with a quote

/** The outermost section around the numbered paragraphs; null where there are none. */
export function articleRoot(document_ = document) {
  let root = null;
  for (let at = document_.querySelector(".para"); at; at = at.parentElement) if (at.localName === "section") root = at;
  return root;
}

/**
 * Read the text below a root.
 * @returns {{text: string, pieces: {node: Text, start: number, end: number, from: number}[]}} the shown text, and where
 *   each stretch of it stands: `node.data[from]` is `text[start]`.
 */
export function readText(root) {
  const state = { parts: [], length: 0, pieces: [], open: false, broken: false, pre: 0, gap: "", cut: "" };
  walk(root, state);
  return { text: state.parts.join(""), pieces: state.pieces };
}

function walk(element, state) {
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) readNode(child, state);
    else if (child.nodeType === Node.ELEMENT_NODE && !child.matches(SKIP)) enter(child, state);
  }
}

function enter(element, state) {
  if (element.localName === "br") {
    state.broken = state.open;
    return;
  }
  const block = !INLINE.has(element.tagName) || element.matches(".classifier");
  const pre = element.localName === "pre";
  if (block) close(state);
  if (element.matches(".attribution")) state.cut = "—"; // docutils puts it there
  if (pre) state.pre += 1;
  walk(element, state);
  if (pre) state.pre -= 1;
  if (block) close(state);
}

function close(state) {
  state.open = false;
  state.broken = false;
  state.gap = "";
  state.cut = "";
}

/** Take a text node in. White space at the ends of a block belongs to the markup: it waits in `gap` for words behind it. */
function readNode(node, state) {
  // Sphinx keeps several blanks of inline code together by hard ones.
  const data = node.parentElement.closest(".literal") ? node.data.replaceAll("\u00a0", " ") : node.data;
  let from = 0;
  let to = data.length;
  if (state.cut && data.startsWith(state.cut)) from = state.cut.length;
  if (to > from) {
    state.cut = "";
    // A line break of the source may stand beside it; two would be the end of a block.
    if (state.broken && !data.startsWith("\n") && !state.gap.endsWith("\n")) state.gap += "\n";
    state.broken = false;
  }
  if (!state.open && !state.pre) while (from < to && SPACE.test(data[from])) from += 1;
  const last = to;
  while (to > from && (state.pre ? data[to - 1] === "\n" : SPACE.test(data[to - 1]))) to -= 1;
  if (to > from) {
    if (!state.open && state.length) add(BREAK, state);
    // A gap that came from nodes of its own has no piece: no selection begins or ends in it alone.
    add(state.gap, state);
    state.gap = "";
    state.open = true;
    state.pieces.push({ node, start: state.length, end: state.length + to - from, from });
    add(data.slice(from, to), state);
  }
  if (state.open) state.gap += data.slice(to, last);
}

function add(text, state) {
  state.parts.push(text);
  state.length += text.length;
}

/** How many code points stand before an index. */
function points(text, index) {
  let count = 0;
  for (let i = 0; i < index; i += text.codePointAt(i) > 0xffff ? 2 : 1) count += 1;
  return count;
}

/** The index behind so many code points. */
function units(text, count) {
  let i = 0;
  for (let n = 0; n < count && i < text.length; n += 1) i += text.codePointAt(i) > 0xffff ? 2 : 1;
  return i;
}

const FOLD = { "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'", "‹": "'", "›": "'" };

/** A stretch of text without what typography may change, as characters with their places. */
function fold(text, start, end) {
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

const spelled = (marks) => marks.map((mark) => mark.c).join("");

/** The words of a span, and 64 code points on both sides. */
function around(text, { start, end }) {
  const before = [...text.slice(Math.max(0, start - 2 * CONTEXT), start)].slice(-CONTEXT).join("");
  const behind = [...text.slice(end, end + 2 * CONTEXT)].slice(0, CONTEXT).join("");
  return { quote: text.slice(start, end), prefix: before.replace(/^[\udc00-\udfff]/u, ""), suffix: behind };
}

/** An article's text on the page, tied to the server's. */
export class ArticleText {
  /**
   * @param root the article's section
   * @param article what the server says: `text`, `text_hash`, `paragraphs` with their `anchor`
   */
  constructor(root, article) {
    Object.assign(this, readText(root));
    this.root = root;
    this.canonical = article.text;
    this.hash = article.text_hash;
    this.paragraphs = article.paragraphs.map((p) => ({
      ...p, start: units(article.text, p.start), end: units(article.text, p.end),
    }));
    this.ties = this.#ties();
  }

  /** Pairs of shown and canonical stretches that say the same: the whole text, or those paragraphs that agree. */
  #ties() {
    const whole = this.#tie({ start: 0, end: this.text.length }, { start: 0, end: this.canonical.length });
    if (whole) return [whole];
    return this.paragraphs.map((p) => {
      const element = document.getElementById(p.anchor);
      const shown = element && this.spanOf(element);
      return shown && this.#tie(shown, p);
    }).filter(Boolean);
  }

  #tie(shown, canonical) {
    const equal = this.text.slice(shown.start, shown.end) === this.canonical.slice(canonical.start, canonical.end);
    if (equal) return { shown, canonical };
    const [a, b] = [fold(this.text, shown.start, shown.end), fold(this.canonical, canonical.start, canonical.end)];
    return spelled(a) === spelled(b) ? { shown, canonical, a, b } : null;
  }

  /** Whether all of the page's text is known to the server. */
  get isWhole() {
    return this.ties.length === 1 && this.ties[0].shown.end === this.text.length;
  }

  /** A shown span in the canonical text, or the other way round (`back`); null if the two do not agree there. */
  translate({ start, end }, back = false) {
    const [from, to] = back ? ["canonical", "shown"] : ["shown", "canonical"];
    for (const tie of this.ties) {
      if (start < tie[from].start || end > tie[from].end) continue;
      if (!tie.a) return { start: start - tie[from].start + tie[to].start, end: end - tie[from].start + tie[to].start };
      const [here, there] = back ? [tie.b, tie.a] : [tie.a, tie.b];
      const first = here.findIndex((mark) => mark.end > start);
      const last = here.findLastIndex((mark) => mark.start < end);
      return first < 0 || last < first ? null : { start: there[first].start, end: there[last].end };
    }
    return null;
  }

  /** The span of a range of the page, white space at its ends left out; null if it holds no words of the article. */
  fromRange(range) {
    let [start, end] = [Infinity, -1];
    for (const piece of this.pieces) {
      if (!range.intersectsNode(piece.node)) continue;
      const length = piece.end - piece.start;
      const lo = piece.node === range.startContainer ? range.startOffset - piece.from : 0;
      const hi = piece.node === range.endContainer ? range.endOffset - piece.from : length;
      if (Math.max(lo, 0) >= Math.min(hi, length)) continue;
      start = Math.min(start, piece.start + Math.max(lo, 0));
      end = Math.max(end, piece.start + Math.min(hi, length));
    }
    while (start < end && SPACE.test(this.text[start])) start += 1;
    while (end > start && SPACE.test(this.text[end - 1])) end -= 1;
    return start < end ? { start, end } : null;
  }

  /** The span of an element's words. */
  spanOf(element) {
    const range = new Range();
    range.selectNodeContents(element);
    return this.fromRange(range);
  }

  /** Ranges of the page that hold a span and nothing else. */
  toRanges({ start, end }) {
    return this.pieces.filter((piece) => piece.start < end && piece.end > start).map((piece) => {
      const range = new Range();
      range.setStart(piece.node, Math.max(start, piece.start) - piece.start + piece.from);
      range.setEnd(piece.node, Math.min(end, piece.end) - piece.start + piece.from);
      return range;
    });
  }

  /** The paragraph that a canonical index stands in. */
  paragraphAt(index) {
    return this.paragraphs.find((p) => p.start <= index && index < p.end) ?? null;
  }

  /**
   * What the server is told of a span: quote, context of 64 code points, place, paragraph, hash.
   * Where the page does not agree with the server's text, there is no place: the server looks for the words.
   */
  describe(span) {
    const known = this.translate(span);
    if (known) return this.#target(known);
    return { ...around(this.text, span), paragraph: this.#paragraphOf(span) };
  }

  /** What the server is told of a place that it has named itself, in code points. */
  describeAt(start, end) {
    return this.#target({ start: units(this.canonical, start), end: units(this.canonical, end) });
  }

  #target({ start, end }) {
    const place = { start: points(this.canonical, start), end: points(this.canonical, end), text_hash: this.hash };
    return { ...around(this.canonical, { start, end }), paragraph: this.paragraphAt(start)?.number ?? null, ...place };
  }

  #paragraphOf(span) {
    const node = this.toRanges(span)[0]?.startContainer.parentElement;
    const anchor = node?.closest(".para")?.id;
    return this.paragraphs.find((p) => p.anchor === anchor)?.number ?? null;
  }

  /** The shown span of a place that the server gave in code points; null if the page does not show it. */
  spanAt(start, end) {
    return this.translate({ start: units(this.canonical, start), end: units(this.canonical, end) }, true);
  }

  /** The span of what was described before, perhaps on an earlier text; null if its words do not stand there once. */
  find(target) {
    if (target.text_hash === this.hash && target.start != null) return this.spanAt(target.start, target.end);
    const near = target.prefix.slice(-16) + target.quote + target.suffix.slice(0, 16);
    for (const [words, shift] of [[near, target.prefix.slice(-16).length], [target.quote, 0]]) {
      const at = this.canonical.indexOf(words);
      if (at < 0 || this.canonical.indexOf(words, at + 1) >= 0) continue;
      return this.translate({ start: at + shift, end: at + shift + target.quote.length }, true);
    }
    return null;
  }
}
