/* Two people changed one note: both versions, and what to do with them. Nothing is lost by any of the buttons. */

import * as bars from "./bars.js";
import { button, el } from "./dom.js";
import { KINDS, blank, putAside, said } from "./editor.js";
import { view } from "./panel.js";

view("conflict", (app, { mine, theirs }) => {
  const over = () => {
    const note = app.note(mine.id);
    app.panel.show("editor", note ? { ...mine, base: said(app.layer(mine.layer), note) } : mine);
    app.panel.element.querySelector("form").requestSubmit();
  };
  const asNew = () => {
    const target = mine.target ?? app.targetOfNote(mine.id) ?? null;
    app.panel.show("editor", { ...blank(app, target), ...pickSaid(mine), layer: mine.layer });
    bars.say("A new note with your words. Save it when it is right.");
  };
  const keepTheirs = () => {
    app.panel.close();
    app.forget();
    putAside(app, { name: "conflict", values: { mine, theirs } }, "The note stays as it is in the file. Your version was put aside.");
  };
  const words = theirs
    ? "While you wrote, somebody changed this note in its file. Nothing was overwritten. Here are both versions."
    : "While you wrote, somebody took this note out of its file. Your words are here.";
  return {
    title: "This note was changed elsewhere",
    body: [
      el("p", {}, words),
      theirs && version("In the file now", theirs),
      version("Yours", mine),
      el("div", { class: "cr-actions cr-column" },
        theirs && button("Save mine in its place", over, { class: "cr-main" }),
        button("Make mine a new note", asNew, theirs ? {} : { class: "cr-main" }),
        button(theirs ? "Keep the one in the file" : "Let it go", keepTheirs)),
    ],
  };
});

const pickSaid = ({ kind, tags, by, body }) => ({ kind, tags, by, body });

function version(title, note) {
  return el("section", { class: "cr-version" },
    el("h3", {}, title),
    el("p", { class: "cr-hint" }, [KINDS[note.kind] ?? note.kind, note.by, ...(note.tags ?? [])].filter(Boolean).join(" · ")),
    el("pre", { tabindex: "0", role: "group", "aria-label": title }, note.body));
}
