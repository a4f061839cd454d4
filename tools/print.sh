#!/usr/bin/env bash
# Prints what is generated from the program: the API, its client's types, the life of a dispute.
set -euo pipefail
cd "$(dirname "$0")/.."
build/release/maplebridge openapi > docs/openapi.json
build/release/maplebridge life > docs/life.md
cd web && PATH="$(bash ../tools/node.sh):$PATH" npm run --silent types
