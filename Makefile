# make run     set up if need be, start Neo4j, load the seed data, open the app on 127.0.0.1:8501
# make setup   the set-up alone
# make test    install what tests need, and run all checks
# make stop    stop the local Neo4j
# make locks   write the lock files anew from pyproject.toml
# make clean   remove the virtual environment and all that was built

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CANVAS := $(shell find inquiry_explorer/canvas/frontend -path '*/node_modules' -prune -o -path '*/build' -prune -o -type f -print)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

.PHONY: run setup test lint stop locks clean

run: $(VENV)/.installed
	@$(BIN)/inquiry-graph serve

setup: $(VENV)/.installed
	@test -n "$$NEO4J_URI" || $(BIN)/inquiry-graph status --json | grep -q '"running": true' \
		|| { $(BIN)/inquiry-graph start && $(BIN)/inquiry-graph stop; }
	@echo "Set up. make run opens the app."

$(VENV)/.dependencies: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 run")'
	@echo "Making a virtual environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@echo "Installing the locked dependencies (about 30 s) …"
	@$(PIP) --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.installed: $(VENV)/.dependencies pyproject.toml hatch_build.py $(CANVAS)
	@echo "Installing Inquiry Graph and building its canvas (about 20 s) …"
	@$(PIP) --no-deps --editable .
	@touch $@

$(VENV)/.test-dependencies: requirements-test.lock $(VENV)/.installed
	@echo "Installing what the tests need …"
	@$(PIP) --require-hashes -r requirements-test.lock
	@touch $@

test: lint
	@$(BIN)/python scripts/chromium.py
	@echo "Running the tests …"
	@$(BIN)/pytest

lint: $(VENV)/.test-dependencies
	@echo "Checking style and types …"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

stop:
	@$(BIN)/inquiry-graph stop

locks: $(VENV)/.installed
	@$(PIP) uv
	@$(LOCK) pyproject.toml -o requirements.lock
	@$(LOCK) --extra test --constraint requirements.lock pyproject.toml -o requirements-test.lock

clean:
	rm -rf $(VENV) build dist test-artifacts inquiry_explorer/canvas/frontend/build inquiry_explorer/canvas/frontend/node_modules
