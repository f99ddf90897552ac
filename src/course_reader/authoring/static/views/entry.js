/* New entries of the glossary. */

import { button, el, short } from "../dom.js";
import { labelled, radio, radios } from "./fields.js";
import { KINDS, link } from "./link.js";
import { view } from "../panel.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

const LONG_GLOSS = 30; // the most words that a gloss may have

view("entry", (app, { target, seen }) => {
  const error = el("div", { class: "cr-error", role: "alert" });
  const name = el("input", { name: "entryName", required: true, autocomplete: "off" });
  const gloss = el("textarea", { name: "entryGloss", rows: "3", "aria-describedby": "cr-length" });
  const length = el("p", { class: "cr-hint", id: "cr-length" });
  const measure = () => {
    const words = gloss.value.split(/\s+/).filter(Boolean).length;
    length.textContent = `${words} of at most ${LONG_GLOSS} words. You can also write it later.`;
    length.classList.toggle("cr-error", words > LONG_GLOSS);
  };
  for (const event of ["input", "cr-filled"]) gloss.addEventListener(event, measure);
  const kinds = Object.entries(KINDS).map(([kind, word]) => radio("entryKind", kind, word, kind === "people"));
  const form = el("form", { class: "cr-form", novalidate: true },
    radios("What is it?", kinds),
    labelled("Name", name), labelled("Gloss: the text in the margin", gloss), length, error,
    el("div", { class: "cr-actions" }, el("button", { type: "submit", class: "cr-main" }, "Create the entry"), button("Cancel", () => app.panel.close())));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { fields } = app.panel.typed();
    const title = fields.entryName?.trim();
    if (!title) {
      error.replaceChildren(el("p", {}, "Give the entry a name."));
      name.focus();
      return;
    }
    try {
      const entry = { kind: fields.entryKind ?? "people", name: title, gloss: fields.entryGloss?.trim() || undefined };
      const { path, id } = await server.addEntry(entry);
      app.panel.show("entry-made", { path, id, name: title, target, seen });
      app.expecting();
    } catch (reason) {
      error.replaceChildren(el("p", {}, refusal(reason).message));
    }
  });
  return { title: "New entry", body: form, focus: name, fields: { entryName: target.quote.replace(/\s+/g, " ") } };
});

view("entry-made", (app, { path, id, name, target, seen }) => {
  const error = el("div", { class: "cr-error", role: "alert" });
  const words = short(target.quote, 40);
  const differs = name !== target.quote;
  return {
    title: "The new entry",
    body: [
      el("p", {}, "Its file is ", el("code", {}, path), ". Add its text and its sources there."),
      el("p", {}, `The name “${name}” is now linked in all articles.`),
      differs && el("p", {}, `The words “${short(target.quote)}” are not its name:`),
      differs && button(`Link “${words}” to it`, () => link(app, target, { id, name }, seen, error)),
      error,
    ],
  };
});
