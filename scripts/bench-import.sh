#!/bin/sh
# Audits a generated X archive and reads the same file with unzip and jq, and prints CPU time and peak memory
# of both. POSTS sets the number of posts (100000 unless told), DIR where the archive is kept, FOOTPRINT another binary.
set -eu
cd "$(dirname "$0")/.."
posts=${POSTS:-100000}
dir=${DIR:-bin/bench}
footprint=${FOOTPRINT:-bin/footprint}
zip=$dir/x-$posts/x.zip
mkdir -p "$dir/x-$posts"
[ -f "$zip" ] || go run ./internal/ingest/exportgen/write -format x -records "$posts" -dir "$dir/x-$posts"
db=$(mktemp -d)
trap 'rm -rf "$db"' EXIT INT TERM

# cpu FILE: seconds of CPU, from the lines of GNU time.
cpu() { awk '/^TIME/ {s += $2 + $3; if ($4 > m) m = $4} END {printf "%.2f %.0f", s, m / 1024}' "$1"; }

export TIME='TIME %U %S %M'
/usr/bin/time -a -o "$db/footprint" "$footprint" --db "$db/a.db" --consent audit "$zip" >"$db/out" 2>"$db/err" || {
	cat "$db/err" >&2
	exit 1
}
/usr/bin/time -a -o "$db/jq" unzip -p "$zip" data/tweets.js |
	/usr/bin/time -a -o "$db/jq" sed '1s/^[^=]*= //' |
	/usr/bin/time -a -o "$db/jq" jq -c '.[]' >"$db/jq.out"

echo "load: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
{ cpu "$db/footprint"; echo; cpu "$db/jq"; echo; } | awk -v posts="$posts" '
	NR == 1 {f = $1; printf "footprint audit, %d posts: %s s CPU, %s MB at most\n", posts, $1, $2}
	NR == 2 {printf "unzip | sed | jq -c .[]:   %s s CPU, %s MB at most\nratio of CPU time: %.2f\n", $1, $2, f / $1}'
