/* The form for writing a note, new or existing. */

/** @import { App } from "../app.js" */
/** @import { Draft } from "../types.js" */

import { putAside } from "./aside.js";
import { button, debounced, el, setNoteHtml, short } from "../dom.js";
import { KINDS, isDirty, withTyped } from "./draft.js";
import { labelled, line, radio, radios } from "./fields.js";
import { view } from "../panel.js";
import { save } from "./save.js";
import { setFields } from "./sets.js";
import * as server from "../server.js";

view("editor", (app, values) => {
  const error = el("div", { class: "cr-error", role: "alert", id: "cr-error" });
  const text = el("textarea", { name: "body", rows: "6", required: true, "aria-describedby": "cr-markdown", "aria-label": "Your note" });
  const preview = el("div", { class: "cr-preview", "aria-label": "Preview", role: "group" });
  const submit = el("button", { type: "submit", class: "cr-main" }, values.id ? "Save changes" : "Save note");
  const form = el("form", { class: "cr-form", novalidate: true },
    about(app, values), news(app, values),
    labelled("Your note", text),
    el("p", { class: "cr-hint", id: "cr-markdown" }, "Markdown: *emphasis*, **strong**, [link](https://…), - list"),
    preview, kinds(values), layers(app, values),
    el("details", { class: "cr-more", open: Boolean(values.title || values.tags.length || values.by) },
      el("summary", {}, "Title, tags and author"),
      line("Title, a few words", "title"),
      line("Tags, separated by commas", "tags"),
      line("Author, if different from the author of the set", "by")),
    error,
    el("div", { class: "cr-actions" }, submit, button("Throw away", () => discard(app, values))),
  );
  const show = debounced(250, () => showPreview(text.value, preview));
  for (const event of ["input", "cr-filled"]) text.addEventListener(event, show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(app, values, { form, error, submit });
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  const fields = { body: values.body, kind: values.kind, layer: values.layer, title: values.title, tags: values.tags.join(", "), by: values.by };
  return { title: values.id ? "Edit note" : values.answers ? "Reply" : "New note", body: form, focus: text, fields };
});

/**
 * @param {App} app
 * @param {Draft} values
 */
function about(app, values) {
  const { target } = values;
  const answered = values.answers ? app.note(values.answers) : null;
  if (answered) return el("p", { class: "cr-about" }, "An answer to: ", el("q", {}, short(answered.body, 120)));
  const quote = target?.quote ?? values.quote;
  if (!quote) return el("p", { class: "cr-about" }, "About the whole article.");
  const span = target ? app.text.find(target) : app.spanOfNote(values.id);
  return el("div", { class: "cr-about" },
    el("blockquote", {}, quote),
    el("p", { class: "cr-hint" }, span ? app.chooser.describe(span)
      : target?.text_hash === app.article.text_hash ? `Paragraph ${target.paragraph} of the current text.`
      : "These words are no longer in the article. Select others and press “Use these words”."));
}

/**
 * A warning that the version that was opened is no longer the one in the file.
 * @param {App} app
 * @param {Draft} values
 */
function news(app, values) {
  if (!values.id) return null;
  const now = app.layer(values.layer)?.notes.find((note) => note.id === values.id);
  if (now?.etag === values.etag) return null;
  return el("p", { class: "cr-reason", role: "status" },
    "Somebody has changed or removed this note since you opened it. When you save, you can compare and choose.");
}

/** @param {Draft} values */
function kinds(values) {
  return radios("Kind", Object.entries(KINDS).map(([kind, label]) => radio("kind", kind, label, kind === values.kind)));
}

/**
 * @param {App} app
 * @param {Draft} values
 */
function layers(app, values) {
  if (values.id) {
    return el("p", { class: "cr-hint" }, `Set of notes: ${app.layer(values.layer)?.title ?? values.layer}`);
  }
  return setFields(app, values.layer);
}

/** @type {AbortController | null} */
let asking = null;

/**
 * @param {string} body
 * @param {HTMLElement} place
 */
async function showPreview(body, place) {
  asking?.abort();
  if (!body.trim()) {
    place.replaceChildren();
    return;
  }
  asking = new AbortController();
  try {
    setNoteHtml(place, (await server.preview(body, asking.signal)).html);
  } catch (error) {
    if (!server.isCancelled(error)) place.textContent = body;
  }
}

/**
 * @param {App} app
 * @param {Draft} values
 */
function discard(app, values) {
  const { fields } = app.panel.typed();
  app.panel.close();
  app.forget();
  if (isDirty(values, fields)) {
    putAside(app, { name: "editor", values: withTyped(values, fields), fields }, "The draft was thrown away.");
  }
}
