# make demo    a sample workspace in demo/, with a newsletter edition and an investor letter drafted
# make test    the whole test suite
# make lint    style and types
# make bench   speed against peers
# make docs    the pages that are made from the program itself
# make features  the table of what Word gets from letterbook and from its peers
# make clean   remove all of the above

CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python
PYTHON ?= $(shell for name in $(CANDIDATES); do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
VENV := .venv
BIN := $(VENV)/bin
LETTERBOOK := $(BIN)/letterbook
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
DEMO := demo
BENCH := .venv-bench

.PHONY: demo test lint bench docs features clean

demo: $(VENV)/package.stamp
	@$(LETTERBOOK) init $(DEMO) --sample
	@$(LETTERBOOK) -C $(DEMO) import
	@$(LETTERBOOK) -C $(DEMO) draft "Tidewatch 7" --to docx,md
	@$(LETTERBOOK) -C $(DEMO) draft "Letter 2026 H1" --to docx,md
	@echo
	@echo "The drafts, made from the files in $(DEMO)/editions and $(DEMO)/items:"
	@ls $(DEMO)/drafts/*.docx $(DEMO)/drafts/*.md | sed 's/^/    /'
	@echo "Open one in Word. Then change a word in $(DEMO)/editions/Tidewatch 7.md and try:"
	@echo "    $(LETTERBOOK) -C $(DEMO) draft 'Tidewatch 7'"
	@echo "    $(LETTERBOOK) -C $(DEMO) items theme:storage"
	@echo "    $(LETTERBOOK) -C $(DEMO) new tidewatch"
	@echo "    $(LETTERBOOK) copies '$(DEMO)/drafts/Letter 2026 H1.docx' $(DEMO)/fund/recipients.csv"

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest -n 2 -q

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Measured is what a user has: the package installed, not the files here, in an environment of its own.
bench: $(BENCH)/bench.stamp
	@rm -rf build
	@$(BENCH)/bin/python -m pip --quiet --quiet --disable-pip-version-check install --force-reinstall --no-deps .
	@cd $(BENCH)/scenes && ../bin/python -m benchmarks

docs: $(VENV)/test.stamp
	$(BIN)/python docs/build_reference.py
	$(BIN)/python docs/build_schemas.py

features: $(VENV)/features.stamp
	$(BIN)/python -m docs.build_feature_table

clean:
	rm -rf $(VENV) $(BENCH) $(DEMO) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "letterbook needs Python 3.11 or newer: https://www.python.org/downloads/"; exit 1; }
	@echo "Making a virtual environment in $(VENV) …"
	@"$(PYTHON)" -m venv $(VENV)

$(VENV)/package.stamp: pyproject.toml | $(BIN)/python
	@echo "Installing letterbook …"
	@$(PIP) install --editable '.[charts]'
	@touch $@

$(VENV)/test.stamp: pyproject.toml | $(BIN)/python
	@echo "Installing letterbook and what tests it …"
	@$(PIP) install --editable '.[test]'
	@touch $@ $(VENV)/package.stamp

$(VENV)/features.stamp: $(VENV)/test.stamp
	@echo "Installing letterbook's peers …"
	@$(PIP) install --editable '.[test,bench]'
	@touch $@

$(BENCH)/bench.stamp: pyproject.toml | $(BIN)/python
	@echo "Installing letterbook and its peers in $(BENCH) …"
	@$(BIN)/python -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip --quiet --quiet --disable-pip-version-check install '.[bench]'
	@mkdir -p $(BENCH)/scenes && ln -sfn ../../benchmarks $(BENCH)/scenes/benchmarks
	@touch $@
