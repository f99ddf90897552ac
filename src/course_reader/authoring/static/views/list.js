/* The list of the article's notes, and the filter for it and for the margin. */

/** @import { App } from "../app.js" */
/** @import { Layer, Note } from "../messages.js" */
/** @import { Filter } from "../types.js" */

import * as bars from "../bars.js";
import { button, count, el, short } from "../dom.js";
import { KINDS } from "./draft.js";
import { box, labelled } from "./fields.js";
import { recall, remember } from "../memory.js";
import { allNotes, item, problemList } from "./notes.js";
import { filterNotes, style } from "../page.js";
import { view } from "../panel.js";
import { setColours } from "./sets.js";

/** @returns {Filter} */
const filter = () => recall().filter ?? { layer: "", kind: "" };

/** @type {(layer: Layer, note: Note, filter: Filter) => boolean} */
const passes = (layer, note, { layer: name, kind, asPublic }) =>
  (!name || layer.name === name) && (!kind || note.kind === kind) && (!asPublic || layer.audience === "public");

/**
 * Hide the notes in the margin that the filter leaves out.
 * @param {App} app
 */
export function applyFilter(app) {
  const chosen = filter();
  const rows = allNotes(app);
  document.documentElement.toggleAttribute("data-as-public", Boolean(chosen.asPublic));
  if (chosen.asPublic) tellPublic(app);
  else bars.hide("public");
  style("sets", setColours(app));
  filterNotes(rows.map(({ note }) => note), (note) => rows.some((row) => row.note === note && passes(row.layer, note, chosen)));
}

/**
 * The bar that stays while only what the public sees is shown.
 * @param {App} app
 */
function tellPublic(app) {
  const hidden = app.article.layers.filter((layer) => layer.audience !== "public");
  const words = app.article.public ? `As the public sees it: ${count(hidden.length, "set")} of notes that ${hidden.length === 1 ? "is" : "are"} not for the public ${hidden.length === 1 ? "is" : "are"} hidden.`
    : "The public sees neither this text nor its notes, only a page that says where the article is found.";
  bars.show("public", words, { actions: [button("Show everything", () => setFilter(app, { asPublic: false }))], closes: false });
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
  const asPublic = el("input", { type: "checkbox", checked: Boolean(chosen.asPublic) });
  asPublic.addEventListener("change", () => setFilter(app, { asPublic: asPublic.checked }));
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
      box(asPublic, "As the public sees it"),
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
  if (app.panel.isOpen) app.panel.again();
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
