/* The start of the search on every page: it loads the rest, and the index, when somebody begins to search. */
"use strict";

{
  const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
  const SCRIPTS = ["find-words.js", "find-index.js", "find-rank.js", "find-show.js", "find-box.js"];

  /** @type {Map<string, Promise<void>>} */
  const scripts = new Map();
  /** @type {Map<string, any>} what the files of the index have handed over */
  const data = new Map();

  /**
   * Load a script of the site once; a page on disk may load scripts, but fetch nothing.
   * @param {string} address relative to this script
   */
  function load(address) {
    const url = new URL(address, here).href;
    let loading = scripts.get(url);
    if (!loading) {
      loading = new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = url;
        script.async = false;
        script.addEventListener("load", () => done());
        script.addEventListener("error", () => {
          // Another try may succeed.
          scripts.delete(url);
          failed(new Error(`cannot load ${url}`));
        });
        document.head.append(script);
      });
      scripts.set(url, loading);
    }
    return loading;
  }

  /** @type {Promise<unknown> | undefined} */
  let starting;

  window.readerFind = /** @type {ReaderFind} */ ({
    root: new URL("..", here).href,
    data,
    load,
    take: (name, value) => { data.set(name, value); },
    start: () => (starting ??= Promise.all([...SCRIPTS, "../find/index.js"].map(load))
      .catch((error) => { starting = undefined; throw error; })),
  });

  const box = document.querySelector(".top .find input, main .find input");
  // Where the theme is used alone, there is no index.
  if (box instanceof HTMLInputElement && box.form?.dataset.finds !== undefined) {
    box.addEventListener("focus", () => window.readerFind.start().catch(() => {}), { once: true });
  }

  addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (target?.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    if (box instanceof HTMLInputElement && box.checkVisibility()) {
      box.focus();
      box.select();
    } else {
      // On a narrow screen the search is a page of its own.
      /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.find-link"))?.click();
    }
  });
}
