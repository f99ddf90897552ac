/* Two people changed the same note: both versions, and buttons to choose. None of the buttons loses anything. */

/** @import { Said } from "../types.js" */

import { putAside } from "./aside.js";
import * as bars from "../bars.js";
import { button, el } from "../dom.js";
import { KINDS, blank, said } from "./draft.js";
import { view } from "../panel.js";

view("conflict", (app, { mine, theirs }) => {
  const over = () => {
    const note = app.note(mine.id);
    app.panel.show("editor", note ? { ...mine, base: said(app.layerOf(mine.id), note) } : mine);
    app.panel.element.querySelector("form")?.requestSubmit();
  };
  const asNew = () => {
    const { kind, tags, by, body, layer } = mine;
    app.panel.show("editor", { ...blank(app, mine.target ?? app.targetOfNote(mine.id)), kind, tags, by, body, layer });
    bars.say("A new note with your text. Save it when you are happy with it.");
  };
  const keepTheirs = () => {
    app.panel.close();
    app.forget();
    putAside(app, { name: "conflict", values: { mine, theirs } },
      theirs ? "The note in the file was kept. Your version was put aside." : "Your version was put aside.");
  };
  const words = theirs
    ? "Somebody changed this note in its file while you were writing. Nothing was overwritten. Here are both versions."
    : "Somebody removed this note from its file while you were writing. Your text is here.";
  return {
    title: "This note was changed elsewhere",
    body: [
      el("p", {}, words),
      theirs && version("In the file now", theirs),
      version("Your version", mine),
      el("div", { class: "cr-actions cr-column" },
        theirs && button("Save mine in its place", over, { class: "cr-main" }),
        button("Make mine a new note", asNew, theirs ? {} : { class: "cr-main" }),
        button(theirs ? "Keep the one in the file" : "Discard mine", keepTheirs)),
    ],
  };
});

/**
 * @param {string} title
 * @param {Said} note
 */
function version(title, note) {
  return el("section", { class: "cr-version" },
    el("h3", {}, title),
    el("p", { class: "cr-hint" }, [KINDS[note.kind] ?? note.kind, note.by, ...note.tags].filter(Boolean).join(" · ")),
    el("pre", { tabindex: "0", role: "group", "aria-label": title }, note.body));
}
