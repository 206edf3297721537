# Every command a developer needs. `make demo` and `make test` are all that a new machine has to know.
PYTHON ?= python3
BIN := .venv/bin
# What touches no database need not run on the second one, nor the pages' drawing in the browser.
WITHOUT_DATABASE := $(addprefix --ignore=tests/,browser core readers writers house/test_shape.py house/test_fresh.py house/test_translations.py)
.PHONY: demo test proof setup run check fix benchmark messages

demo: setup            ## example municipality, annual report in out/, server with address and log-in
	$(BIN)/ombud demo --out out

test: setup .venv/develop   ## everything: SQLite, then PostgreSQL, browser included
	sh scripts/system-packages chromium gettext
	$(BIN)/pytest -n 2 --dist loadfile
	$(BIN)/python -m tests.on_postgres $(BIN)/pytest -n 2 --dist loadfile $(WITHOUT_DATABASE)

proof: setup .venv/develop   ## the full counts behind docs/security.md, on both databases
	sh scripts/system-packages chromium gettext
	$(BIN)/pytest -m proof --timeout 1800 -n 2 --dist loadfile
	$(BIN)/python -m tests.on_postgres $(BIN)/pytest -m proof --timeout 1800 -n 2 --dist loadfile $(WITHOUT_DATABASE)

setup: .venv/installed node_modules/installed   ## environment, assets and translations, nothing else
	$(BIN)/python -m ombud.config.assets

run: setup             ## the server on the database in OMBUD_HOME
	$(BIN)/ombud serve

check: .venv/develop   ## lint, format, types, architecture, migrations
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy ombud && $(BIN)/lint-imports
	OMBUD_HOME=$$(mktemp -d) $(BIN)/django-admin makemigrations --check --dry-run --settings ombud.config.settings

fix: .venv/develop     ## what can be put right by itself
	$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

benchmark: setup .venv/develop   ## the numbers of docs/performance.md
	sh scripts/benchmark

messages: setup .venv/develop    ## gather strings for translation
	sh scripts/messages

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

.venv/develop: .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[develop,benchmark]'
	touch $@

node_modules/installed: package.json package-lock.json
	npm ci --silent
	touch $@
