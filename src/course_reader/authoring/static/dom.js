/* Making elements. Anything that comes from a file or a person is inserted as text; `setNoteHtml` is the only exception. */

/** @typedef {string | Node | null | undefined | false | Child[]} Child what an element can be given; null and false are left out */
/** @typedef {Record<string, string | boolean | null | undefined>} Props attributes; null and false are left out */

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "required", "open"]);

/**
 * Make an element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value == null || value === false) continue;
    if (PROPERTIES.has(name)) Object.assign(element, { [name]: value });
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...flat(children));
  return element;
}

/**
 * The elements and texts among children.
 * @param {Child} child
 * @returns {(string | Node)[]}
 */
export function flat(child) {
  if (child == null || child === false) return [];
  return Array.isArray(child) ? child.flatMap(flat) : [child];
}

/**
 * A button with a label.
 * @param {Child} words
 * @param {() => void} handler
 * @param {Props} [props]
 */
export function button(words, handler, props = {}) {
  const element = el("button", { type: "button", ...props }, words);
  element.addEventListener("click", handler);
  return element;
}

/**
 * Insert the HTML of a note. The server has cleaned it, for pages and previews with the same function.
 * @param {Element} element
 * @param {string} html
 */
export function setNoteHtml(element, html) {
  // eslint-disable-next-line no-restricted-properties -- the one place where a string becomes HTML
  element.innerHTML = html;
  for (const link of element.querySelectorAll("a")) if (link.href) link.target = "_blank";
}

/** The beginning of a text, cut at a word. */
export function short(/** @type {string} */ text, length = 60) {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/\s+\S*$/, "")} …`;
}

/** "1 word", "2 words". */
export function count(/** @type {number} */ number, /** @type {string} */ noun, plural = `${noun}s`) {
  return `${number} ${number === 1 ? noun : plural}`;
}

/**
 * A function that calls another one when it has not been called again for some milliseconds.
 * @param {number} wait
 * @param {() => void} work
 */
export function debounced(wait, work) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}
