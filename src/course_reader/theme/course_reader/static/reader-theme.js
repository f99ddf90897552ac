/* The chosen colours, set before the page is drawn: this script is loaded first and not deferred. */
"use strict";

{
  const spoken = document.getElementById("reader-strings")?.textContent;
  /** @type {Record<string, string>} the words of pages in another language than English */
  const strings = spoken ? JSON.parse(spoken) : {};
  window.readerSay = (words, value) => (strings[words] ?? words).replace("{}", String(value ?? ""));
}

try {
  document.documentElement.dataset.theme = localStorage.getItem("reader-theme") || "auto";
} catch { /* a browser may refuse storage; the colours are then the system's */ }
