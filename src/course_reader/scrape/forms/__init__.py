"""The forms in which a text comes: saved pages, Markdown, plain lines."""
