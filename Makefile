# `make demo` and `make test` do all the set-up they need: Python 3.11 or newer, make and git are enough.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
LOCK   := requirements/lock.txt
SHARED ?= ../shared

.PHONY: demo test lint evaluate evaluate-bulk evaluate-bigstore evaluate-desk evaluate-language train gazetteer schema browser bundle web lock clean help

help:            ## what can be made
	@grep -E '^[a-z-]+: .*##|^[a-z-]+:  +##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Sumber needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.base: $(VENV)/.made pyproject.toml $(LOCK)
	$(BIN)/python -m pip install --disable-pip-version-check -q -c $(LOCK) -e '.[parquet]'
	touch $@

$(VENV)/.dev: $(VENV)/.base
	$(BIN)/python -m pip install --disable-pip-version-check -q -c $(LOCK) -e '.[parquet,ray,serve,dev]'
	touch $@

$(VENV)/.train: $(VENV)/.base
	$(BIN)/python -m pip install --disable-pip-version-check -q -c $(LOCK) -e '.[train]'
	touch $@

demo: $(VENV)/.base  ## read the sample articles, show who did what to whom, and which report the same
	@rm -f demo.db demo.db-wal demo.db-shm
	@$(BIN)/sumber --store demo.db add samples
	@$(BIN)/sumber --store demo.db events
	@$(BIN)/sumber --store demo.db stories

test: lint  ## everything a change must pass
	$(BIN)/python -m pytest

lint: $(VENV)/.dev  ## style, types, doors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

evaluate: $(VENV)/.dev  ## score the development data that is there and hold it against evaluate/floors.json
	$(BIN)/python -m evaluate --shared $(SHARED)

evaluate-bulk: $(VENV)/.dev  ## copies among 10,000, 30,000 and 100,000 documents: seconds and memory
	$(BIN)/python -m evaluate.bulk --json build/bulk.json

evaluate-bigstore: $(VENV)/.dev  ## the first page of each filter in a store of a million events: seconds
	$(BIN)/python -m evaluate.bigstore --json build/bigstore.json

evaluate-desk: $(VENV)/.dev  ## the server's time for the data of every page, among 20,000 articles: milliseconds
	$(BIN)/python -m evaluate.desk --store build/desk.db --json build/desk.json

$(VENV)/.peers: $(VENV)/.dev
	$(BIN)/python -m pip install --disable-pip-version-check -q -c $(LOCK) -e '.[peers]'
	touch $@

evaluate-language: $(VENV)/.peers  ## tags, trees and names on the treebanks and name corpora that are there
	OMP_NUM_THREADS=1 $(BIN)/python -m evaluate.language --data $(SHARED)/data --json build/language.json

train: $(VENV)/.dev $(VENV)/.train  ## make the shipped model again from the data: about two hours on two cores
	$(BIN)/python -m train --data $(SHARED)/data --out build/train --model-dir src/sumber/parse/models/news-iden
	$(BIN)/python -m train.likeness --data $(SHARED)/data --sweep > build/train/likeness.txt

gazetteer: $(VENV)/.base  ## make the table of places again
	$(BIN)/python -m pip install --disable-pip-version-check -q -c $(LOCK) -e '.[gazetteer]'
	$(BIN)/python tools/build_gazetteer.py

schema: $(VENV)/.dev  ## write the JSON Schema of the record again
	$(BIN)/python tools/build_schema.py

web/node_modules/.made: web/package.json web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	touch $@

bundle: $(VENV)/.dev web/node_modules/.made  ## check that the pages kept here are small, and what their sources make
	$(BIN)/python tools/check_bundle.py --compare

browser: $(VENV)/.dev  ## install what the tests in the browser need; Chromium is Debian's own
	$(BIN)/python -m pip install --disable-pip-version-check -q -c $(LOCK) -e '.[browser]'

web: $(VENV)/.dev web/node_modules/.made  ## build the pages of the desk (needs Node 20 or newer)
	$(BIN)/python tools/build_openapi.py
	cd web && npm run -s types && npm run -s check && npm run -s build
	$(BIN)/python tools/build_licences.py

lock: $(VENV)/.dev  ## write down the versions now installed
	$(BIN)/python -m pip freeze --exclude-editable | grep -v ' @ ' | grep -viE '^(pip|setuptools|sumber)==' | sed 's/+cpu$$//' > $(LOCK)

clean:  ## remove what make made
	rm -rf $(VENV) build demo.db demo.db-wal demo.db-shm
