/* The list of the article's notes, and the filter for it and for the margin. */

/** @import { App } from "../app.js" */
/** @import { Layer, Note } from "../messages.js" */
/** @import { Filter } from "../types.js" */

import { button, count, el, short } from "../dom.js";
import { KINDS } from "./draft.js";
import { labelled } from "./fields.js";
import { recall, remember } from "../memory.js";
import { allNotes, item, problemList } from "./notes.js";
import { filterNotes } from "../page.js";
import { view } from "../panel.js";

/** @returns {Filter} */
const filter = () => recall().filter ?? { layer: "", kind: "" };

/** @type {(layer: Layer, note: Note, filter: Filter) => boolean} */
const passes = (layer, note, { layer: name, kind }) => (!name || layer.name === name) && (!kind || note.kind === kind);

/**
 * Hide the notes in the margin that the filter leaves out.
 * @param {App} app
 */
export function applyFilter(app) {
  const chosen = filter();
  const rows = allNotes(app);
  filterNotes(rows.map(({ note }) => note), (note) => rows.some((row) => row.note === note && passes(row.layer, note, chosen)));
}

/**
 * The switch between the lists.
 * @param {App} app
 * @param {"list" | "names" | "proposals"} current
 */
export function tabs(app, current) {
  /** @type {(name: "list" | "names" | "proposals", words: string) => HTMLElement} */
  const tab = (name, words) => button(words, () => app.panel.show(name, {}), current === name ? { "aria-current": "true" } : {});
  return el("nav", { class: "cr-tabs", "aria-label": "Lists" },
    tab("list", `Notes (${allNotes(app).length})`), tab("names", `Names (${app.article.mentions.length})`), tab("proposals", "Proposed"));
}

view("list", (app) => {
  const chosen = filter();
  const rows = allNotes(app);
  const shown = rows.filter(({ layer, note }) => passes(layer, note, chosen));
  const withPlace = shown.filter(({ note }) => note.state !== "orphan");
  const orphans = shown.filter(({ note }) => note.state === "orphan");
  const { draft } = recall();
  const layers = app.article.layers;
  return {
    title: "Notes",
    body: [
      tabs(app, "list"),
      draft && el("p", { class: "cr-draft" }, `Unfinished draft: “${short(draft.fields.body || draft.values.target?.quote || "")}” `,
        button("Continue writing", () => app.resumeDraft())),
      el("p", { class: "cr-hint" }, "To write a note, select words in the article; or go to a paragraph number with Tab and press Alt and A."),
      button("Note on the whole article", () => app.startNote(null)),
      el("div", { class: "cr-filter" },
        choice("Set of notes", "filterLayer", chosen.layer, [["", "All sets"], ...layers.map((l) => [l.name, l.title])], (layer) => setFilter(app, { layer })),
        choice("Kind", "filterKind", chosen.kind, [["", "All kinds"], ...Object.entries(KINDS)], (kind) => setFilter(app, { kind }))),
      el("p", { role: "status", class: "cr-hint" }, count(shown.length, "note") + (shown.length < rows.length ? ` of ${rows.length}` : "")),
      layers.filter((l) => l.problem).map((l) => el("p", { class: "cr-error" }, `${l.title}: ${l.problem}`)),
      el("ol", { class: "cr-notes" }, withPlace.map((row) => el("li", {}, item(app, row)))),
      orphans.length > 0 && el("h3", {}, "Without a place"),
      orphans.length > 0 && el("ol", { class: "cr-notes" }, orphans.map((row) => el("li", {}, item(app, row)))),
      app.problems.length > 0 && el("details", {}, el("summary", {}, `Problems in the last build (${app.problems.length})`), problemList(app.problems)),
    ],
  };
});

/**
 * @param {App} app
 * @param {Partial<Filter>} part
 */
function setFilter(app, part) {
  remember({ filter: { ...filter(), ...part } });
  applyFilter(app);
  app.panel.again();
}

/**
 * A labelled list of choices.
 * @param {string} label
 * @param {string} name
 * @param {string} value
 * @param {string[][]} options pairs of value and words
 * @param {(value: string) => void} onChange
 */
function choice(label, name, value, options, onChange) {
  const select = el("select", { name }, options.map(([key, words]) => el("option", { value: key, selected: key === value }, words)));
  select.addEventListener("change", () => onChange(select.value));
  return labelled(label, select);
}
