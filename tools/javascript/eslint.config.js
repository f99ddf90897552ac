/* The rules for the scripts that pages load. Undefined names and wrong types are found by tsc (tsconfig.json). */

import js from "@eslint/js";
import globals from "globals";

/** Strings become HTML in one place only, `setNoteHtml`. */
const HTML = ["innerHTML", "outerHTML", "insertAdjacentHTML", "write", "writeln"];

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "consistent-return": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", 300],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-shadow": "error",
      "no-unused-expressions": ["error", { allowShortCircuit: true }],
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "no-warning-comments": ["error", { terms: ["@ts-ignore", "@ts-nocheck", "@ts-expect-error"], location: "anywhere" }],
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: ["src/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: {
      "no-restricted-properties": ["error", ...HTML.map((property) => ({ property, message: "Use el() and text, or setNoteHtml()." }))],
    },
  },
  {
    // Scripts that also work from a folder on disk, where a browser loads no modules.
    files: ["src/course_reader/theme/**/*.js", "**/annotate.js", "**/live.js", "**/login.js"],
    languageOptions: { sourceType: "script" },
    rules: { strict: ["error", "global"] },
  },
  {
    files: ["**/offline.js"],
    languageOptions: { globals: globals.serviceworker },
  },
  {
    files: ["**/search.js"],
    languageOptions: { globals: { DOCUMENTATION_OPTIONS: "readonly", Search: "readonly" } },
  },
];
