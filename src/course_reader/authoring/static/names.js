/* Names: what is linked to which entry, saying that it is somebody else or nobody, and new entries. */

import { button, debounced, el, short } from "./dom.js";
import { tabs } from "./list.js";
import { view } from "./panel.js";
import * as server from "./server.js";

const KINDS = { people: "Person", places: "Place", agreements: "Agreement", organisations: "Organisation", events: "Event", terms: "Term" };
const LONG_GLOSS = 30; // words of a gloss at most

const TRIES = 12; // half seconds that a new entry is waited for

const kindWord = (kind) => (KINDS[kind] ?? kind).toLowerCase();

view("names", (app) => {
  const field = el("input", { name: "namesFilter", type: "search", autocomplete: "off" });
  const list = el("ol", { class: "cr-names" }, app.article.mentions.map((mention) => el("li", {},
    el("span", {}, el("strong", {}, mention.text), ` → ${mention.name}, ${kindWord(mention.kind)}`, mention.paragraph ? `, paragraph ${mention.paragraph}` : ""),
    button("Change", () => app.name(app.text.spanAt(mention.start, mention.end)), { "aria-label": `Change: ${mention.text}, paragraph ${mention.paragraph}` }))));
  const narrow = () => {
    const words = field.value.trim().toLowerCase();
    for (const row of list.children) row.hidden = words && !row.firstChild.textContent.toLowerCase().includes(words);
  };
  for (const event of ["input", "cr-filled"]) field.addEventListener(event, narrow);
  return {
    title: "Names",
    body: [
      tabs(app, "names"),
      el("p", { class: "cr-hint" }, "These words are linked to an entry of the glossary. To link others, select them in the article and press “Name …”."),
      el("label", { class: "cr-field" }, el("span", {}, "Find"), field),
      list,
    ],
  };
});

/** The mention that a place overlaps, if it is one only. */
function mentionAt(app, { start, end }) {
  const found = app.article.mentions.filter((m) => m.start < end && m.end > start);
  return found.length === 1 ? found[0] : null;
}

view("name", (app, { target }) => {
  if (target.start == null) {
    return { title: "Name", body: el("p", {}, "The page shows these words otherwise than the article's file; reload the page, and try again.") };
  }
  const mention = mentionAt(app, target);
  const isExact = mention && mention.start === target.start && mention.end === target.end;
  const error = el("div", { class: "cr-error", role: "alert" });
  const search = el("input", { name: "entrySearch", type: "search", autocomplete: "off", "aria-describedby": "cr-found" });
  const found = el("div", { class: "cr-suggestions", id: "cr-found", role: "status" });
  const which = () => (app.panel.state().fields.which === "selected" || !mention ? target : mention);
  const look = debounced(200, () => findEntries(search.value, found, (entry) => link(app, which(), entry, error)));
  for (const event of ["input", "cr-filled"]) search.addEventListener(event, look);
  const state = mention ? `“${mention.text}”${where(mention)} is linked to ${mention.name} (${kindWord(mention.kind)}).`
    : `“${short(target.quote)}”${where(target)} is linked to no entry.`;
  return {
    title: "Name",
    body: [
      el("p", {}, state),
      mention && button(`This name is not ${mention.name}: no link`, () => link(app, mention, { id: "none", name: "no entry" }, error)),
      mention && !isExact && el("fieldset", { class: "cr-kinds" }, el("legend", {}, "Which words are the name?"),
        radio("which", "mention", `“${mention.text}”`, true), radio("which", "selected", `“${short(target.quote, 40)}”`)),
      error,
      el("label", { class: "cr-field" }, el("span", {}, mention ? "This name is somebody or something else:" : "This name is:"), search),
      found,
      button("New entry from these words", () => app.panel.show("entry", { target: which() === target ? target : app.text.describeAt(mention.start, mention.end) })),
    ],
    focus: search,
    fields: { entrySearch: mention ? "" : target.quote },
  };
});

const where = ({ paragraph }) => (paragraph ? `, paragraph ${paragraph},` : "");

function radio(name, value, words, checked = false) {
  return el("label", { class: "cr-pill" }, el("input", { type: "radio", name, value, checked }), el("span", {}, words));
}

let asking = null;

async function findEntries(words, place, use) {
  asking?.abort();
  if (!words.trim()) {
    place.replaceChildren();
    return;
  }
  asking = new AbortController();
  try {
    const { entries } = await server.findEntries(words.trim(), asking.signal);
    place.replaceChildren(...entries.map((entry) => button(
      [el("strong", {}, entry.name), ` ${kindWord(entry.kind)}`, entry.gloss && el("span", { class: "cr-hint" }, short(entry.gloss, 90))],
      () => use(entry))), entries.length ? "" : el("p", { class: "cr-hint" }, "No entry has such a name."));
  } catch (error) {
    if (error.name !== "AbortError") place.replaceChildren(el("p", {}, error.message));
  }
}

/** Do something with an entry; one that was just made is known only after the next build. */
async function patiently(send) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send();
    } catch (refusal) {
      if (refusal.code !== "no-entry" || tries === TRIES) throw refusal;
      await new Promise((done) => { setTimeout(done, 500); });
    }
  }
}

/** Say which entry some words name; it is written into the article's front matter. */
async function link(app, place, entry, error) {
  const send = () => server.setMention(
    { start: place.start, end: place.end, text_hash: app.article.text_hash, entry: entry.id }, app.article.etag);
  const hash = app.article.text_hash;
  try {
    const { line } = await patiently(send).catch(async (refusal) => {
      if (refusal.status !== 412) throw refusal;
      await app.load();
      if (app.article.text_hash !== hash) throw refusal;
      return send();
    });
    app.panel.close();
    const told = Object.entries(line).map(([key, value]) => `${key}: ${value}`).join(", ");
    app.tell(`Written into the article's mentions: ${told}.`);
  } catch (refusal) {
    error.replaceChildren(el("p", {}, refusal.message));
  }
}

// -- new entries ----------------------------------------------------------------------------------------------------

view("entry", (app, { target }) => {
  const error = el("div", { class: "cr-error", role: "alert" });
  const name = el("input", { name: "entryName", required: true, autocomplete: "off" });
  const gloss = el("textarea", { name: "entryGloss", rows: "3", "aria-describedby": "cr-length" });
  const length = el("p", { class: "cr-hint", id: "cr-length" });
  const measure = () => {
    const words = gloss.value.split(/\s+/).filter(Boolean).length;
    length.textContent = `${words} of at most ${LONG_GLOSS} words. It may also be written later.`;
    length.classList.toggle("cr-error", words > LONG_GLOSS);
  };
  for (const event of ["input", "cr-filled"]) gloss.addEventListener(event, measure);
  const kinds = Object.entries(KINDS).map(([kind, word]) => radio("entryKind", kind, word, kind === "people"));
  const form = el("form", { class: "cr-form", novalidate: true },
    el("fieldset", { class: "cr-kinds" }, el("legend", {}, "What is it?"), kinds),
    el("label", { class: "cr-field" }, el("span", {}, "Name"), name),
    el("label", { class: "cr-field" }, el("span", {}, "Gloss: what stands in the margin"), gloss), length, error,
    el("div", { class: "cr-actions" }, el("button", { type: "submit", class: "cr-main" }, "Make the entry"), button("Cancel", () => app.panel.close())));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { fields } = app.panel.state();
    if (!fields.entryName.trim()) {
      error.replaceChildren(el("p", {}, "Give the entry a name."));
      name.focus();
      return;
    }
    try {
      const entry = { kind: fields.entryKind, name: fields.entryName.trim(), gloss: fields.entryGloss.trim() || undefined };
      const { path, id } = await server.addEntry(entry);
      app.panel.show("entry-made", { path, id, name: entry.name, target });
      app.expecting();
    } catch (refusal) {
      error.replaceChildren(el("p", {}, refusal.message));
    }
  });
  return { title: "New entry", body: form, focus: name, fields: { entryName: target.quote.replace(/\s+/g, " ") } };
});

view("entry-made", (app, { path, id, name, target }) => {
  const error = el("div", { class: "cr-error", role: "alert" });
  const differs = name !== target.quote;
  return {
    title: "The entry is made",
    body: [
      el("p", {}, "Its file is ", el("code", {}, path), ". Write its prose and its sources there."),
      el("p", {}, `The name “${name}” is now found in all articles.`),
      differs && el("p", {}, `The words “${short(target.quote)}” are not its name:`),
      differs && button(`Link “${short(target.quote, 40)}” to it`, () => link(app, target, { id, name }, error)),
      error,
    ],
  };
});
