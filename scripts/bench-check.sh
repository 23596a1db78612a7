#!/bin/sh
# Judges 200,000 short texts, prints the share of each stage and of the most costly rule, and lets ripgrep count the
# terms of the word lists in the same texts.
set -eu
cd "$(dirname "$0")/.."
footprint=${FOOTPRINT:-bin/footprint}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT INT TERM
go run ./internal/analyze/benchtexts -n "${TEXTS:-200000}" -o "$dir/texts.jsonl" -literals "$dir/literals"
export TIME='%e %U %S %M'

/usr/bin/time -o "$dir/none" "$footprint" check --jsonl </dev/null >/dev/null
/usr/bin/time -o "$dir/check" "$footprint" check --jsonl <"$dir/texts.jsonl" >"$dir/out"
n=$(wc -l <"$dir/texts.jsonl")
size=$(wc -c <"$dir/texts.jsonl")
echo "load: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
# report NAME FILE: what was done in the time, by the clock and by CPU time.
report() {
	awk -v name="$1" -v n="$n" -v mb="$((size / 1000000))" '{cpu = $2 + $3; if (cpu == 0) cpu = 0.01
		printf "%-16s %6.2f s, %6.2f s CPU: %8.0f texts/s, %8.0f texts/s per core, %6.1f MB/s per core, %d MB of memory\n",
			name, $1, cpu, n / $1, n / cpu, mb / cpu, $4 / 1024}' "$2"
}
report "footprint check" "$dir/check"
awk '{printf "  of which %.2f s CPU to start\n", $2 + $3}' "$dir/none"
BENCH_TEXTS="$dir/texts.jsonl" go test -run - -bench Shares -benchtime 5x ./internal/analyze |
	awk '/^BenchmarkShares/ {print "  shares of judging in per cent; rules have what is left beyond the stages they share, the most costly is named:"
		for (i = 5; i < NF; i += 2) printf "    %5.1f %s\n", $i, substr($(i + 1), 3)}'
if command -v rg >/dev/null; then
	/usr/bin/time -o "$dir/rg" rg --count-matches --ignore-case --fixed-strings --word-regexp -f "$dir/literals" "$dir/texts.jsonl" >"$dir/count" || true
	report "ripgrep" "$dir/rg"
	echo "  $(wc -l <"$dir/literals") terms, $(cat "$dir/count") matches"
fi
