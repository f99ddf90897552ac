/* What outlives a reload of the page: the draft, the open view, the scroll position. A draft also outlives its tab. */

/** @import { LayerInfo } from "./messages.js" */
/** @import { Kept, Look, Memory } from "./types.js" */

import { docname } from "./server.js";

const KEY = `cr:${docname}`;
const CHOICES = "cr:choices";
const LEFT = `cr:left:${docname}:`;

/**
 * @param {Storage} storage
 * @param {string} key
 */
function read(storage, key) {
  try { return JSON.parse(storage.getItem(key) ?? "{}") ?? {}; } catch { return {}; }
}

/**
 * @param {Storage} storage
 * @param {string} key
 * @param {object} value
 */
function write(storage, key, value) {
  try { storage.setItem(key, JSON.stringify(value)); } catch { /* a browser may refuse to remember */ }
}

/**
 * Everything that was remembered of this page.
 * @returns {Memory}
 */
export const recall = () => read(sessionStorage, KEY);

/** Remember more of this page; a value of undefined is forgotten. */
export const remember = (/** @type {Memory} */ values) => write(sessionStorage, KEY, { ...recall(), ...values });

/** @typedef {LayerInfo & { name: string }} OwnSet */
/** @typedef {{ own?: OwnSet, kind?: string }} Choices */

/**
 * One's own set of notes and the kind that was chosen last, on any page.
 * @returns {Choices}
 */
export const choices = () => read(localStorage, CHOICES);
export const choose = (/** @type {Choices} */ values) => write(localStorage, CHOICES, { ...choices(), ...values });

/** The name of this tab among those that have left a draft. */
function tab() {
  const { tab: known } = recall();
  const name = known ?? Math.random().toString(36).slice(2);
  if (!known) remember({ tab: name });
  return name;
}

/**
 * The keys under which closed tabs have left drafts. Each tab has its own: tabs that close at once cannot read what the
 * others write.
 */
function leftKeys() {
  try { return Object.keys(localStorage).filter((key) => key.startsWith(LEFT)).sort(); } catch { return []; }
}

/** @param {string} key */
function forget(key) {
  try { localStorage.removeItem(key); } catch { /* it was not written either */ }
}

/**
 * Leave the draft of this tab for the next visit when the tab is closed; null leaves none. Those of others stay.
 * @param {Kept | null} draft
 */
export function leaveDraft(draft) {
  if (draft) write(localStorage, LEFT + tab(), draft);
  else forget(LEFT + tab());
}

/**
 * Take a draft that a closed tab has left; the others wait for the next time. Null if there is none.
 * @returns {Kept | null}
 */
export function takeLeftDraft() {
  for (const key of leftKeys()) {
    /** @type {Partial<Kept>} */
    const draft = read(localStorage, key);
    forget(key);
    if (draft.values && draft.fields) return { ...draft, values: draft.values, fields: draft.fields };
  }
  return null;
}

const wordsOf = (/** @type {Element} */ paragraph) => paragraph.textContent.replace(/^\s*\d+\s*/, "").slice(0, 120);
const paragraphs = () => [...document.querySelectorAll(".para[id]")];

/**
 * The topmost paragraph in sight by its first words, and its distance from the top of the window.
 * @returns {Look}
 */
export function lookedAt() {
  const top = paragraphs().find((p) => p.getBoundingClientRect().bottom > 0);
  return top ? { words: wordsOf(top), id: top.id, top: top.getBoundingClientRect().top } : { top: -scrollY };
}

/**
 * Scroll to where the reader looked before; the paragraph may have another number by now.
 * @param {Look} look
 */
export function lookAt({ words, id, top }) {
  const element = words && (paragraphs().find((p) => wordsOf(p) === words) ?? document.getElementById(id ?? ""));
  scrollTo({ top: element ? element.getBoundingClientRect().top + scrollY - top : -top, behavior: "instant" });
}
