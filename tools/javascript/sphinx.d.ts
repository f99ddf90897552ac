/* The parts of Sphinx's own scripts that search.js uses. */

declare const DOCUMENTATION_OPTIONS: { SHOW_SEARCH_SUMMARY: boolean };

declare const Search: {
  /** The text of a page that the search has fetched; `anchor` is the selector of a part of it, or empty. */
  htmlToText: (markup: string, anchor?: string) => string;
};
