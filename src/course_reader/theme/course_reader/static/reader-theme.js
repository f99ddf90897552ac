/* The chosen colours, set before the page is drawn: this script is loaded first and not deferred. */
"use strict";

try {
  document.documentElement.dataset.theme = localStorage.getItem("reader-theme") || "auto";
} catch { /* a browser may refuse storage; the colours are then the system's */ }
