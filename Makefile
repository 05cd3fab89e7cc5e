# `make run` and `make test` do all the set-up themselves; see README.md.
# The first of these that is there and new enough is used; name another with PYTHON=…
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
ifeq ($(strip $(PYTHON)),)
PYTHON := python3
endif

.DEFAULT_GOAL := help
.PHONY: help run test check build clean

help: ## Show the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: ## Set everything up and serve the portal on http://localhost:3000 (PORT=… for another)
	@$(PYTHON) -m setup run

test: ## Set everything up, browser included, and run every test (ARGS=… go to pytest)
	@$(PYTHON) -m setup test $(ARGS)

check: ## Lint, format, types and imports
	@$(PYTHON) -m setup check

build: ## Packages and front end, nothing started
	@$(PYTHON) -m setup build

clean: ## Remove what was built and installed here (the database in var/ stays)
	@rm -rf .venv .web var/setup var/index
