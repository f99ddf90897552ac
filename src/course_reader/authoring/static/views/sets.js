/* Sets of notes: whose they are, how they look, and the one that a person writes into. */

/** @import { App } from "../app.js" */
/** @import { Layer, LayerInfo } from "../messages.js" */
/** @import { LayerFile } from "../server.js" */
/** @import { Fields } from "../types.js" */

import { el } from "../dom.js";
import { labelled, line } from "./fields.js";
import { choices } from "../memory.js";

/** The choice of a set that does not exist yet. */
export const NEW_LAYER = "+";

/** @type {Record<string, string>} */
export const COLOURS = { blue: "Blue", green: "Green", red: "Red", violet: "Violet", brown: "Brown", grey: "Grey" };

/** @type {Record<string, string>} who alone sees a set */
const ONLY = { class: "class only", teacher: "teachers only" };

/** The first letters of up to two words of a name. */
const lettersOf = (/** @type {string} */ name) =>
  (name.match(/[\p{L}\p{N}]+(?:[’'-]\p{L}+)*/gu) ?? []).slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");

/** @typedef {Pick<Layer, "name" | "title" | "author" | "audience" | "colour" | "initials">} Look */

export const initialsOf = (/** @type {Look} */ set) => set.initials || lettersOf(set.author || set.title);

/** The colour of a set: its own, or one that its name gives. */
export function colourOf(/** @type {Look} */ { name, colour }) {
  const names = Object.keys(COLOURS);
  return colour && colour in COLOURS ? colour : names[[...name].reduce((sum, letter) => (31 * sum + (letter.codePointAt(0) ?? 0)) % 997, 7) % names.length];
}

/**
 * The initials of a set in its colour, and a badge if only the class sees it.
 * @param {Look} set
 */
export function badges(set) {
  return [
    el("span", { class: `cr-initials cr-set-${colourOf(set)}`, "aria-hidden": "true" }, initialsOf(set)), " ",
    set.audience !== "public" && el("span", { class: "cr-badge" }, ONLY[set.audience] ?? ONLY.class), " ",
  ];
}

/** @typedef {LayerFile & { info?: LayerInfo }} Goal the set to write to, with `info` if it is new */

/**
 * The fields that ask into which set a new note goes. Until somebody has said who is writing, they ask that first.
 * @param {App} app
 * @param {string} chosen
 */
export function setFields(app, chosen) {
  const { own } = choices();
  const here = app.article.layers;
  const options = here.map((layer) => el("option", { value: layer.name, disabled: !layer.writable },
    layer.title + (layer.title !== layer.name ? ` (${layer.name})` : "") + (layer.audience === "public" ? "" : `, ${ONLY[layer.audience] ?? ONLY.class}`)
      + (layer.writable ? "" : `: ${layer.problem || "cannot be changed"}`)));
  const mine = own && !app.layer(own.name) && el("option", { value: own.name }, `${own.title}: yours, new on this article`);
  const select = el("select", { name: "layer" }, options, mine || [], el("option", { value: NEW_LAYER }, "A new set of notes …"));
  const colours = [["", "By its name"], ...Object.entries(COLOURS)].map(([value, words]) => el("option", { value }, words));
  const fresh = el("fieldset", { class: "cr-new-layer" },
    el("legend", {}, own ? "New set of notes" : "Who is writing? This is asked only once"),
    line("Your name, the author of these notes", "layerAuthor"),
    line("Title, for example: Lena Holm’s notes", "layerTitle"),
    labelled("Who may see them", el("select", { name: "layerAudience" },
      el("option", { value: "class" }, "The class: only in builds for it"), el("option", { value: "teacher" }, "Teachers: only in builds for them"),
      el("option", { value: "public" }, "Everyone"))),
    el("details", {}, el("summary", {}, "Colour and initials"),
      labelled("Colour", el("select", { name: "layerColour" }, colours)), line("Initials, at most four letters", "layerInitials")));
  const toggle = () => { fresh.hidden = select.value !== NEW_LAYER; };
  for (const event of ["change", "cr-filled"]) select.addEventListener(event, toggle);
  select.value = chosen;
  toggle();
  return [labelled(own ? "Set of notes" : "Into which set of notes?", select), fresh];
}

/**
 * The set that a new note goes into by itself: one's own, also where an article has none of one's own yet.
 * @param {App} app
 */
export function ownSet(app) {
  const { own } = choices();
  return own && (app.layer(own.name)?.writable ?? true) ? own.name : NEW_LAYER;
}

/**
 * Why the chosen set cannot be used yet.
 * @param {Fields} fields
 */
export function setFault(fields) {
  const lacks = fields.layer === NEW_LAYER && !fields.layerTitle?.trim() && !fields.layerAuthor?.trim();
  return lacks ? { field: "layerAuthor", sentence: "Say who is writing, or give the new set of notes a title." } : null;
}

/**
 * The set that was chosen; a new one gets a name that is made from its title. Null if it is not there any more.
 * @param {App} app
 * @param {Fields} fields
 * @returns {Goal | null}
 */
export function chosenSet(app, fields) {
  const { own } = choices();
  const known = app.layer(fields.layer ?? "");
  if (known) return known;
  if (own && fields.layer === own.name) {
    const { name, ...info } = own;
    return { name, isNew: true, info };
  }
  if (fields.layer !== NEW_LAYER) return null;
  const author = (fields.layerAuthor ?? "").trim() || null;
  const title = (fields.layerTitle ?? "").trim() || `${author}’s notes`;
  const stem = ((fields.layerTitle ?? "").trim() || (author ?? title)).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "notes";
  let name = stem;
  for (let n = 2; app.layer(name); n += 1) name = `${stem}-${n}`;
  const look = { colour: fields.layerColour || null, initials: [...(fields.layerInitials ?? "").trim()].slice(0, 4).join("") || null };
  const info = { title, author, audience: fields.layerAudience ?? "class", language: document.documentElement.lang || "en", ...look };
  return { name, isNew: true, info };
}

/**
 * What is remembered of the set that somebody has written into: from then on it is one's own.
 * @param {App} app
 * @param {Goal} goal
 */
export function asOwn(app, goal) {
  const there = goal.info ?? app.layer(goal.name);
  if (!there) return {};
  const { title, author, audience, language, colour = null, initials = null } = there;
  return { own: { name: goal.name, title, author, audience, language, colour, initials } };
}

/**
 * The rules that give the notes of each set with a colour this colour on the page.
 * @param {App} app
 */
export function setColours(app) {
  return app.article.layers.filter(({ colour }) => colour && colour in COLOURS).flatMap((layer) =>
    layer.notes.map(({ id }) => {
      const name = CSS.escape(id);
      return `#${name}.note, #${name}-listed, .note-mark[data-note="${name}"] { --note: light-dark(var(--cr-on-light-${layer.colour}), var(--cr-on-dark-${layer.colour})); }`;
    })).join("\n");
}
