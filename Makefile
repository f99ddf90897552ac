# Two commands set everything up: `make reader` builds the shipped reader, `make test` runs the tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SPHINXOPTS ?=

.PHONY: help reader html pdf epub serve check test fuzz lint bench pictures clean

help:
	@echo "make reader   build the shipped reader into _build/ (sets up .venv the first time)"
	@echo "make html     the pages only, with sphinx-build"
	@echo "make pdf      the packs to print, with glosses in the margin"
	@echo "make epub     the reader as an EPUB"
	@echo "make serve    show the reader live, to annotate it in a browser"
	@echo "make check    list what is wrong in articles and entries"
	@echo "make test     run all tests, a real browser included"
	@echo "make fuzz     search at random, for some minutes, for what breaks a rule (SEED=... repeats a search)"
	@echo "make lint     ruff and mypy"
	@echo "make bench    measure a reader of 1,000 articles against plain Sphinx"
	@echo "make pictures take the pictures of the manual again"
	@echo "make clean    take away what was built"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 reader"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "Python cannot make a virtual environment (on Debian: apt-get install python3-venv)"; exit 1; }
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

# The stamps are as old as what was installed, so that a second run installs nothing.
$(VENV)/.reader: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.reader
	@echo "Installing what the tests need …"
	@$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/.lint: pyproject.toml $(VENV)/.test
	@$(BIN)/python -m pip install --quiet --group lint
	@touch $@

reader: $(VENV)/.reader
	@$(BIN)/course-reader build html pdf
	@echo "Open _build/html/index.html in a browser; the packs to print are in _build/pdf/."

html: $(VENV)/.reader
	$(BIN)/sphinx-build -b html -c conf $(SPHINXOPTS) . _build/html

pdf: $(VENV)/.reader
	@$(BIN)/course-reader build pdf

epub: $(VENV)/.reader
	@$(BIN)/course-reader build epub

serve: $(VENV)/.reader
	@$(BIN)/course-reader serve --open

check: $(VENV)/.reader
	@$(BIN)/course-reader check

test: $(VENV)/.test
	@$(BIN)/python tests/browser/find_browser.py
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

# Not part of CI: a random search gives another answer in each run.
fuzz: $(VENV)/.test
	@$(BIN)/python -m pytest -n 2 -m hypothesis --hypothesis-profile=fuzz $(if $(SEED),--hypothesis-seed=$(SEED))

lint: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.test
	@$(BIN)/python -m tests.benchmarks

pictures: $(VENV)/.test reader
	@$(BIN)/python docs/manual/pictures.py

clean:
	rm -rf _build
