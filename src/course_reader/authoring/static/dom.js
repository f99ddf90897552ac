/* Making elements. What comes from a file or a person is put in as text; `setNoteHtml` is the one exception. */

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "required", "open"]);

/**
 * An element.
 * @param props attributes; `class`; `on: {event: handler}`; what is null or false is left out
 * @param children elements and texts, also in lists; what is null or false is left out
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value == null || value === false) continue;
    if (name === "on") Object.entries(value).forEach(([event, handler]) => element.addEventListener(event, handler));
    else if (PROPERTIES.has(name)) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}

/** A button with words on it. */
export function button(words, handler, props = {}) {
  return el("button", { type: "button", ...props, on: { click: handler } }, words);
}

/** Put the HTML of a note in. The server has cleaned it, for pages and previews with one function; nothing else comes here. */
export function setNoteHtml(element, html) {
  element.innerHTML = html;
  for (const link of element.querySelectorAll("a[href]")) link.target = "_blank";
}

/** The beginning of a text, cut at a word. */
export function short(text, length = 60) {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length).replace(/\s+\S*$/, "")} …`;
}

/** "1 word", "2 words". */
export function count(number, noun, plural = `${noun}s`) {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** Call a function when it was not called again for so long. */
export function debounced(wait, work) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), wait);
  };
}
