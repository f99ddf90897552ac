/* What is done with a note besides writing it: an answer, “done”, and a move to another set of notes. */

/** @import { App } from "../app.js" */
/** @import { Layer, Note } from "../messages.js" */

import * as bars from "../bars.js";
import { button, el, short } from "../dom.js";
import { decided } from "./decided.js";
import { blank } from "./draft.js";
import { view } from "../panel.js";
import { chosenSet, ownSet, setFault, setFields } from "./sets.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

/**
 * Answer a note, in one's own set; a note that only the class sees is answered in a set like it.
 * @param {App} app
 * @param {Layer} layer
 * @param {Note} note
 */
export function reply(app, layer, note) {
  const values = blank(app, null);
  const own = app.layer(values.layer);
  const fits = !own || own.audience !== "public" || layer.audience === "public" || !layer.writable;
  app.open({ ...values, kind: "comment", layer: fits ? values.layer : layer.name, answers: note.id });
}

/**
 * Say that a note is dealt with, or that it is not.
 * @param {App} app
 * @param {Layer} layer
 * @param {Note} note
 * @param {boolean} done
 */
export async function setDone(app, layer, note, done) {
  try {
    await server.changeNote(layer, note, { done });
    const words = done ? `Done: “${short(note.body, 50)}”. No page shows it; it stays in its file and in this list.` : `Open again: “${short(note.body, 50)}”.`;
    decided({ words, done: { id: note.id, before: !done } });
  } catch (error) {
    const { status, message } = refusal(error);
    bars.show("refused", status === 412 ? "This note was changed elsewhere. Look at it again." : message, { alert: true });
  }
  await app.refresh();
}

view("move-note", (app, { id, etag }) => {
  const layer = app.layerOf(id);
  const note = app.note(id);
  if (!layer || !note) return { title: "Another set of notes", body: el("p", {}, "This note is no longer in its file.") };
  const error = el("div", { class: "cr-error", role: "alert" });
  const form = el("form", { class: "cr-form", novalidate: true },
    el("p", {}, `“${short(note.body, 120)}” is in ${layer.title}.`),
    setFields(app, ownSet(app)), error,
    el("div", { class: "cr-actions" }, el("button", { type: "submit", class: "cr-main" }, "Move the note"),
      button("Leave it as it is", () => app.panel.show("list", {}))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    move(app, layer, { id, etag }, error);
  });
  return { title: "Another set of notes", body: form, fields: { layer: ownSet(app) } };
});

/**
 * @param {App} app
 * @param {Layer} layer
 * @param {server.NoteVersion} note
 * @param {HTMLElement} error
 */
async function move(app, layer, note, error) {
  const { fields } = app.panel.typed();
  const goal = chosenSet(app, fields);
  const fault = setFault(fields)?.sentence ?? (goal ? null : "This set of notes is no longer there. Choose another one.");
  if (!goal || fault) {
    error.replaceChildren(el("p", {}, fault ?? ""));
    return;
  }
  try {
    const isNew = Boolean(goal.isNew);
    await server.moveNote(layer, note, { to: goal.name, ...(goal.info ? { layer_info: goal.info } : {}) }, isNew);
    await app.load();
    decided({ words: `The note is in ${app.layer(goal.name)?.title ?? goal.name} now.`, moved: { id: note.id, from: layer.name } });
    app.panel.show("list", {});
  } catch (reason) {
    error.replaceChildren(el("p", {}, refusal(reason).message));
  }
}
