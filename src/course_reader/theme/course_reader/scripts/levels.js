/* The level of the text: whoever has chosen another text of an article gets the texts of that level from then on.
   Without this script the switch is a pair of links. */
"use strict";

{
  const KEY = "reader-level", OWN = "own";
  const nav = document.querySelector(".reader-levels");

  /** @returns {string} the level that was chosen last; "" if none was, or if the browser refuses storage */
  function chosen() {
    try { return localStorage.getItem(KEY) ?? ""; } catch { return ""; }
  }

  /** @param {string} level */
  function choose(level) {
    try {
      if (level === OWN) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, level);
    } catch { /* not remembered */ }
  }

  /** @type {HTMLAnchorElement[]} */
  const links = nav ? [...nav.querySelectorAll("a")] : [];
  for (const link of links) {
    // The same paragraph: both texts have the same numbers.
    link.addEventListener("click", () => {
      choose(link.dataset.level ?? OWN);
      if (/^#p\d+$/.test(location.hash)) link.hash = location.hash;
    });
  }

  // An address that names a level is kept: only an article's own text gives way.
  const here = nav?.querySelector("[aria-current]");
  const other = links.find((link) => link.dataset.level === chosen());
  if (other && here instanceof HTMLElement && here.dataset.level === OWN) {
    location.replace(other.href + location.hash);
  }
}
