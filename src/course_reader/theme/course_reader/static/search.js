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

  // "Found 3 pages" is announced to people who cannot see it appear.
  addEventListener("DOMContentLoaded", () => {
    const results = document.getElementById("search-results");
    if (!results) return;
    const announce = () => results.querySelector(".search-summary")?.setAttribute("role", "status");
    new MutationObserver(announce).observe(results, { childList: true });
    announce();
  });
}
