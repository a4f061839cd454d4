#!/usr/bin/env bash
# Builds the web app and the binary: build/release/maplebridge. `--tests` builds the tests too.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p build
tests=OFF
[ "${1:-}" = --tests ] && tests=ON
PATH="$(tools/node.sh):$PATH"
export PATH CCACHE_DIR="${CCACHE_DIR:-$PWD/build/ccache}"
stamp=web/node_modules/.lock-installed
if ! cmp -s web/package-lock.json "$stamp"; then
  (cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  cp web/package-lock.json "$stamp"
fi
if [ ! -f web/dist/index.html ] || [ -n "$(find web/src web/public web/index.html web/desk web/api-docs web/vite.config.ts web/package-lock.json -newer web/dist/index.html -print -quit)" ]; then
  (cd web && npm run --silent build)
fi
cmake --preset release -DMAPLE_TESTS=$tests -DMAPLE_BENCH=$tests >build/configure.log 2>&1 || { cat build/configure.log; exit 1; }
if [ $tests = ON ]; then cmake --build --preset release; else cmake --build --preset release --target maplebridge; fi
