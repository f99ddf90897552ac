# The two main commands: `make reader` builds the shipped reader, `make test` runs the tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SPHINXOPTS ?=
JS := tools/javascript
JSBIN := $(JS)/node_modules/.bin

.PHONY: help reader html pdf epub serve check test fuzz lint lint-javascript mutation bench pictures clean

help:
	@echo "make reader   build the shipped reader into _build/ (sets up .venv the first time)"
	@echo "make html     the pages only, with sphinx-build"
	@echo "make pdf      the printed packs, with glosses in the margin"
	@echo "make epub     the reader as an EPUB"
	@echo "make serve    preview and annotate the reader in a browser"
	@echo "make check    list problems in articles and entries"
	@echo "make test     run all tests, a real browser included"
	@echo "make fuzz     test random data for some minutes (SEED=... repeats a run)"
	@echo "make lint     ruff and mypy; tsc and eslint where Node.js is installed"
	@echo "make mutation measure how many small faults in the pure modules the tests find"
	@echo "make bench    compare a reader of 1,000 articles with plain Sphinx"
	@echo "make pictures retake the screenshots in the manual"
	@echo "make clean    delete the build"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 reader"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "Python cannot create a virtual environment (on Debian: apt-get install python3-venv)"; exit 1; }
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

# The stamps record the time of installation, so that a second run installs nothing.
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

$(JS)/node_modules/.lint: $(JS)/package.json $(JS)/.npmrc
	@echo "Installing the tools that check JavaScript …"
	@npm install --silent --prefix $(JS)
	@touch $@

reader: $(VENV)/.reader
	@$(BIN)/course-reader build html pdf
	@echo "Open _build/html/index.html in a browser; the printed packs are in _build/pdf/."

html: $(VENV)/.reader
	$(BIN)/sphinx-build -b html -c conf -d _build/.doctrees/html $(SPHINXOPTS) . _build/html

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
	@if [ -n "$$CI" ] || command -v npm >/dev/null; then $(MAKE) --no-print-directory lint-javascript; \
	  else echo "JavaScript was NOT checked: Node.js is not installed (on Debian: apt-get install nodejs npm)"; fi

lint-javascript: $(JS)/node_modules/.lint
	$(JSBIN)/tsc --project $(JS)
	$(JSBIN)/eslint --config $(JS)/eslint.config.js src $(JS)

mutation: $(VENV)/.test
	@$(BIN)/python tools/mutation.py

bench: $(VENV)/.test
	@$(BIN)/python -m tests.benchmarks

pictures: $(VENV)/.test reader
	@$(BIN)/python docs/manual/pictures.py

clean:
	rm -rf _build
