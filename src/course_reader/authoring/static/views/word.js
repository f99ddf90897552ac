/* A hard word of the article, with the meaning that it has there. */

/** @import { App } from "../app.js" */

import { decided } from "./decided.js";
import { button, el } from "../dom.js";
import { labelled, line } from "./fields.js";
import { view } from "../panel.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

view("word", (app, { target }) => {
  const error = el("div", { class: "cr-error", role: "alert" });
  const means = el("textarea", { name: "wordMeans", rows: "3", required: true });
  const form = el("form", { class: "cr-form", novalidate: true },
    line("The word, as a dictionary has it", "wordWord"),
    labelled("What it means here, in plain words", means),
    line("Part of speech, if you want: noun, verb …", "wordPart"),
    error,
    el("div", { class: "cr-actions" }, el("button", { type: "submit", class: "cr-main" }, "Save the word"), button("Cancel", () => app.panel.close())));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(app, error);
  });
  const word = target.quote.replace(/\s+/g, " ");
  // A word at the beginning of a sentence has no capital in a dictionary; a name keeps it.
  const plain = /^\p{Lu}\p{Ll}+$/u.test(word) && /(^|[.!?…]["”’»)]?\s*)$/u.test(target.prefix) ? word.toLowerCase() : word;
  return { title: "Hard word", body: form, focus: means, fields: { wordWord: plain } };
});

/**
 * @param {App} app
 * @param {HTMLElement} error
 * @param {string} [seen] the meaning in the file that the person has seen
 */
async function save(app, error, seen) {
  const { wordWord = "", wordMeans = "", wordPart = "" } = app.panel.typed().fields;
  if (!wordWord.trim() || !wordMeans.trim()) {
    error.replaceChildren(el("p", {}, "Give the word and its meaning."));
    return;
  }
  try {
    const { words, etag, ...word } = await server.setWord({ word: wordWord, means: wordMeans, part: wordPart, ...(seen ? { seen } : {}) });
    app.panel.close();
    decided({ words, word: { ...word, done: etag } });
  } catch (reason) {
    const { data, message } = refusal(reason);
    const there = data.means;
    error.replaceChildren(el("p", {}, message), there ? el("dl", {}, el("dt", {}, "In the article now"), el("dd", {}, there)) : "",
      there ? button("Save mine in its place", () => save(app, error, there)) : "");
  }
}
