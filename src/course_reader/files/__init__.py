"""YAML and Markdown files as data that knows its lines, and back without touching what should stay."""
