/* What outlives a reload of the page: the draft, the open view, where the reader looked. A draft outlives its tab too. */

import { docname } from "./server.js";

const KEY = `cr:${docname}`;
const CHOICES = "cr:choices";
const LEFT = `cr:left:${docname}`;

function read(storage, key) {
  try { return JSON.parse(storage.getItem(key)) ?? {}; } catch { return {}; }
}

function write(storage, key, value) {
  try { storage.setItem(key, JSON.stringify(value)); } catch { /* a browser may refuse to remember */ }
}

/** What was remembered of this page. */
export const recall = () => read(sessionStorage, KEY);

/** Remember more of this page; a value of undefined is forgotten. */
export const remember = (values) => write(sessionStorage, KEY, { ...recall(), ...values });

/** What the instructor chose last, on any page: layer and kind. */
export const choices = () => read(localStorage, CHOICES);
export const choose = (values) => write(localStorage, CHOICES, { ...choices(), ...values });

/** A draft that stays when its tab is closed; without a draft none stays. */
export function leaveDraft(draft) {
  if (draft) write(localStorage, LEFT, draft);
  else try { localStorage.removeItem(LEFT); } catch { /* it was not written either */ }
}

/** The draft that a closed tab left; null if none. */
export function leftDraft() {
  const draft = read(localStorage, LEFT);
  return draft.values ? draft : null;
}

const wordsOf = (paragraph) => paragraph.textContent.replace(/^\s*\d+\s*/, "").slice(0, 120);
const paragraphs = () => [...document.querySelectorAll(".para[id]")];

/** Where the reader looks: the topmost paragraph in sight by its first words, and how far it is from the window's top. */
export function lookedAt() {
  const top = paragraphs().find((p) => p.getBoundingClientRect().bottom > 0);
  return top ? { words: wordsOf(top), id: top.id, top: top.getBoundingClientRect().top } : { top: -scrollY };
}

/** Scroll to where the reader looked before; the number of the paragraph may be another one now. */
export function lookAt({ words, id, top }) {
  const element = words && (paragraphs().find((p) => wordsOf(p) === words) ?? document.getElementById(id));
  scrollTo({ top: element ? element.getBoundingClientRect().top + scrollY - top : -top, behavior: "instant" });
}
