# "make" alone lists what there is. PYTHON=, VENV= and EPISODES_DIR= choose another
# interpreter, environment and folder of episodes. Needs python3, pip and GNU make 3.81 or later.
PYTHON       ?= python3
VENV         ?= .venv
EPISODES_DIR ?= fixtures

BIN   := $(VENV)/bin
PIP   := $(BIN)/python -m pip --quiet --disable-pip-version-check
STAMP := $(VENV)/.subalign-ready

.PHONY: help setup test fast lint types demo episodes bench native docs lock clean
.SECONDEXPANSION:

help:
	@echo "make demo              align fixtures/sonnet and show its first captions"
	@echo "make test              all tests (make fast: without the slow ones)"
	@echo "make lint types        ruff; mypy --strict"
	@echo "make build/NAME.vtt    captions of $(EPISODES_DIR)/NAME (also .srt, and .json: words)"
	@echo "make episodes -j2      captions of every episode in $(EPISODES_DIR)"
	@echo "make bench             accuracy, speed and memory, as tables"
	@echo "make native            aeneas with its C extensions against ours (needs a C compiler)"
	@echo "make docs              the pages of docs/ that come from the code"
	@echo "make lock              requirements.lock from pyproject.toml (UPGRADE=1: newest versions)"
	@echo "make setup, make clean the environment $(VENV); remove what was built"

# --- the environment ---------------------------------------------------------------------

setup: $(STAMP)

# All that is installed, and all that it is built with, is pinned by hash. pip and setuptools
# come first: two packages are published as source only, and are built with what is there.
LOCKED_TOOLS := sed -n -e '/^pip==/,/[^\\]$$/p' -e '/^setuptools==/,/[^\\]$$/p' requirements.lock
SITE          = $$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')

$(STAMP): pyproject.toml requirements.lock
	@echo "setting up $(VENV): up to a minute the first time"
	@$(PIP) --version >/dev/null 2>&1 || { $(new_environment); }
	@$(LOCKED_TOOLS) | $(PIP) install --no-compile --require-hashes -r /dev/stdin
	@$(PIP) install --no-compile --no-build-isolation --require-hashes -r requirements.lock
	@$(PIP) install --no-compile --no-build-isolation --no-deps -e .
	@touch $@

# A Python without ensurepip (Debian and Ubuntu without python3-venv) makes an environment
# without pip, which then gets the locked one from the pip of the system.
define new_environment
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { \
  echo "subalign needs Python 3.10 or newer: try make PYTHON=python3.12 setup" >&2; exit 1; }; \
$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || { \
  $(PYTHON) -m venv --clear --without-pip $(VENV) && \
  $(LOCKED_TOOLS) | $(PYTHON) -m pip --quiet --disable-pip-version-check \
    install --require-hashes --target "$(SITE)" -r /dev/stdin; } || { \
  echo "$(PYTHON) cannot make an environment with pip: install python3-venv" \
    "(Debian, Ubuntu: apt install python3-venv), or name another Python: PYTHON=" >&2; exit 1; }
endef

lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.10 --all-extras \
	  --generate-hashes --no-header --no-annotate $(if $(UPGRADE),--upgrade) \
	  pyproject.toml -o requirements.lock

# --- checks ------------------------------------------------------------------------------

test: $(STAMP)
	$(BIN)/python -m pytest

fast: $(STAMP)
	$(BIN)/python -m pytest -m "not slow" -n auto

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python -m bench

docs: $(STAMP)
	$(BIN)/python tools/make_docs.py

native:
	$(MAKE) setup VENV=.venv-native
	.venv-native/bin/python -m pip uninstall --quiet --yes py3-aeneas
	AENEAS_WITH_CEW=False PYTHONPATH="$(CURDIR)/tools/native" .venv-native/bin/python -m pip install --quiet \
	  --force-reinstall --no-build-isolation --no-cache-dir --no-deps \
	  --require-hashes -r tools/native/requirements.lock
	.venv-native/bin/python -m pytest tests/test_native.py

# --- captions ----------------------------------------------------------------------------

# The recording of an episode may have any suffix: fixtures/NAME/audio.*
recording = $(firstword $(wildcard $(1)/audio.*))
caption   = $(BIN)/subalign align $(call recording,$(1)) $(1)/transcript.txt \
              -o $(2).vtt -o $(2).srt --words $(2).json

TRANSCRIPTS := $(wildcard $(EPISODES_DIR)/*/transcript.txt)
EPISODES    := $(foreach name,$(patsubst $(EPISODES_DIR)/%/transcript.txt,%,$(TRANSCRIPTS)), \
                 $(if $(call recording,$(EPISODES_DIR)/$(name)),$(name)))
SOURCES     := $(wildcard subalign/*.py subalign/*/*.py)

demo: $(STAMP)
	@mkdir -p build
	$(call caption,fixtures/sonnet,build/sonnet)
	@echo && head -n 14 build/sonnet.vtt

episodes: $(EPISODES:%=build/%.vtt)
	@test -n "$(strip $(EPISODES))" || { \
	  echo "no folder in $(EPISODES_DIR) holds both audio.* and transcript.txt" >&2; exit 1; }

# A pattern rule with several targets makes them together, once, in every version of make.
build/%.vtt build/%.srt build/%.json: $(EPISODES_DIR)/%/transcript.txt \
    $$(call recording,$(EPISODES_DIR)/$$*) $(SOURCES) $(STAMP)
	@mkdir -p build
	$(if $(call recording,$(EPISODES_DIR)/$*),,$(error no $(EPISODES_DIR)/$*/audio.* beside the transcript))
	$(call caption,$(EPISODES_DIR)/$*,build/$*)

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .venv-lock
