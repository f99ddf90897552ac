# The two main commands: `make reader` builds the shipped reader, `make test` runs the tests.

PYTHON ?= python3
# The newest Python that is supported and there; `make test-newest` uses it.
NEWEST ?= $(PYTHON)
VENV := .venv
BIN := $(VENV)/bin
SPHINXOPTS ?=
# One process of tests more than there are cores: a test of the browser waits about half of its time.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 1)
JS := tools/javascript
JSBIN := $(JS)/node_modules/.bin

.PHONY: help reader html pdf epub serve check test test-lowest test-newest lock fuzz lint lint-javascript mutation bench pictures clean

help:
	@echo "make reader   build the shipped reader into _build/ (sets up .venv the first time)"
	@echo "make html     the pages only, with sphinx-build"
	@echo "make pdf      the printed packs, with glosses in the margin"
	@echo "make epub     the reader as an EPUB"
	@echo "make serve    preview and annotate the reader in a browser"
	@echo "make check    list problems in articles and entries"
	@echo "make test     run all tests, a real browser included"
	@echo "make test-lowest  run the tests without a browser on the oldest versions of all dependencies"
	@echo "make test-newest  the same on the newest ones; NEWEST=python3.13 names another Python"
	@echo "make lock     take the newest versions of all dependencies into tests/lock.txt"
	@echo "make fuzz     test random data for some minutes (SEED=... repeats a run)"
	@echo "make lint     ruff and mypy; tsc and eslint where Node.js is installed"
	@echo "make mutation measure how many small faults in the pure modules the tests find"
	@echo "make bench    compare a reader of 1,000 articles with plain Sphinx"
	@echo "make pictures retake the screenshots in the manual"
	@echo "make clean    delete the build"

# $(call new_environment,folder,python)
define new_environment
	@$(2) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 reader"; exit 1; }
	@$(2) -m venv --clear $(1) \
	  || { rm -rf $(1); echo "Python cannot create a virtual environment (on Debian: apt-get install python3-venv)"; exit 1; }
	@$(1)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
endef

# $(call install_locked,folder): nothing but what the lock file names, not even to build the package
define install_locked
	@$(1)/bin/python -m pip install --quiet --require-hashes --requirement tests/lock.txt
	@$(1)/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
endef

$(BIN)/python:
	$(call new_environment,$(VENV),$(PYTHON))

# The stamps record the time of installation, so that a second run installs nothing.
$(VENV)/.reader: pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: pyproject.toml tests/lock.txt | $(BIN)/python
	@echo "Installing what the tests need …"
	$(call install_locked,$(VENV))
	@touch $(VENV)/.reader $@

# The lock file has the tools of both.
$(VENV)/.lint: $(VENV)/.test
	@touch $@

$(VENV)-lowest/.test: pyproject.toml
	@echo "Installing the oldest versions into $(VENV)-lowest …"
	$(call new_environment,$(VENV)-lowest,$(PYTHON))
	@$(VENV)-lowest/bin/python tools/floors.py > $(VENV)-lowest/floors.txt
	@$(VENV)-lowest/bin/python -m pip install --quiet --constraint $(VENV)-lowest/floors.txt --editable . --group test
	@touch $@

$(VENV)-newest/.test: pyproject.toml tests/lock.txt
	@echo "Installing the newest versions into $(VENV)-newest …"
	$(call new_environment,$(VENV)-newest,$(NEWEST))
	$(call install_locked,$(VENV)-newest)
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
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

test-lowest test-newest: test-%: $(VENV)-%/.test
	@$(VENV)-$*/bin/python -m pytest -n $(WORKERS) --dist loadgroup -m "not browser"

lock: $(BIN)/python
	@$(BIN)/python -m pip install --quiet --group lock
	@$(BIN)/python tools/lock.py --upgrade

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
