/* Saving a note, and what follows if the server refuses it. */

/** @import { App } from "../app.js" */
/** @import { Content, Note, Written } from "../messages.js" */
/** @import { Goal } from "./sets.js" */
/** @import { Draft, Fields, Said } from "../types.js" */

import { button, el } from "../dom.js";
import { editing, same, typed, version, withTyped } from "./draft.js";
import { keepSaved } from "./gone.js";
import { choose } from "../memory.js";
import { asOwn, chosenSet, setFault } from "./sets.js";
import * as server from "../server.js";
import { Refused, refusal } from "../server.js";

/** @typedef {{ form: HTMLFormElement, error: HTMLElement, submit: HTMLButtonElement }} Form */

/**
 * Save the note that is typed; the answer of the server decides which view follows.
 * @param {App} app
 * @param {Draft} values
 * @param {Form} form
 */
export async function save(app, values, form) {
  const { fields } = app.panel.typed();
  const fault = faultOf(fields, values);
  if (fault) {
    complain(form.error, fault.sentence);
    const field = form.form.elements.namedItem(fault.field);
    if (field instanceof HTMLElement) field.focus();
    return;
  }
  const note = typed(fields);
  if (values.id && !values.target && same(note, values.base)) {
    app.panel.close();
    app.forget();
    return;
  }
  form.submit.disabled = true;
  try {
    const layer = goal(app, fields, values);
    const answer = await write(layer, note, values);
    if (!values.id) choose(asOwn(app, layer));
    written(app, answer.note, fields, layer.name);
  } catch (error) {
    await refused(app, refusal(error), values, fields, form.error);
  } finally {
    form.submit.disabled = false;
  }
}

/**
 * @param {Fields} fields
 * @param {Draft} values
 */
function faultOf(fields, values) {
  if (!fields.body?.trim()) return { field: "body", sentence: "Write the note first." };
  return values.id ? null : setFault(fields);
}

/**
 * The layer to write to.
 * @param {App} app
 * @param {Fields} fields
 * @param {Draft} values
 * @returns {Goal}
 */
function goal(app, fields, values) {
  if (values.id) return { name: values.layer };
  const found = chosenSet(app, { ...fields, layer: fields.layer ?? values.layer });
  if (!found) throw new Refused(404, { error: "This set of notes is no longer there. Choose another one." });
  return found;
}

/**
 * The parts of a note that were changed.
 * @param {Said} note
 * @param {Said} base
 */
function changes(note, base) {
  /** @type {Partial<Content>} */
  const changed = {};
  if (note.kind !== base.kind) changed.kind = note.kind;
  if (note.body !== base.body) changed.body = note.body;
  if (note.title !== base.title) changed.title = note.title || null;
  if (note.by !== base.by) changed.by = note.by || null;
  if (JSON.stringify(note.tags) !== JSON.stringify(base.tags)) changed.tags = note.tags;
  return changed;
}

/**
 * Write a note. A change is meant for the version that was opened: the server refuses it if there is another by now.
 * @param {Goal} layer
 * @param {Said} note
 * @param {Draft} values
 * @returns {Promise<Written>}
 */
function write(layer, note, values) {
  if (values.id) {
    const target = values.target ? { target: values.target } : {};
    const quote = values.quote ? { quote: values.quote } : {};
    return server.changeNote(layer, values, { ...changes(note, values.base), ...target, ...quote });
  }
  const reply = values.answers ? { in_reply_to: values.answers } : {};
  const info = layer.info ? { layer_info: layer.info } : {};
  return server.addNote(layer, { id: values.fresh, ...note, by: note.by || null, title: note.title || null, target: values.target, ...reply, ...info });
}

/**
 * @param {App} app
 * @param {Note} note
 * @param {Fields} fields
 * @param {string} layer
 */
function written(app, note, fields, layer) {
  keepSaved(app, note, layer);
  choose({ kind: fields.kind });
  app.panel.close();
  app.forget();
  app.arriving(note.id);
}

/**
 * @param {App} app
 * @param {Refused} error
 * @param {Draft} values
 * @param {Fields} fields
 * @param {HTMLElement} place
 */
async function refused(app, error, values, fields, place) {
  const { code, theirs, suggestions } = error.data;
  if (values.id && theirs) {
    const now = version(app.layer(values.layer), theirs);
    // An answer may have been lost on its way: then the other version is this one.
    if (!values.target && same(now, typed(fields))) written(app, theirs, fields, values.layer);
    else app.panel.show("conflict", { mine: withTyped(values, fields), theirs: now });
  } else if (theirs) {
    // An earlier answer was lost, and something else has been typed since then: from now on it is a change.
    await app.load().catch(() => {});
    const layer = app.layerOf(theirs.id);
    if (!layer) return complain(place, error.message);
    const target = values.target?.quote === (theirs.quote ?? undefined) ? null : values.target;
    const mine = { ...withTyped(editing(app, layer, theirs), fields), layer: layer.name, target };
    app.panel.show("conflict", { mine, theirs: version(layer, theirs) });
  } else if (values.id && (code === "no-note" || code === "no-layer")) {
    await app.load().catch(() => {});
    app.panel.show("conflict", { mine: withTyped(values, fields), theirs: null });
  } else if (suggestions) {
    // The places refer to the present text.
    await app.load().catch(() => {});
    complain(place, error.message, suggestions.map(({ text, paragraph, start, end }) => button(
      `“${text}”${paragraph ? `, paragraph ${paragraph}` : ""}`,
      () => app.aim(app.text.describeAt(start, end)),
    )));
  } else if (code === "exists" || code === "no-layer") {
    // Another set of notes has to be chosen, from those that there are now.
    await app.load().catch(() => {});
    app.panel.again();
    complain(app.panel.element.querySelector(".cr-error") ?? place, error.message);
  } else complain(place, error.message);
}

/**
 * @param {Element} place
 * @param {string} sentence
 * @param {HTMLElement[]} [buttons]
 */
function complain(place, sentence, buttons = []) {
  place.replaceChildren(el("p", {}, sentence),
    buttons.length ? el("p", {}, "Did you mean one of these places?") : "", el("div", { class: "cr-suggestions" }, buttons));
}
