# Everything is done in .venv, from the lock; nothing else on the machine is touched.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo talk test check kills faults strings draw bench lock clean

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

demo: $(VENV)/run ## Play with all of it on this machine: a phone, the staff, the register
	@$(BIN)/hamrah demo

talk: $(VENV)/run ## Talk to it in this terminal, without Telegram and without storing anything
	@$(BIN)/hamrah talk

test: $(VENV)/dev ## All tests; browser tests need a Chromium and say so without one
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

check: $(VENV)/dev ## Lint, types, import contracts, proofs of the talks, stale catalogs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m bot.catalogs --check
	$(BIN)/hamrah flows prove

kills: $(VENV)/dev ## Kill a node 200 times under load, by polling and by webhook; HAMRAH_SEED=n repeats a run
	HAMRAH_KILLS=200 $(BIN)/pytest tests/kills -s

faults: $(VENV)/dev ## Every fault at the size of a night, then every planted bug; as root also on a true disk and a slow line
	$(BIN)/python -m tests.faults

strings: $(VENV)/dev ## Bring the catalogs up to date with the texts, and print the storyboards
	$(BIN)/python -m bot.catalogs
	$(BIN)/hamrah flows draw --out drawings

draw: $(VENV)/run ## Draw every talk, as a diagram and as screens
	$(BIN)/hamrah flows draw --out drawings

bench: $(VENV)/dev ## What an update costs beside a plain bot in the same run, and what sealing, each talk and readiness cost
	$(BIN)/python -m bench.webhook
	$(BIN)/python -m bench.sealing
	$(BIN)/python -m bench.talks
	$(BIN)/python -m bench.minute
	$(BIN)/python -m bench.readiness

lock: ## Write the locks anew from pyproject.toml
	$(PYTHON) -m pip install --quiet uv
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --extra install pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --extra install --extra ocr -c requirements.lock pyproject.toml -o requirements-ocr.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --extra dev pyproject.toml -o requirements-dev.lock

clean: ## Forget the environment and what tools kept
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis drawings

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Hamrah needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements-dev.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/run
