/* The notes of the article, those without a place too: going to one, editing, deleting, attaching it anew. */

import * as bars from "./bars.js";
import { button, count, el, setNoteHtml, short } from "./dom.js";
import { KINDS, said, same } from "./editor.js";
import { recall, remember } from "./memory.js";
import { bringIntoView, filterNotes, paint, pointTo } from "./page.js";
import { view } from "./panel.js";
import * as server from "./server.js";

const REASONS = {
  "not-found": "Its words do not stand in the article any more.",
  "weak-context": "Words like these stand in the article, but what is around them differs too much to be sure.",
  ambiguous: "Its words stand in the article more than once, and nothing tells which are meant.",
  decoy: "The words that it was made for are gone; the same words elsewhere stood there before.",
};
const MOVES = {
  edited: "The words were edited since; the note was found again.",
  moved: "The words stand elsewhere now; the note was found again.",
  tie: "The words stand in several places; this is the nearest one.",
};

const filter = () => recall().filter ?? { layer: "", kind: "" };
const passes = (layer, note, { layer: name, kind }) => (!name || layer.name === name) && (!kind || note.kind === kind);

/** Every note with its layer: those of the whole article first, then in the order of the text, then those without a place. */
function allNotes(app) {
  const rows = app.article.layers.flatMap((layer) => layer.notes.map((note) => ({ layer, note })));
  const rank = ({ note }) => (note.state === "orphan" ? Infinity : note.span?.[0] ?? -1);
  return rows.sort((a, b) => rank(a) - rank(b) || 0);
}

/** Hide in the margin what the filter does not let through. */
export function applyFilter(app) {
  const chosen = filter();
  const rows = allNotes(app);
  filterNotes(rows.map(({ note }) => note), (note) => rows.some((row) => row.note === note && passes(row.layer, note, chosen)));
}

/** The switch between the two lists. */
export function tabs(app, current) {
  const tab = (name, words) => button(words, () => app.panel.show(name), current === name ? { "aria-current": "true" } : {});
  return el("nav", { class: "cr-tabs", "aria-label": "Lists" },
    tab("list", `Notes (${allNotes(app).length})`), tab("names", `Names (${app.article.mentions.length})`));
}

view("list", (app) => {
  const chosen = filter();
  const rows = allNotes(app);
  const shown = rows.filter(({ layer, note }) => passes(layer, note, chosen));
  const placed = shown.filter(({ note }) => note.state !== "orphan");
  const orphans = shown.filter(({ note }) => note.state === "orphan");
  const { draft } = recall();
  const layers = app.article.layers;
  return {
    title: "Notes",
    body: [
      tabs(app, "list"),
      draft && el("p", { class: "cr-draft" }, `A draft waits: “${short(draft.fields.body || draft.values.target?.quote || "")}” `,
        button("Go on with it", () => app.resumeDraft())),
      el("p", { class: "cr-hint" }, "Select words in the article for a note on them; or go to a paragraph number with Tab, and press Alt and A."),
      button("Note on the whole article", () => app.startNote(null)),
      el("div", { class: "cr-filter" },
        choice("Layer", "filterLayer", chosen.layer, [["", "All layers"], ...layers.map((l) => [l.name, l.title])], (layer) => setFilter(app, { layer })),
        choice("Kind", "filterKind", chosen.kind, [["", "All kinds"], ...Object.entries(KINDS)], (kind) => setFilter(app, { kind }))),
      el("p", { role: "status", class: "cr-hint" }, count(shown.length, "note") + (shown.length < rows.length ? ` of ${rows.length}` : "")),
      layers.filter((l) => l.problem).map((l) => el("p", { class: "cr-error" }, `${l.title}: ${l.problem}`)),
      el("ol", { class: "cr-notes" }, placed.map((row) => el("li", {}, item(app, row)))),
      orphans.length > 0 && el("h3", {}, "Without a place"),
      orphans.length > 0 && el("ol", { class: "cr-notes" }, orphans.map((row) => el("li", {}, item(app, row)))),
      app.problems.length > 0 && el("details", {}, el("summary", {}, `Problems of the last build (${app.problems.length})`), problemList(app.problems)),
    ],
  };
});

function setFilter(app, part) {
  remember({ filter: { ...filter(), ...part } });
  applyFilter(app);
  app.panel.again();
}

function choice(label, name, value, options, onChange) {
  const select = el("select", { name, on: { change: () => onChange(select.value) } },
    options.map(([key, words]) => el("option", { value: key, selected: key === value }, words)));
  return el("label", { class: "cr-field" }, el("span", {}, label), select);
}

/** A list of problems as files, lines and sentences. */
export function problemList(problems) {
  return el("ul", { class: "cr-problems" }, problems.map((p) =>
    el("li", {}, p.path && el("code", {}, p.line ? `${p.path}:${p.line}` : p.path), " ", p.message)));
}

/** One note of a list, with what can be done to it. */
function item(app, { layer, note }, body = el("p", {}, short(note.body, 180))) {
  const orphan = note.state === "orphan";
  const place = note.paragraph ? `paragraph ${note.paragraph}` : note.quote ? "" : "whole article";
  const named = `${KINDS[note.kind] ?? note.kind}: ${short(note.quote ?? note.body, 40)}`;
  const act = (words, run) => button(words, run, { "aria-label": `${words}: ${named}` });
  const actions = [
    !orphan && note.span && act("Show", () => showNote(app, note)),
    layer.writable && act("Edit", () => app.edit(layer, note)),
    layer.writable && note.quote && act(orphan ? "Choose its new place" : "Move", () => app.panel.show("attach", { id: note.id })),
    layer.writable && note.state in MOVES && act("Keep this place", () => attach(app, note.id, app.spanOfNote(note.id))),
    layer.writable && act("Delete", () => remove(app, layer, note)),
  ];
  return el("article", { class: `cr-note kind-${KINDS[note.kind] ? note.kind : "comment"}${orphan ? " cr-orphan" : ""}` },
    el("p", { class: "cr-note-head" }, el("strong", {}, KINDS[note.kind] ?? note.kind), ` ${[layer.title, place].filter(Boolean).join(", ")}`),
    note.quote && el("p", { class: "cr-quoted" }, `“${short(note.quote, 90)}”`),
    body,
    orphan && el("p", { class: "cr-reason" }, REASONS[note.reason] ?? "It has no place in the article now."),
    note.state in MOVES && el("p", { class: "cr-reason" }, MOVES[note.state]),
    el("div", { class: "cr-actions" }, actions));
}

function showNote(app, note) {
  const span = app.spanOfNote(note.id);
  if (span) paint("pointed", app.text, [span]);
  if (!pointTo(note.id) && span) bringIntoView(app.text.toRanges(span)[0]);
  bars.say("The note is shown beside its words.");
}

// -- attaching anew -------------------------------------------------------------------------------------------------

view("attach", (app, { id }) => {
  const found = app.note(id);
  if (!found) return { title: "Its new place", body: el("p", {}, "This note is not in its file any more.") };
  const suggestions = (found.suggestions ?? []).map((place) => ({ ...place, span: app.text.spanAt(place.start, place.end) }))
    .filter((place) => place.span);
  paint("suggested", app.text, suggestions.map((place) => place.span));
  const use = (place) => button(placed(place), () => attach(app, id, place.span));
  return {
    title: "Its new place",
    body: [
      found.quote && el("blockquote", {}, found.quote),
      el("p", {}, short(found.body, 200)),
      found.state === "orphan" && el("p", { class: "cr-reason" }, REASONS[found.reason] ?? ""),
      el("div", { class: "cr-error", role: "alert" }),
      suggestions.length > 0 && el("h3", {}, "It may belong here"),
      el("div", { class: "cr-suggestions" }, suggestions.map(use)),
      el("p", { class: "cr-hint" }, `${suggestions.length ? "Or select" : "Select"} the words that it is about in the article, and press “Attach here”.`),
      button("Leave it as it is", () => app.panel.show("list")),
    ],
  };
});

/** A place that the server suggests, in words. */
function placed({ text, paragraph }) {
  return `“${short(text, 120)}”${paragraph ? `, paragraph ${paragraph}` : ""}`;
}

/** Give a note a new place. */
export async function attach(app, id, span) {
  await attachTo(app, id, app.text.describe(span));
}

async function attachTo(app, id, target) {
  const change = () => server.changeNote(app.layerOf(id), id, { target });
  const before = app.note(id);
  try {
    await change().catch(async (error) => {
      if (error.status !== 412) throw error;
      await app.load();
      if (!app.note(id) || app.note(id).quote !== before.quote) throw error;
      return change();
    });
    app.panel.close();
    app.arriving(id);
  } catch (error) {
    const place = app.panel.isOpen && app.panel.element.querySelector(".cr-error");
    const suggestions = error.data?.suggestions ?? [];
    // The places are those of the text as it is now.
    if (suggestions.length) await app.load().catch(() => {});
    if (place) {
      place.replaceChildren(el("p", {}, error.message), el("div", { class: "cr-suggestions" },
        suggestions.map((at) => button(placed(at), () => attachTo(app, id, app.text.describeAt(at.start, at.end))))));
    } else bars.show("refused", error.message, { alert: true });
  }
}

// -- deleting, and taking it back -----------------------------------------------------------------------------------

async function remove(app, layer, note) {
  const base = said(layer, note);
  try {
    const send = () => server.removeNote(app.layer(layer.name), note.id);
    const { removed } = await send().catch(async (error) => {
      if (error.status !== 412) throw error;
      await app.load();
      if (!app.note(note.id) || !same(said(app.layer(layer.name), app.note(note.id)), base)) {
        throw Object.assign(error, { message: "This note was changed elsewhere, so it was not deleted. Look at it again." });
      }
      return send();
    });
    remember({ undo: [...recall().undo ?? [], { layer: layer.name, removed }] });
    offerUndo(app);
    await app.refresh();
  } catch (error) {
    bars.show("refused", error.message, { alert: true });
    app.panel.again();
  }
}

/** The bars that bring deleted notes back; each stays until it is used or closed. */
export function offerUndo(app) {
  for (const undo of recall().undo ?? []) {
    bars.show(`undo-${undo.removed.id}`, `The note was deleted: “${short(undo.removed.body, 50)}”`, {
      actions: [button("Undo", () => takeBack(app, undo), { class: "cr-main" })],
      onClose: () => forgetUndo(undo.removed.id),
    });
  }
}

function forgetUndo(id) {
  const left = (recall().undo ?? []).filter((undo) => undo.removed.id !== id);
  remember({ undo: left.length ? left : undefined });
}

async function takeBack(app, { layer: name, removed }) {
  // The server remembers the rest of the item by its id and its words.
  const { kind, tags, body, by, id, created, index, quote, prefix, suffix, paragraph, text_hash } = removed;
  const target = quote ? { quote, prefix, suffix, paragraph, text_hash } : null;
  const note = { target, kind, tags, body, by, id, created, index };
  try {
    await app.load();
    await server.addNote(app.layer(name) ?? { name, etag: null }, note);
    forgetUndo(id);
    bars.hide(`undo-${id}`);
    app.arriving(id);
  } catch (error) {
    bars.show("refused", error.message, { alert: true });
  }
}

// -- below the article ----------------------------------------------------------------------------------------------

/** The notes without a place, below the article, for whoever reads to its end. */
export function orphansBelow(app) {
  const rows = allNotes(app).filter(({ note }) => note.state === "orphan");
  if (!rows.length) return [];
  const parts = rows.map((row) => {
    const body = el("div", { class: "cr-body" });
    setNoteHtml(body, row.note.html ?? "");
    return el("li", {}, item(app, row, body));
  });
  return [el("h2", { id: "cr-orphans" }, `Notes without a place (${rows.length})`),
    el("p", { class: "cr-hint" }, "Readers do not see this list. These notes stay in their files until you give them a place."),
    el("ol", { class: "cr-notes" }, parts)];
}
