"""The steps that take an article out of its text, each once, in the order of `scrape.py`."""
