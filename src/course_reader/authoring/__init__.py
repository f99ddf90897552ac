"""The local server: live pages, and the panel with which instructors annotate in the browser."""
