# The two commands of the README, and those of developers. Needs Python 3.11+ with venv; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check format eval bench lock clean

demo: $(VENV)/.installed  ## the main job on the sample pile
	$(BIN)/recoupe demo --html recoupe-report.html --json recoupe-report.json
	@echo "wrote recoupe-report.html and recoupe-report.json"

test: check  ## linters, types and all tests

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

format: $(VENV)/.installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: $(VENV)/.installed  ## quality on the open benchmark, against the floors
	$(BIN)/python -m bench.evaluate

bench: $(VENV)/.installed-dev  ## speed and memory
	$(BIN)/python -m bench.speed

lock:  ## after a change of dependencies in pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements-dev.lock

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache build dist recoupe-report.html recoupe-report.json
