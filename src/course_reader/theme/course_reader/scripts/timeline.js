/* The choices above a timeline: one kind only; only what was known on the day of an article.
   Without this script the timeline shows all dates. The choices are part of the address: #kind=events&article=… */
"use strict";

/**
 * @typedef {object} Row a date of the timeline
 * @property {HTMLElement} item
 * @property {string | undefined} kind
 * @property {string} known the day from which readers could know it
 * @property {string} last the last day of a period
 * @property {string} opened the wording of the date until then
 * @property {string | undefined} article
 * @property {[since: string, name: string, text: string][]} versions its earlier wordings, oldest first
 * @property {Part} when
 * @property {Part} name
 * @property {Part} text
 */

/** @typedef {{ element: Element | null, latest: string }} Part an element of a row, and its wording of today */

for (const chronicle of document.querySelectorAll(".reader-chronicle")) {
  const say = window.readerSay;
  const rows = [...chronicle.querySelectorAll("li")].filter((item) => item.dataset.kind).map(rowOf);
  /** @type {Map<string, HTMLAnchorElement>} the links to years, by their ids */
  const jumps = new Map();
  for (const link of chronicle.querySelectorAll(".reader-letters a")) {
    if (link instanceof HTMLAnchorElement) jumps.set(link.hash.slice(1), link);
  }

  /**
   * @param {HTMLLIElement} item
   * @returns {Row}
   */
  function rowOf(item) {
    const { kind, known = "", last = "", opened = "", article: slug, versions = "[]" } = item.dataset;
    /** @type {(selector: string) => Part} */
    const part = (selector) => {
      const element = item.querySelector(selector);
      return { element, latest: element?.textContent ?? "" };
    };
    return {
      item, kind, known, last, opened, article: slug, versions: JSON.parse(versions),
      when: part(".when"), name: part(".gloss-name"), text: part(".gloss-text"),
    };
  }

  /**
   * A labelled list of choices.
   * @param {string} words
   * @param {string[][]} pairs pairs of value and words
   */
  function choice(words, pairs) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.append(...pairs.map(([value, text]) => new Option(text, value)));
    select.addEventListener("change", () => { show(); remember(); });
    label.append(words, select);
    return { label, select };
  }

  const kinds = [...new Set(rows.map((row) => row.kind ?? ""))];
  const kind = choice("Show", [
    ["", say("all kinds")],
    ...kinds.map((name) => [name, name]),
  ]);
  const article = choice(say("Known to readers"), [
    ["", say("up to today")],
    ...rows.flatMap((row) => (row.article ? [[row.article, `on ${row.when.latest}: ${row.name.latest}`]] : [])),
  ]);
  const tools = document.createElement("div");
  tools.className = "reader-tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", say("Dates to show"));
  if (kinds.length > 1) tools.append(kind.label);
  if (article.select.length > 1) tools.append(article.label);
  const status = document.createElement("p");
  status.className = "hint";
  status.setAttribute("role", "status");
  if (tools.children.length) chronicle.prepend(tools, status);

  /**
   * Write a row as it was known on a day; without a day, as it is known now.
   * @param {Row} row
   * @param {string} day
   */
  function write({ when, name, text, versions, last, opened }, day) {
    const [, oldName, oldText] = (day && versions.findLast(([since]) => since <= day)) || [];
    if (when.element) when.element.textContent = day && last > day ? opened : when.latest;
    if (name.element) name.element.textContent = oldName ?? name.latest;
    if (text.element) text.element.textContent = oldText ?? text.latest;
  }

  function show() {
    const chosen = rows.find((row) => row.article && row.article === article.select.value);
    const day = chosen?.known ?? "";
    let count = 0;
    for (const row of rows) {
      row.item.hidden = Boolean((kind.select.value && row.kind !== kind.select.value) || (day && row.known > day));
      row.item.classList.toggle("now", row === chosen);
      write(row, day);
      count += row.item.hidden ? 0 : 1;
    }
    for (const year of chronicle.querySelectorAll(".reader-year")) {
      const isEmpty = !year.querySelector("li:not([hidden])");
      year.toggleAttribute("hidden", isEmpty);
      jumps.get(year.id)?.toggleAttribute("hidden", isEmpty);
    }
    status.classList.toggle("of-all", count === rows.length); // not printed
    const known = chosen ? `, as readers knew them on ${chosen.when.latest}, with the explanations of that day.` : ".";
    status.textContent = `${count} of ${rows.length} dates${known}`;
  }

  function remember() {
    const state = new URLSearchParams();
    if (kind.select.value) state.set("kind", kind.select.value);
    if (article.select.value) state.set("article", article.select.value);
    try {
      history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search);
    } catch { /* the address stays */ }
  }

  /**
   * @param {HTMLSelectElement} select
   * @param {string | null} value
   */
  function choose(select, value) {
    select.value = [...select.options].some((option) => option.value === value) ? value ?? "" : "";
  }

  /** Follow the address, unless it names a place on the page. */
  function recall() {
    if (location.hash && !location.hash.includes("=")) return;
    const state = new URLSearchParams(location.hash.slice(1));
    choose(kind.select, state.get("kind"));
    choose(article.select, state.get("article"));
    show();
  }

  addEventListener("hashchange", recall);
  recall();
  show();
}
