/* Talking to the server: every request is made here. */

/** @import * as messages from "./messages.js" */

const meta = (/** @type {string} */ name, page = document) =>
  page.querySelector(`meta[name="${name}"]`)?.getAttribute("content") ?? "";

export const docname = meta("cr-docname");

/** Whether the server has another page at this address by now. */
export async function isStale() {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    const now = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    return now && meta("cr-page-version", now) !== meta("cr-page-version");
  } catch {
    return false;
  }
}

/** A refusal: `message` is the server's sentence, `data` its whole answer; the status is 0 if no answer came. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {messages.Refusal} data
   */
  constructor(status, data) {
    super(data.error || `The server refused this (${status}).`);
    this.status = status;
    this.data = data;
  }
}

/**
 * The refusal that was caught. Any other error is a fault of these scripts and is thrown again.
 * @param {unknown} error
 * @returns {Refused}
 */
export function refusal(error) {
  if (error instanceof Refused) return error;
  throw error;
}

/** Whether a request was cancelled because a newer one replaced it. */
export const isCancelled = (/** @type {unknown} */ error) => error instanceof DOMException && error.name === "AbortError";

const SILENCE = "The server does not answer. Your text is kept here. Start course-reader serve again, then try once more.";

let running = 0;

/** Whether a request is waiting for its answer. */
export const isBusy = () => running > 0;

/**
 * @typedef {object} Options
 * @property {object} [body]
 * @property {string | null} [etag] the version that the change is meant for
 * @property {boolean} [create] whether there must be nothing in its place yet
 * @property {AbortSignal} [signal]
 */

/**
 * @param {string} method
 * @param {string} path
 * @param {Options} [options]
 */
async function call(method, path, { body, etag, create, signal } = {}) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (method !== "GET") Object.assign(headers, { "X-CR-Token": meta("cr-token"), "Content-Type": "application/json" });
  if (etag) headers["If-Match"] = etag;
  if (create) headers["If-None-Match"] = "*";
  running += 1;
  try {
    const answer = await fetch(`/_cr/${path}`, { method, headers, signal, cache: "no-store", body: body && JSON.stringify(body) });
    const data = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, data);
    return data;
  } catch (error) {
    if (error instanceof Refused || isCancelled(error)) throw error;
    throw new Refused(0, { error: SILENCE, code: "silent" });
  } finally {
    running -= 1;
  }
}

const query = (/** @type {Record<string, string>} */ values) => new URLSearchParams(values).toString();
const noteAt = (/** @type {string} */ id) => `notes/${encodeURIComponent(id)}`;

/** @typedef {{ name: string, isNew?: boolean }} LayerFile a layer, perhaps one that has no file yet */
/** @typedef {{ id: string, etag: string }} NoteVersion a note as it was when the person saw it */

// A draft that an earlier version of these scripts has kept does not know its version: any that is there is another one.
const UNKNOWN = '"unknown"';

/** @returns {Promise<messages.Article>} */
export const getArticle = () => call("GET", `article?${query({ docname })}`);

/** @type {(q: string, signal: AbortSignal) => Promise<{ entries: messages.Entry[] }>} */
export const findEntries = (q, signal) => call("GET", `entries?${query({ q })}`, { signal });

/** @type {(body: string, signal: AbortSignal) => Promise<{ html: string }>} */
export const preview = (body, signal) => call("POST", "preview", { body: { body }, signal });

/** @type {(entry: messages.NewEntry) => Promise<{ path: string, id: string, draft: boolean }>} */
export const addEntry = (entry) => call("POST", "entries", { body: { docname, ...entry } });

/** @returns {Promise<{ proposals: messages.Proposal[], count: number }>} */
export const getProposals = () => call("GET", "proposals");

/** @type {(decision: messages.ProposalDecision) => Promise<{ words: string }>} */
export const decideProposal = (decision) => call("POST", "proposals", { body: decision });

/** @type {(mention: messages.NewMention, etag: string | null) => Promise<messages.MentionWritten>} */
export const setMention = (mention, etag) => call("POST", "mentions", { body: { docname, ...mention }, etag });

/** @type {(word: messages.HardWord) => Promise<messages.WordWritten>} */
export const setWord = (word) => call("POST", "words", { body: { docname, ...word } });

/** @type {(decision: messages.MentionUndone) => Promise<{ words: string, etag: string }>} */
export const undoMention = (decision) => call("POST", "mentions/undo", { body: { docname, ...decision } });

/** @type {(decision: messages.WordUndone) => Promise<{ words: string, etag: string }>} */
export const undoWord = (decision) => call("POST", "words/undo", { body: { docname, ...decision } });

/** @type {(start: number, end: number) => Promise<{ entries: messages.Meaning[] }>} */
export const getMeanings = (start, end) => call("GET", `meanings?${query({ docname, start: `${start}`, end: `${end}` })}`);

/** @type {(layer: LayerFile, note: messages.NewNote) => Promise<messages.Written>} */
export const addNote = (layer, note) =>
  call("POST", "notes", { body: { docname, layer: layer.name, ...note }, create: layer.isNew });

/** @type {(layer: LayerFile, note: NoteVersion, changes: messages.ChangedNote) => Promise<messages.Written>} */
export const changeNote = (layer, { id, etag }, changes) =>
  call("PATCH", noteAt(id), { body: { docname, layer: layer.name, ...changes }, etag: etag ?? UNKNOWN });

/** @type {(layer: LayerFile, note: NoteVersion, goal: messages.MovedNote, isNew: boolean) => Promise<messages.Written>} */
export const moveNote = (layer, { id, etag }, goal, isNew) =>
  call("POST", `${noteAt(id)}/move`, { body: { docname, layer: layer.name, ...goal }, etag: etag ?? UNKNOWN, create: isNew });

/** @type {(layer: LayerFile, note: NoteVersion) => Promise<messages.Removed>} */
export const removeNote = (layer, { id, etag }) =>
  call("DELETE", noteAt(id), { body: { docname, layer: layer.name }, etag: etag ?? UNKNOWN });
