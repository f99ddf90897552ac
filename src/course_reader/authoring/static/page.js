/* Changing the look of the page while its elements stay as they are: highlights, and style sheets from script. */

/** @import { Note } from "./messages.js" */
/** @import { ArticleText } from "./text.js" */
/** @import { Span } from "./types.js" */

const still = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Paint spans of the article in the colour that annotate.css gives to a name; an empty list clears it.
 * @param {string} name
 * @param {ArticleText | null} text
 * @param {(Span | null)[]} spans
 */
export function paint(name, text, spans) {
  if (!CSS.highlights) return;
  const ranges = spans.flatMap((span) => (text && span ? text.toRanges(span) : []));
  if (ranges.length) CSS.highlights.set(`cr-${name}`, new Highlight(...ranges));
  else CSS.highlights.delete(`cr-${name}`);
}

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Add rules to the page under a name; an empty text removes them.
 * @param {string} name
 * @param {string} rules
 */
export function style(name, rules) {
  let sheet = sheets.get(name);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheets.set(name, sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(rules);
}

/**
 * Scroll an element or a range to the middle of the part in sight above the panel.
 * @param {Element | Range | undefined} place
 */
export function bringIntoView(place) {
  const element = place instanceof Range ? place.startContainer.parentElement : place;
  element?.scrollIntoView({ block: "center", behavior: still.matches ? "instant" : "smooth" });
}

/**
 * Show a note in the margin, and mark it for a while.
 * @param {string} id
 */
export function pointTo(id) {
  const note = document.getElementById(id);
  if (!note?.matches(".gloss")) return false;
  // In a crowded margin the theme shows the whole of a note while the pointer is on it.
  note.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  bringIntoView(note);
  style("pointed", `#${CSS.escape(id)} { outline: 3px solid var(--cr-focus); outline-offset: 2px; }`);
  setTimeout(() => style("pointed", ""), 4000);
  return true;
}

let filtered = ""; // the rules that hide notes now

/**
 * Show only some of the notes, in the margin too.
 * @param {Note[]} notes
 * @param {(note: Note) => boolean} isShown
 */
export function filterNotes(notes, isShown) {
  const hidden = new Set(notes.filter((note) => !isShown(note)).map((note) => note.id));
  const rules = [...hidden].map((id) => `#${CSS.escape(id)}.note, :is(.note-mark, .note-row)[data-note="${CSS.escape(id)}"] { display: none; }`);
  for (const ids of new Set([...document.querySelectorAll(".noted")].map((words) => words.getAttribute("data-note") ?? ""))) {
    if (!ids.split(" ").every((id) => hidden.has(id))) continue;
    rules.push(`.noted[data-note="${CSS.escape(ids)}"] { background: none; box-shadow: none; }`);
  }
  const text = rules.join("\n");
  if (text === filtered) return;
  filtered = text;
  style("filter", text);
  dispatchEvent(new Event("reader-place"));
}
