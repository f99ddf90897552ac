/* What shows on the page while its elements stay as they are: highlights, and style sheets of our own. */

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Paint spans of the article, by a name that annotate.css gives a colour; an empty list clears it. */
export function paint(name, text, spans) {
  if (!CSS.highlights) return;
  const ranges = text ? spans.filter(Boolean).flatMap((span) => text.toRanges(span)) : [];
  if (ranges.length) CSS.highlights.set(`cr-${name}`, new Highlight(...ranges));
  else CSS.highlights.delete(`cr-${name}`);
}

const sheets = new Map();

/** Give the page rules of its own, by a name; an empty text takes them away. */
export function style(name, rules) {
  if (!sheets.has(name)) {
    sheets.set(name, new CSSStyleSheet());
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheets.get(name)];
  }
  sheets.get(name).replaceSync(rules);
}

/** Scroll to an element or a range, to the middle of what is in sight above the panel. */
export function bringIntoView(place) {
  const element = place instanceof Range ? place.startContainer.parentElement : place;
  element.scrollIntoView({ block: "center", behavior: still.matches ? "instant" : "smooth" });
}

/** Show a note in the margin, and mark it for a while. */
export function pointTo(id) {
  const note = document.getElementById(id);
  if (!note?.matches(".gloss")) return false;
  // The theme shows all of a note that a pointer is on, where the margin is crowded.
  note.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  bringIntoView(note);
  style("pointed", `#${CSS.escape(id)} { outline: 3px solid var(--cr-focus); outline-offset: 2px; }`);
  setTimeout(() => style("pointed", ""), 4000);
  return true;
}

let filtered = ""; // the rules that hide notes now

/** Show only the notes that a filter lets through, in the margin too. */
export function filterNotes(notes, isShown) {
  const hidden = new Set(notes.filter((note) => !isShown(note)).map((note) => note.id));
  const rules = [...hidden].map((id) => `#${CSS.escape(id)}.note, :is(.note-mark, .note-row)[data-note="${CSS.escape(id)}"] { display: none; }`);
  for (const words of new Set([...document.querySelectorAll(".noted")].map((e) => e.dataset.note))) {
    if (!words.split(" ").every((id) => hidden.has(id))) continue;
    rules.push(`.noted[data-note="${CSS.escape(words)}"] { background: none; box-shadow: none; }`);
  }
  const text = rules.join("\n");
  if (text === filtered) return;
  filtered = text;
  style("filter", text);
  dispatchEvent(new Event("reader-place"));
}
