# Everything a person or CI needs: `make run`, `make test`, `make soak`, `make keyrings`, `make bench`, `make screenshots`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CHECKS := $(VENV)/checks.log
READ_IN := $(VENV)/.read-in
JOBS ?= 3
BOTH_READINGS := tests/api tests/contract tests/demo tests/listing tests/later tests/screens tests/unit
SEED := $(or $(SEED),$(shell date +%s))

# What is compiled once is kept, whatever the machine is set to.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test checks lint types tests soak keyrings bench terminals screenshots clean

help:  ## What can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(STAMP): pyproject.toml hh_tui/__init__.py
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(STAMP)

# What the processes of the tests would each do for themselves: rewrite asserts, look through all constants.
$(READ_IN): $(STAMP)
	-@$(BIN)/pytest --collect-only -qq -n 0 >/dev/null 2>&1
	@touch $(READ_IN)

run: $(STAMP)  ## The inbox on the embedded stand-in, no account needed
	$(BIN)/hh-tui --demo

test: $(STAMP)  ## Lint, types and all tests
	@$(MAKE) --no-print-directory --keep-going -j2 checks tests; code=$$?; cat $(CHECKS); exit $$code

checks: $(STAMP)  # Beside the tests, which often wait for a program; what they say comes last, in one piece.
	@$(MAKE) --no-print-directory lint types >$(CHECKS) 2>&1

lint: $(STAMP)  ## Style, formatting, and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(STAMP)  ## mypy --strict over the program and its tests
	$(BIN)/mypy

tests: $(STAMP) $(READ_IN)  ## All tests, on the reading of hh.ru that HH_DEMO_STRICT (on, off) or else the day chooses
	$(BIN)/pytest -n $(JOBS) --dist worksteal

soak: $(STAMP)  ## Nothing lost, nothing sent twice: 10 000 histories, and the program killed until 200 decisions are made
	@echo "Seed $(SEED): make soak SEED=$(SEED) repeats this run."
	HH_TUI_SOAK=10000 HH_TUI_SOAK_DECISIONS=200 HH_TUI_SOAK_SEED=$(SEED) $(BIN)/pytest -n $(JOBS) --hypothesis-seed=$(SEED) tests/outbox tests/keys/test_properties.py tests/program/test_kill.py tests/program/test_slow_answers.py
	for strict in off on; do HH_TUI_SOAK=1000 HH_DEMO_STRICT=$$strict $(BIN)/pytest -n $(JOBS) $(BOTH_READINGS) || exit 1; done
	HH_TUI_SOAK_STEPS=100000 HH_TUI_SOAK_SEED=$(SEED) $(BIN)/pytest -n 2 tests/monkey

keyrings: $(STAMP)  ## The login with real keyrings (gnome-keyring, keyrings.alt, package indexes, none): a table
	$(BIN)/python -m tests.keyrings

bench: $(STAMP)  ## How fast it is, as ratios to the least that could be: a table, and bench.json
	$(BIN)/python -m tests.bench --json bench.json

terminals: $(STAMP)  ## Physical keys in every terminal found here, under Xvfb: a matrix of what they are taken for
	$(BIN)/python -m tests.terminals

screenshots: $(STAMP)  ## SVG pictures of the demo into screenshots/
	$(BIN)/python -m tests.screenshots

clean:  ## Remove what the targets above made
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache snapshot_report.html
