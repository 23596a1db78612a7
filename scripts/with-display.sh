#!/bin/sh
# Runs a command with a display: the present one, or a virtual one of 1280x800 when there is none.
set -eu
if [ -n "${DISPLAY:-}" ] || ! command -v xvfb-run >/dev/null 2>&1; then exec "$@"; fi
exec env LIBGL_ALWAYS_SOFTWARE=1 xvfb-run -a -s "-screen 0 1280x800x24" "$@"
