#!/bin/sh
# Opens the window on a database of ITEMS items (1000000 unless told), every ninth with something to look at, and prints
# when the first useful frame came, the longest callbacks, the memory, and the CPU time until all was read. DIR is where the database is
# kept between runs: making it takes minutes. Needs a display: sh scripts/with-display.sh sh scripts/bench-window.sh
set -eu
cd "$(dirname "$0")/.."
items=${ITEMS:-1000000}
dir=${DIR:-bin/bench}/window-$items
footprint=${FOOTPRINT:-bin/footprint}
wait=${WAIT:-30} # seconds that the window stays open
mkdir -p "$dir"
if [ ! -f "$dir/done" ]; then
	go run ./internal/ingest/exportgen/write -format x -records "$items" -telling 9 -dir "$dir" >/dev/null
	"$footprint" --db "$dir/window.db" --consent audit "$dir/x.zip" >/dev/null
	rm "$dir/x.zip"
	touch "$dir/done"
fi
FOOTPRINT_TRACE=1 LIBGL_ALWAYS_SOFTWARE=1 XDG_CONFIG_HOME=$dir XDG_CACHE_HOME=$dir "$footprint" --db "$dir/window.db" 2>"$dir/trace" &
pid=$!
sleep "$wait"
grep '^first useful frame' "$dir/trace" || echo "no useful frame in $wait s"
echo "longest callbacks:"
sed -n 's/^callback: //p' "$dir/trace" | sort -rn | head -10
awk '/^VmHWM|^VmRSS/ {printf "%s %d MB\n", $1, $2 / 1024}' "/proc/$pid/status"
awk -v hz="$(getconf CLK_TCK)" '{printf "CPU: %.1f s\n", ($14 + $15) / hz}' "/proc/$pid/stat"
echo "load: $(cut -d' ' -f1-3 /proc/loadavg)"
kill "$pid"
