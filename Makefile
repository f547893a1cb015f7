# `make` alone lists what there is. Needs GNU make and Python 3.11.2 or newer, nothing else.

PYTHON ?= python3
UV_VERSION := 0.13.9

# Every path is relative, so that the checkout may lie in a folder with spaces in its name.
VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

quoted = '$(subst ','\'',$(1))'
SOURCE_FLAGS = $(foreach folder,$(SOURCES),--sources $(call quoted,$(folder)))
STRICT_FLAG = $(if $(filter-out 0,$(STRICT)),--strict)

.PHONY: help
help: ## List the targets
	@echo 'make TARGET [VARIABLE=value]'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-10s%s\n", $$1, $$2 }'

.PHONY: site
site: $(READY) ## Build site/ (SOURCES="folder …" adds raw files, STRICT=1 fails on warnings)
	$(BIN)/resolutions build $(SOURCE_FLAGS) $(STRICT_FLAG)

.PHONY: serve
serve: $(READY) ## Show the site on this machine and rebuild it on every change (SOURCES)
	$(BIN)/resolutions serve $(SOURCE_FLAGS)

.PHONY: check
check: $(READY) ## Print every notice on the raw files (FILES="path …", STRICT=1)
	$(BIN)/resolutions check $(foreach file,$(FILES),$(call quoted,$(file))) $(STRICT_FLAG)

.PHONY: test
test: $(READY) ## Run the tests, the browser's included (ARGS="-k name" goes to pytest)
	@browser=$$($(BIN)/python tests/get_browser.py) && \
	  echo "Testing with $$browser" && \
	  RESOLUTIONS_BROWSER="$$browser" $(BIN)/python -m pytest -n auto --maxprocesses 4 $(ARGS)

.PHONY: audit
audit: $(READY) ## Check every page with the Nu checker and two with Lighthouse (needs Node and Java)
	$(BIN)/python tests/audit.py

.PHONY: fuzz
fuzz: $(READY) ## Run the long random tests
	$(BIN)/python -m pytest -m fuzz $(ARGS)

.PHONY: corpus
corpus: $(READY) ## Run the tests over every document of the shared corpus (RESOLUTIONS_CORPUS=folder)
	$(BIN)/python -m pytest -m corpus $(ARGS)

.PHONY: measure
measure: $(READY) ## Print how well real documents are read (CORPUS=folder, ARGS="--against file")
	$(BIN)/python -m benchmarks.quality $(if $(CORPUS),--corpus $(call quoted,$(CORPUS))) $(ARGS)

.PHONY: speed
speed: $(READY) ## Print how many documents a second are read (CORPUS=folder, ARGS="--every 1")
	$(BIN)/python -m benchmarks.speed $(if $(CORPUS),--corpus $(call quoted,$(CORPUS))) $(ARGS)
	$(BIN)/python -m benchmarks.comparing $(if $(CORPUS),--corpus $(call quoted,$(CORPUS)))
	$(BIN)/python -m benchmarks.linking $(if $(CORPUS),--corpus $(call quoted,$(CORPUS)))

.PHONY: bless
bless: $(READY) ## Accept what the golden tests give now as what they expect
	$(BIN)/python -m pytest tests/test_golden.py --bless $(ARGS)

.PHONY: lint
lint: $(READY) ## Check style, types, workflows and shell scripts
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/shellcheck .ci/run .github/scripts/*.sh

.PHONY: format
format: $(READY) ## Set the Python code the way `make lint` wants it
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

.PHONY: lock
lock: ## Write requirements.lock anew from pyproject.toml (UPGRADE=1 takes newer versions)
	@$(need-python)
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip install --quiet uv==$(UV_VERSION)
	.venv-lock/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11.2 \
	  --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' --quiet \
	  $(if $(UPGRADE),--upgrade) --output-file requirements.lock
	rm -rf .venv-lock

.PHONY: clean
clean: ## Remove everything that was built or set up
	rm -rf site .site-* build dist $(VENV) .venv-lock .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	rm -rf plugins/*.egg-info
	find plugins tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The set-up, in two steps: a change of pyproject.toml alone need not install everything anew.

$(READY): $(LOCKED) pyproject.toml
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(LOCKED): requirements.lock
	@$(need-python)
	@echo 'Setting up $(VENV), once …'
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@printf '%s\n' $(call quoted,$(CURDIR)) >$@

# Scripts in a virtual environment name its place: a checkout that moved or was copied needs a new one.
ifneq "$(shell cat $(LOCKED) 2>/dev/null)" "$(CURDIR)"
.PHONY: $(LOCKED)
endif

# Debian and Ubuntu keep the module that makes virtual environments in a package of its own.
define need-python
python=$(call quoted,$(PYTHON)); \
say() { echo "$$*" >&2; exit 1; }; \
command -v "$$python" >/dev/null || \
  say "There is no '$$python' here. Install Python 3.11.2 or newer, or name one: make PYTHON=/path/to/python3"; \
"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11, 2))' || \
  say "Python 3.11.2 or newer is needed, and '$$python' is $$("$$python" --version 2>&1). Name a newer one: make PYTHON=python3.13"; \
able() { "$$python" -c 'import ensurepip, venv' 2>/dev/null; }; \
if ! able && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
  { apt-get -qq update; DEBIAN_FRONTEND=noninteractive apt-get -qq install -y python3-venv; } >&2 || true; \
fi; \
able || say "'$$python' cannot make virtual environments: install its venv package (Debian, Ubuntu: apt-get install python3-venv)"
endef
