/* Writing a note: new, or one that is there. Also what is done when the server refuses it. */

import * as bars from "./bars.js";
import { button, debounced, el, setNoteHtml } from "./dom.js";
import { choices, choose, recall, remember } from "./memory.js";
import { view } from "./panel.js";
import * as server from "./server.js";

export const KINDS = { comment: "Comment", question: "Question", correction: "Correction", context: "Context" };
const NEW_LAYER = "+";

/** What a new note begins with. */
export function blank(app, target) {
  const { layer, kind } = choices();
  const layers = app.article.layers.filter((l) => l.writable);
  const chosen = layers.find((l) => l.name === layer) ?? layers[0];
  return { target, layer: chosen?.name ?? NEW_LAYER, kind: kind in KINDS ? kind : "comment", tags: [], by: "", body: "" };
}

/** What a note says; the author of its layer need not be named. */
export function said(layer, note) {
  const by = note.by && note.by !== layer.author ? note.by : "";
  return { kind: note.kind, tags: [...(note.tags ?? [])], by, body: note.body };
}

/** What the editor of a note begins with. */
export function editing(layer, note) {
  const base = said(layer, note);
  return { id: note.id, layer: layer.name, target: null, quote: note.quote ?? null, ...base, base };
}

/** Whether two versions of a note say the same. */
export function same(a, b) {
  return a.body === b.body && a.kind === b.kind && a.by === b.by && JSON.stringify(a.tags) === JSON.stringify(b.tags);
}

/** Whether typed fields say anything that would be lost. */
export function isDirty(values, fields) {
  if (!fields) return false;
  const body = fields.body ?? "";
  return values.base ? body !== values.base.body || fields.kind !== values.base.kind || fields.tags !== values.base.tags.join(", ")
    : body.trim() !== "";
}

view("editor", (app, values) => {
  const error = el("div", { class: "cr-error", role: "alert", id: "cr-error" });
  const text = el("textarea", { name: "body", rows: "6", required: true, "aria-describedby": "cr-markdown", "aria-label": "Your note" });
  const preview = el("div", { class: "cr-preview", "aria-label": "Preview", role: "group" });
  const form = el("form", { class: "cr-form", novalidate: true },
    about(app, values),
    el("label", { class: "cr-field" }, el("span", {}, "Your note"), text),
    el("p", { class: "cr-hint", id: "cr-markdown" }, "Markdown: *emphasis*, **strong**, [link](https://…), - list"),
    preview, kinds(values), layers(app, values),
    el("details", { class: "cr-more", open: Boolean(values.tags.length || values.by) },
      el("summary", {}, "Tags and author"),
      field("Tags, with commas between", "tags"),
      field("Written by, if not the layer's author", "by")),
    error,
    el("div", { class: "cr-actions" },
      el("button", { type: "submit", class: "cr-main" }, values.id ? "Save changes" : "Save note"),
      button("Throw away", () => discard(app, values))),
  );
  const show = debounced(250, () => showPreview(text.value, preview));
  for (const event of ["input", "cr-filled"]) text.addEventListener(event, show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(app, values, form);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  const fields = { body: values.body, kind: values.kind, layer: values.layer, tags: values.tags.join(", "), by: values.by };
  return { title: values.id ? "Edit note" : "New note", body: form, focus: text, fields };
});

function about(app, values) {
  const quote = values.target?.quote ?? values.quote;
  if (!quote) return el("p", { class: "cr-about" }, "About the whole article.");
  const span = values.target ? app.text?.find(values.target) : app.spanOfNote(values.id);
  return el("div", { class: "cr-about" },
    el("blockquote", {}, quote),
    el("p", { class: "cr-hint" }, span ? app.chooser.describe(span)
      : values.target?.text_hash === app.article.text_hash ? `Paragraph ${values.target.paragraph}, in the text as it is now.`
      : "These words do not stand in the article any more. Select others, and press “Use these words”."));
}

function kinds(values) {
  const choice = ([kind, label]) => el("label", { class: "cr-pill" },
    el("input", { type: "radio", name: "kind", value: kind, checked: kind === values.kind }), el("span", {}, label));
  return el("fieldset", { class: "cr-kinds" }, el("legend", {}, "Kind"), Object.entries(KINDS).map(choice));
}

function layers(app, values) {
  if (values.id) {
    return el("p", { class: "cr-hint" }, `Layer: ${app.layer(values.layer)?.title ?? values.layer}`);
  }
  const options = app.article.layers.map((layer) => el("option", { value: layer.name, disabled: !layer.writable },
    layer.title + (layer.title !== layer.name ? ` (${layer.name})` : "") + (layer.writable ? "" : `: ${layer.problem || "cannot be written"}`)));
  const select = el("select", { name: "layer" }, options, el("option", { value: NEW_LAYER }, "A new layer …"));
  const fresh = el("fieldset", { class: "cr-new-layer" },
    el("legend", {}, "New layer"),
    field("Its title, for example: Notes of Lena Holm", "layerTitle"),
    field("Whose notes these are", "layerAuthor"),
    el("label", { class: "cr-field" }, el("span", {}, "Who may see them"), el("select", { name: "layerAudience" },
      el("option", { value: "public" }, "Everybody"), el("option", { value: "class" }, "The class: only builds for it"))));
  const toggle = () => { fresh.hidden = select.value !== NEW_LAYER; };
  for (const event of ["change", "cr-filled"]) select.addEventListener(event, toggle);
  select.value = values.layer;
  toggle();
  return [el("label", { class: "cr-field" }, el("span", {}, "Layer"), select), fresh];
}

function field(label, name) {
  return el("label", { class: "cr-field" }, el("span", {}, label), el("input", { name, autocomplete: "off" }));
}

let asking = null;

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
    if (error.name !== "AbortError") place.textContent = body;
  }
}

// -- saving ---------------------------------------------------------------------------------------------------------

function typed(fields) {
  const tags = fields.tags.split(",").map((tag) => tag.trim()).filter(Boolean);
  return { kind: fields.kind, body: fields.body.trimEnd(), by: fields.by.trim(), tags };
}

/** What is sent: a new note whole, of an old one what was changed. */
function sent(note, values) {
  const whole = { ...note, by: note.by || null };
  if (!values.id) return { ...whole, target: values.target };
  const differs = (key) => JSON.stringify(note[key]) !== JSON.stringify(values.base[key]);
  const changes = Object.fromEntries(Object.entries(whole).filter(([key]) => differs(key)));
  return values.target ? { ...changes, target: values.target } : changes;
}

function layerFor(app, fields, values) {
  if (values.id || fields.layer !== NEW_LAYER) return app.layer(fields.layer ?? values.layer);
  const title = fields.layerTitle.trim();
  const stem = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "notes";
  let name = stem;
  for (let n = 2; app.layer(name); n += 1) name = `${stem}-${n}`;
  const info = { title, author: fields.layerAuthor.trim() || null, audience: fields.layerAudience, language: document.documentElement.lang || "en" };
  return { name, etag: null, info };
}

/** Write the note that is typed; what the server says decides what is shown next. */
async function save(app, values, form) {
  const { fields } = app.panel.state();
  const fault = !fields.body.trim() ? ["body", "Write the note first."]
    : !values.id && fields.layer === NEW_LAYER && !fields.layerTitle.trim() ? ["layerTitle", "Give the new layer a title."] : null;
  if (fault) {
    complain(form, fault[1]);
    form.elements[fault[0]].focus();
    return;
  }
  const note = sent(typed(fields), values);
  if (values.id && !Object.keys(note).length) {
    app.panel.close();
    app.forget();
    return;
  }
  const submit = form.querySelector(".cr-main");
  submit.disabled = true;
  try {
    const answer = await write(app, layerFor(app, fields, values), note, values);
    written(app, answer.note, fields);
  } catch (error) {
    await refused(app, error, values, fields, form);
  } finally {
    submit.disabled = false;
  }
}

/** Write a note, once more with the file's new state if only other notes have changed in it. */
async function write(app, layer, note, values) {
  const send = (at) => (values.id ? server.changeNote(at, values.id, note)
    : server.addNote(at, at.info ? { ...note, layer_info: at.info } : note));
  try {
    return await send(layer);
  } catch (error) {
    if (error.status !== 412) throw error;
    await app.load();
    const now = app.layer(layer.name);
    if (!now) throw error;
    if (now.problem) throw Object.assign(error, { status: 0, message: `The file of this layer cannot be used now: ${now.problem}` });
    const inFile = values.id && app.note(values.id);
    const theirs = inFile ? said(now, inFile) : null;
    if (values.id && (!theirs || !same(theirs, values.base))) throw Object.assign(error, { theirs });
    return send(now);
  }
}

function written(app, note, fields) {
  choose({ kind: fields.kind, ...(fields.layer && fields.layer !== NEW_LAYER ? { layer: fields.layer } : {}) });
  app.panel.close();
  app.forget();
  app.arriving(note.id);
}

async function refused(app, error, values, fields, form) {
  const kept = { ...values, ...pick(fields, values) };
  if (error.status === 412 && values.id) {
    app.panel.show("conflict", { mine: kept, theirs: error.theirs ?? null });
  } else if (error.status === 422 && error.data.suggestions) {
    // The places are those of the text as it is now.
    await app.load().catch(() => {});
    complain(form, error.message, error.data.suggestions.map((place) => button(
      `“${place.text}”${place.paragraph ? `, paragraph ${place.paragraph}` : ""}`,
      () => app.aim(app.text.describeAt(place.start, place.end)),
    )));
  } else complain(form, error.message);
}

/** The values of an editor with what is typed now. */
function pick(fields, values) {
  return { ...typed(fields), body: fields.body, layer: fields.layer ?? values.layer };
}

function complain(form, sentence, buttons = []) {
  form.querySelector(".cr-error").replaceChildren(el("p", {}, sentence),
    buttons.length ? el("p", {}, "Did you mean one of these places?") : "", el("div", { class: "cr-suggestions" }, buttons));
}

function discard(app, values) {
  const { fields } = app.panel.state();
  const kept = { name: "editor", values: { ...values, ...pick(fields, values) }, fields };
  app.panel.close();
  app.forget();
  if (isDirty(values, fields)) putAside(app, kept, "The draft was thrown away.");
}

/** Keep a view that was thrown away, until it is brought back or its bar is closed. */
export function putAside(app, kept, words) {
  remember({ aside: { kept, words } });
  offerAside(app);
}

/** The bar that brings back what was thrown away. */
export function offerAside(app) {
  const { aside } = recall();
  if (!aside) return;
  const { kept, words } = aside;
  const end = () => remember({ aside: undefined });
  const back = () => {
    bars.hide("aside");
    end();
    app.panel.show(kept.name, kept.values);
    app.panel.fill(kept.fields ?? {});
    app.panel.keep();
  };
  bars.show("aside", words, { actions: [button("Bring it back", back)], onClose: end });
}
