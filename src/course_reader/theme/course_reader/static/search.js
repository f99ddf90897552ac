/* Additions to Sphinx's search, loaded after searchtools.js. */
"use strict";

{
  // A page opened from a folder may not fetch another one for the words around a match.
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

  // The words around a match come from the article's text alone: no glosses, no paragraph numbers.
  Search.htmlToText = (markup, anchor) => {
    const page = new DOMParser().parseFromString(markup, "text/html").querySelector(".reader-page");
    const place = (anchor && page?.querySelector(anchor)) || page;
    place?.querySelectorAll(".glosses, .para-number, .headerlink, .no-search").forEach((part) => part.remove());
    return place?.textContent.replace(/\s+/g, " ") ?? "";
  };

  // Sphinx's list has the pages that our own search does not know.
  addEventListener("DOMContentLoaded", () => {
    const [results, section] = ["search-results", "find-other"].map((id) => document.getElementById(id));
    const find = window.readerFind;
    if (!results || !section || !find) return;
    find.start().then(() => {
      const { entries, texts } = find.index();
      const known = new Set([...entries.map(([address]) => address), ...texts.map((row) => row[3])].map((address) => new URL(address, find.root).href));
      const sift = () => {
        for (const link of results.querySelectorAll("li a")) {
          const address = new URL(/** @type {HTMLAnchorElement} */ (link).href);
          address.search = address.hash = "";
          if (known.has(address.href)) link.closest("li")?.remove();
        }
        // What is found is said once, by our own search.
        for (const part of results.querySelectorAll(":scope > h2, :scope > p")) part.remove();
        section.hidden = !results.querySelector("li");
      };
      new MutationObserver(sift).observe(results, { childList: true, subtree: true });
      sift();
    }).catch(() => { section.hidden = false; });
  });
}
