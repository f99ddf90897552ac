"""The local server: live pages, and the panel by which instructors annotate in the browser."""
