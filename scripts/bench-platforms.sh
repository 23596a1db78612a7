#!/bin/sh
# Imports a generated export of every platform that exportgen writes, and prints CPU time, records and megabytes of
# content a second, peak memory, and the records a second beside X's. DIR is where the exports are kept, FOOTPRINT
# another binary, SCALE the percentage of the full size (100 unless told).
set -eu
cd "$(dirname "$0")/.."
dir=${DIR:-bin/bench}
footprint=${FOOTPRINT:-bin/footprint}
scale=${SCALE:-100}
db=$(mktemp -d)
trap 'rm -rf "$db"' EXIT INT TERM
mkdir -p "$dir"
go build -o "$db/write" ./internal/ingest/exportgen/write

# size FILE: bytes of content, uncompressed.
size() { case $1 in *.zip) unzip -l "$1" | awk 'END {print $1}' ;; *) wc -c <"$1" ;; esac; }

echo "load: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
printf '%-10s %9s %7s %7s %11s %7s %7s %10s\n' platform records MB 's CPU' 'records/s' MB/s 'MB peak' 'X : rec/s'
while read -r format records; do
	records=$((records * scale / 100))
	mkdir -p "$dir/$format-$records"
	set -- "$dir/$format-$records"/*
	[ -f "$1" ] || "$db/write" -format "$format" -records "$records" -dir "$dir/$format-$records" >/dev/null
	set -- "$dir/$format-$records"/*
	TIME='TIME %U %S %M' /usr/bin/time -o "$db/time" "$footprint" --db "$db/$format.db" --consent import "$1" >"$db/out" 2>"$db/err" || {
		cat "$db/err" >&2
		exit 1
	}
	awk -v format="$format" -v records="$records" -v bytes="$(size "$1")" -v x="${x:-0}" '/^TIME/ {
		s = $2 + $3; mb = bytes / 1048576
		printf "%-10s %9d %7.0f %7.2f %11.0f %7.1f %7.0f", format, records, mb, s, records / s, mb / s, $4 / 1024
		printf " %10.2f\n", x ? x * s / records : 1
		print records / s >"/dev/stderr"}' "$db/time" 2>"$db/rate"
	[ -n "${x:-}" ] || x=$(cat "$db/rate")
	rm -f "$db/$format.db"*
done <<LIST
x 100000
linkedin 100000
takeout 250000
whatsapp 1000000
telegram 200000
reddit 200000
bluesky 200000
LIST
