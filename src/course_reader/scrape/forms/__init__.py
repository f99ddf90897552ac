"""The forms of input: saved pages, Markdown, plain lines."""
