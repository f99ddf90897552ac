/* Two people changed the same note: both versions, and buttons to choose. None of the buttons loses anything. */

/** @import { App } from "../app.js" */
/** @import { Change, Said } from "../types.js" */

import { putAside } from "./aside.js";
import * as bars from "../bars.js";
import { button, el } from "../dom.js";
import { KINDS, blank } from "./draft.js";
import { view } from "../panel.js";

view("conflict", (app, { mine, theirs }) => {
  const over = () => {
    if (!theirs) return;
    // Meant for the version that is shown here; if the file has yet another one by now, that one is shown next.
    const { id, etag, kind, title, tags, by, body } = theirs;
    app.panel.show("editor", { ...mine, id, etag, base: { kind, title, tags, by, body } });
    app.panel.element.querySelector("form")?.requestSubmit();
  };
  const asNew = () => {
    const { kind, title, tags, by, body } = mine;
    app.panel.show("editor", { ...blank(app, mine.target ?? mine.where ?? null), kind, title, tags, by, body, ...layerOf(app, mine) });
    bars.say("A new note with your text. Save it when you are happy with it.");
  };
  const keepTheirs = () => {
    app.panel.close();
    app.forget();
    putAside(app, { name: "conflict", values: { mine, theirs } },
      theirs ? "The note in the file was kept. Your version was put aside." : "Your version was put aside.");
  };
  const words = theirs
    ? "Somebody changed this note in its file. Nothing of yours is lost: here are both versions."
    : "This note is no longer in its file. Your text is here.";
  return {
    title: theirs ? "This note was changed elsewhere" : "This note was removed elsewhere",
    body: [
      el("p", {}, words),
      theirs && version("In the file now", theirs, theirs.quote !== mine.quote && theirs.quote),
      version("Your version", mine, theirs?.quote !== mine.quote && mine.quote),
      el("div", { class: "cr-actions cr-column" },
        theirs && button("Save mine in its place", over, { class: "cr-main" }),
        button("Make mine a new note", asNew, theirs ? {} : { class: "cr-main" }),
        button(theirs ? "Keep the one in the file" : "Discard mine", keepTheirs)),
    ],
  };
});

/**
 * The layer of a note, if notes can be added to it.
 * @param {App} app
 * @param {Change} mine
 */
const layerOf = (app, { layer }) => (app.layer(layer)?.writable ? { layer } : {});

/**
 * @param {string} title
 * @param {Said} note
 * @param {string | false | null} quote its words, if they differ from those of the other version
 */
function version(title, note, quote) {
  return el("section", { class: "cr-version" },
    el("h3", {}, title),
    quote && el("blockquote", {}, quote),
    el("p", { class: "cr-hint" }, [KINDS[note.kind] ?? note.kind, note.title, note.by, ...note.tags].filter(Boolean).join(" · ")),
    el("pre", { tabindex: "0", role: "group", "aria-label": title }, note.body));
}
