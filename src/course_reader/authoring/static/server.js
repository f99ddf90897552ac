/* Talking to the server: every request is made here. */

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "";

export const docname = meta("cr-docname");

/** A refusal: `message` is the server's sentence, `data` all it said; status 0 if no answer came. */
class Refused extends Error {
  constructor(status, data) {
    super(data.error || `The server refused this (${status}).`);
    Object.assign(this, { status, code: data.code ?? "", data });
  }
}

const SILENCE = "The server does not answer. What you wrote is kept here; start course-reader serve again, then try once more.";

let running = 0;

/** Whether a request waits for its answer. */
export const isBusy = () => running > 0;

async function call(method, path, { body, etag, create, signal } = {}) {
  const headers = { Accept: "application/json" };
  if (method !== "GET") Object.assign(headers, { "X-CR-Token": meta("cr-token"), "Content-Type": "application/json" });
  if (etag) headers["If-Match"] = etag;
  if (create) headers["If-None-Match"] = "*";
  running += 1;
  try {
    const request = { method, headers, signal, cache: "no-store", body: body && JSON.stringify(body) };
    const answer = await fetch(`/_cr/${path}`, request);
    const data = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, data);
    return data;
  } catch (error) {
    if (error instanceof Refused || error.name === "AbortError") throw error;
    throw new Refused(0, { error: SILENCE, code: "silent" });
  } finally {
    running -= 1;
  }
}

const query = (values) => new URLSearchParams(values).toString();

export const getArticle = () => call("GET", `article?${query({ docname })}`);
export const findEntries = (q, signal) => call("GET", `entries?${query({ q })}`, { signal });
export const preview = (body, signal) => call("POST", "preview", { body: { body }, signal });
export const addEntry = (entry) => call("POST", "entries", { body: { docname, ...entry } });
export const setMention = (mention, etag) => call("POST", "mentions", { body: { docname, ...mention }, etag });
/** Write a note; a layer without `etag` has no file yet, and gets one. */
export const addNote = (layer, note) =>
  call("POST", "notes", { body: { docname, layer: layer.name, ...note }, etag: layer.etag, create: !layer.etag });
export const changeNote = (layer, id, changes) =>
  call("PATCH", `notes/${encodeURIComponent(id)}`, { body: { docname, layer: layer.name, ...changes }, etag: layer.etag });
export const removeNote = (layer, id) =>
  call("DELETE", `notes/${encodeURIComponent(id)}`, { body: { docname, layer: layer.name }, etag: layer.etag });
