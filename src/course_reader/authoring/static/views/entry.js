/* New entries of the glossary. */

/** @import { Fields } from "../types.js" */

import { button, el, short } from "../dom.js";
import { box, labelled, line, radio, radios } from "./fields.js";
import { KINDS, link } from "./link.js";
import { view } from "../panel.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

/** @type {Record<string, string[][]>} the dates of an entry, by its kind */
const DATES = {
  people: [["born", "Born"], ["died", "Died"]],
  agreements: [["date", "Date"]],
  organisations: [["founded", "Founded"], ["dissolved", "Dissolved"]],
  events: [["start", "From"], ["end", "To"]],
};

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
  const dates = Object.entries(DATES).map(([kind, keys]) => ({ kind, place: el("div", { class: "cr-form" },
    keys.map(([key, label]) => line(`${label}, such as 1994 or 1994-05-12`, `entryDate-${kind}-${key}`))) }));
  const draft = el("input", { type: "checkbox", name: "entryDraft", value: "yes" });
  const form = el("form", { class: "cr-form", novalidate: true },
    radios("What is it?", kinds),
    labelled("Name", name), labelled("Gloss: the text in the margin", gloss), length,
    labelled("Prose: what a reader should know, in 60 to 120 words", el("textarea", { name: "entryProse", rows: "5" })),
    line("Sources: keys of docs/sources.bib, with commas", "entrySources"),
    dates.map(({ place }) => place),
    box(draft, "A draft: no page shows it yet"),
    el("p", { class: "cr-hint" }, "It stays a draft until it has a gloss, prose and a source. course-reader check counts drafts."),
    error,
    el("div", { class: "cr-actions" }, el("button", { type: "submit", class: "cr-main" }, "Create the entry"), button("Cancel", () => app.panel.close())));
  const ask = () => {
    const chosen = form.querySelector("input[name=entryKind]:checked")?.getAttribute("value");
    for (const { kind, place } of dates) place.hidden = kind !== chosen;
  };
  for (const radioButton of form.querySelectorAll("input[name=entryKind]")) radioButton.addEventListener("cr-filled", ask);
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.name === "entryKind") ask();
  });
  form.addEventListener("input", ({ target: changed }) => {
    if (changed === draft) draft.dataset.chosen = "yes";
    if (!draft.dataset.chosen) draft.checked = !isComplete(app.panel.typed().fields);
  });
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
      const made = await server.addEntry({ ...typedEntry(fields), name: title, draft: draft.checked });
      app.panel.show("entry-made", { ...made, name: title, target, seen });
      app.expecting();
    } catch (reason) {
      error.replaceChildren(el("p", {}, refusal(reason).message));
    }
  });
  ask();
  return { title: "New entry", body: form, focus: name, fields: { entryName: target.quote.replace(/\s+/g, " "), entryDraft: "yes" } };
});

/**
 * What is typed of an entry.
 * @param {Fields} fields
 */
function typedEntry(fields) {
  const kind = fields.entryKind ?? "people";
  const dates = (DATES[kind] ?? []).map(([key]) => [key, fields[`entryDate-${kind}-${key}`]?.trim() ?? ""]).filter(([, value]) => value);
  const sources = (fields.entrySources ?? "").split(",").map((source) => source.trim()).filter(Boolean);
  return { kind, gloss: fields.entryGloss?.trim() ?? "", prose: fields.entryProse ?? "", sources, dates: Object.fromEntries(dates) };
}

/** @param {Fields} fields */
function isComplete(fields) {
  const { gloss, prose, sources } = typedEntry(fields);
  return Boolean(gloss && prose.trim() && sources.length);
}

view("entry-made", (app, { path, id, name, draft, target, seen }) => {
  const error = el("div", { class: "cr-error", role: "alert" });
  const words = short(target.quote, 40);
  const differs = name !== target.quote;
  return {
    title: "The new entry",
    body: [
      el("p", {}, "Its file is ", el("code", {}, path), "."),
      draft && el("p", {}, "It is a draft: no page shows it. Complete it in its file, and remove the line ", el("code", {}, "draft: true"), "."),
      !draft && el("p", {}, `The name “${name}” is now linked in all articles.`),
      !draft && differs && el("p", {}, `The words “${short(target.quote)}” are not its name:`),
      !draft && differs && button(`Link “${words}” to it`, () => link(app, target, { id, name }, seen, error)),
      error,
    ],
  };
});
