# Build tags, in one place. x11: see ARCHITECTURE.md ("Window"); sqlite_fts5: full-text search.
TAGS := x11,sqlite_fts5
GO   := go
BIN  := bin/footprint
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS := -X main.version=$(VERSION)
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | awk -F'\t' '{printf "  %-16s %s\n", $$1, $$2}'

.PHONY: setup
setup: ## install missing system packages for building and running
	@sh scripts/setup.sh run

.PHONY: run
run: setup build ## audit the bundled made-up person: in a window if there is a display, else in the terminal
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then ./$(BIN) demo --gui; else ./$(BIN) demo; fi

.PHONY: build
build: ## build bin/footprint
	$(GO) build -tags $(TAGS) -ldflags '$(LDFLAGS)' -o $(BIN) ./cmd/footprint

.PHONY: build-nogui
build-nogui: ## build bin/footprint without a window (needs no graphics headers)
	$(GO) build -tags nogui,sqlite_fts5 -ldflags '$(LDFLAGS)' -o $(BIN) ./cmd/footprint

.PHONY: test
test: ## install what the tests need and run all of them, with the race detector but for those of scripts/unraced.sh
	@sh scripts/setup.sh test
	sh scripts/with-display.sh $(GO) test -race -tags $(TAGS) -timeout 30m ./...
	sh scripts/with-display.sh sh scripts/unraced.sh -tags $(TAGS) -timeout 10m

.PHONY: screenshots
screenshots: ## draw every screen and state, light and dark, in three sizes, into bin/screens
	$(GO) test -tags $(TAGS) ./internal/gui -run TestStorybook -pictures '$(CURDIR)/bin/screens' -count=1 -timeout 60m

.PHONY: check
check: format vet staticcheck generated ## format, vet, staticcheck, generated files

.PHONY: format
format: ## fail if a file is not gofmt-formatted
	@out=$$(gofmt -l cmd internal assets); if [ -n "$$out" ]; then echo "not formatted:"; echo "$$out"; exit 1; fi

.PHONY: vet
vet: ## go vet, with and without the build tags
	$(GO) vet -tags $(TAGS) ./...
	$(GO) vet -tags nogui ./cmd/...

.PHONY: staticcheck
staticcheck: ## staticcheck at its pinned version
	$(GO) run $(STATICCHECK) -tags $(TAGS) ./...

.PHONY: generated
generated: ## fail if a file written by a program is out of date
	$(GO) test -tags $(TAGS) ./internal/ingest/all -run Guide -count=1
	$(GO) test ./internal/analyze/patientfit ./internal/analyze/conductfit -run Belong

.PHONY: lint
lint: ## golangci-lint with the layers as depguard rules, if it is installed
	golangci-lint run --build-tags $(TAGS)

.PHONY: train
train: ## fit the statistical models from ../shared/training and write assets/model
	$(GO) run ./internal/analyze/judgetrain -data ../shared/training -lexicon assets/lexicon -out assets/model
	$(GO) run ./internal/analyze/patientfit
	$(GO) run ./internal/analyze/conductfit

.PHONY: eval
eval: ## print precision, recall and false alarms on the evaluation texts and the dev split of ../shared/training
	$(GO) test ./internal/analyze -run 'TestFunctional|TestTrainingDev|TestDisguised|Eval' -count=1 -v
	$(GO) test ./internal/analyze/text ./internal/analyze/identify -run Eval -count=1 -v

.PHONY: bench-import
bench-import: build ## CPU time and memory of an audit of 100,000 posts beside unzip and jq, then the import of each platform
	@sh scripts/bench-import.sh
	@sh scripts/bench-platforms.sh

.PHONY: bench-check
bench-check: build ## texts a second of check --jsonl, beside ripgrep counting the terms of the word lists
	@sh scripts/bench-check.sh

.PHONY: bench-photos
bench-photos: build ## CPU time and memory of a first look at 1,000 photographs, beside vipsthumbnail and exiftool
	@sh scripts/bench-photos.sh

.PHONY: bench-window
bench-window: build ## first useful frame, memory and CPU time of the window on 1,000,000 items with a long checklist
	@sh scripts/with-display.sh sh scripts/bench-window.sh

.PHONY: bench-callbacks
bench-callbacks: ## typing in the search over 100,000 tasks, and the processor time of the window's longest callbacks on them
	$(GO) test -tags $(TAGS) ./internal/gui/view -run '^$$' -bench Typing -count=1
	$(GO) test -tags $(TAGS) ./internal/gui -run '^$$' -bench Callbacks -benchtime 1x -count=1

.PHONY: fuzz
fuzz: ## run every fuzz target for ten seconds (FUZZTIME=1m for longer)
	@TAGS=$(TAGS) sh scripts/fuzz.sh

.PHONY: torture
torture: build ## kill the program 216 times and fill its disk 63 times in the middle of work, and look for what is lost
	$(GO) run -tags $(TAGS) ./internal/torture -footprint $(BIN)

.PHONY: package
package: build ## dist/: an archive for Linux with desktop entry and icon, and a .deb where dpkg-deb is there
	@sh scripts/package.sh '$(VERSION)'

.PHONY: package-macos
package-macos: build ## on macOS: dist/Footprint.app, with the packager of Fyne
	@sh scripts/package-fyne.sh darwin '$(VERSION)'

.PHONY: package-windows
package-windows: build ## on Windows (in a shell with make): dist/Footprint.exe with icon, with the packager of Fyne
	@sh scripts/package-fyne.sh windows '$(VERSION)'
