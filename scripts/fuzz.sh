#!/bin/sh
# Runs every fuzz target for a short time: FUZZTIME, 10s unless told. TAGS are the build tags.
set -eu
cd "$(dirname "$0")/.."
go list -tags "$TAGS" ./internal/... | while read -r package; do
	go test -tags "$TAGS" -list '^Fuzz' "$package" | grep '^Fuzz' | while read -r target; do
		echo "$package $target"
		go test -tags "$TAGS" -run '^$' -fuzz "^$target\$" -fuzztime "${FUZZTIME:-10s}" "$package" </dev/null
	done
done
