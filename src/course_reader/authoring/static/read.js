/* Reading the article's text from the page, by the rules of the server's text map. Nothing in the page is changed. */

/** Parts of an article's section that do not belong to its text. */
export const SKIP = [
  "[data-cr-skip]", "script", "style", "noscript", "template", "button", "svg", "math",
  ".reader-after", ".reader-part", ".reader-kicker", ".reader-head", ".reader-tools", ".reader-stub", ".glosses", ".para-number",
  ".headerlink", ".note-mark", ".footnote-reference", ".footnote", ".footnote-list", ".citation", ".citation-list", ".system-message",
  ".toctree-wrapper", ".linenos", ".caption-number", ".section-number", "dt > .colon",
  // The title of a note or a warning is Sphinx's word; the title of a general admonition is the author's.
  ".admonition:not([class*='admonition-']) > .admonition-title",
].join(", ");

const INLINE = new Set(
  ("A ABBR B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE "
    + "STRONG SUB SUP TIME TT U VAR WBR").split(" "),
);
const BREAK = "\n\n";
const SPACE = /\s/u;

/**
 * A part of a text node in the text: `node.data[from]` is `text[start]`.
 * @typedef {{ node: Text, start: number, end: number, from: number }} Piece
 */

/**
 * @typedef {object} State how far the reading is
 * @property {string[]} parts the text so far
 * @property {number} length its length
 * @property {Piece[]} pieces
 * @property {boolean} open whether the present block has words
 * @property {boolean} broken whether a line break came after them
 * @property {number} pre how many `pre` elements are around
 * @property {string} gap white space that waits for the next words of the block
 * @property {string} cut a sign that docutils puts before the next words
 */

/**
 * The outermost section around the numbered paragraphs; null if there are none.
 * @param {ParentNode} [page]
 */
export function articleRoot(page = document) {
  let root = null;
  for (let at = page.querySelector(".para"); at; at = at.parentElement) if (at.localName === "section") root = at;
  return root;
}

/**
 * Read the text below an element.
 * @param {Element} root
 * @returns {{ text: string, pieces: Piece[] }} the text as the page shows it, and the text nodes that it comes from
 */
export function readText(root) {
  /** @type {State} */
  const state = { parts: [], length: 0, pieces: [], open: false, broken: false, pre: 0, gap: "", cut: "" };
  walk(root, state);
  return { text: state.parts.join(""), pieces: state.pieces };
}

/**
 * @param {Element} element
 * @param {State} state
 */
function walk(element, state) {
  for (const child of element.childNodes) {
    if (child instanceof Text) readNode(child, state);
    else if (child instanceof Element && !child.matches(SKIP)) enter(child, state);
  }
}

/**
 * @param {Element} element
 * @param {State} state
 */
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

/** @param {State} state */
function close(state) {
  state.open = false;
  state.broken = false;
  state.gap = "";
  state.cut = "";
}

/**
 * Read a text node. White space at the ends of a block belongs to the markup, so it is held in `gap` until words follow.
 * @param {Text} node
 * @param {State} state
 */
function readNode(node, state) {
  // Sphinx keeps several spaces in inline code together with non-breaking ones.
  const data = node.parentElement?.closest(".literal") ? node.data.replaceAll("\u00a0", " ") : node.data;
  let from = 0;
  let to = data.length;
  if (state.cut && data.startsWith(state.cut)) from = state.cut.length;
  if (to > from) {
    state.cut = "";
    // The source may have a line break here as well; two would end the block.
    if (state.broken && !data.startsWith("\n") && !state.gap.endsWith("\n")) state.gap += "\n";
    state.broken = false;
  }
  if (!state.open && !state.pre) while (from < to && SPACE.test(data[from])) from += 1;
  const last = to;
  while (to > from && (state.pre ? data[to - 1] === "\n" : SPACE.test(data[to - 1]))) to -= 1;
  if (to > from) {
    if (!state.open && state.length) add(BREAK, state);
    // A gap from other text nodes gets no piece: no selection begins or ends within it.
    add(state.gap, state);
    state.gap = "";
    state.open = true;
    state.pieces.push({ node, start: state.length, end: state.length + to - from, from });
    add(data.slice(from, to), state);
  }
  if (state.open) state.gap += data.slice(to, last);
}

/**
 * @param {string} text
 * @param {State} state
 */
function add(text, state) {
  state.parts.push(text);
  state.length += text.length;
}
