#!/usr/bin/env bash
# Installs what tools/packages.txt lists and is not there yet (Debian 12; needs root or sudo).
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
missing=()
while read -r package; do
  case "$package" in ''|'#'*) continue ;; esac
  # A newer Node than Debian's may be here already, under another package's name.
  if [ "$package" = nodejs ] && command -v node >/dev/null; then continue; fi
  if [ "$package" = npm ] && command -v npm >/dev/null; then continue; fi
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done < "$here/tools/packages.txt"
[ ${#missing[@]} -eq 0 ] && exit 0
sudo=''
[ "$(id -u)" -eq 0 ] || sudo='sudo'
echo "Installing: ${missing[*]}"
# Debian would make a cluster of its own when PostgreSQL is installed; the tests make theirs.
$sudo mkdir -p /etc/postgresql-common
grep -qs create_main_cluster /etc/postgresql-common/createcluster.conf ||
  echo 'create_main_cluster = false' | $sudo tee -a /etc/postgresql-common/createcluster.conf >/dev/null
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
