# Each target works on a fresh Debian with Swift, make and git.
PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

program := .build/release/crosscheck
bin_dir := $(DESTDIR)$(PREFIX)/bin
share_dir := $(DESTDIR)$(PREFIX)/share/crosscheck
bash_dir := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zsh_dir := $(DESTDIR)$(PREFIX)/share/zsh/site-functions
fish_dir := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
man_dir := $(DESTDIR)$(PREFIX)/share/man/man1

.PHONY: build demo test lint docs pictures install setup setup-tests clean

# Builds to standard error, so that `make -s demo` prints the report alone.
build: setup
	$(SWIFT) build --configuration release --static-swift-stdlib --product crosscheck >&2

# Exit status 1 of a check says that there are findings: here that is success.
demo: build
	@$(program) check seeds || { status=$$?; [ $$status -eq 1 ] || exit $$status; }

test: setup-tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

lint:
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

# The pages that are made of what the program knows; a test tells when they are out of date.
docs: build
	$(program) rules list --format markdown --output docs/rules.md
	SWIFT="$(SWIFT)" .ci/make-manual docs/crosscheck.1

# The pictures of docs/html-report.md; needs Chromium.
pictures: build
	$(program) check seeds --format html --fail-on never --output .build/report.html
	.ci/take-picture .build/report.html 1100 1000 docs/pictures/html-report-desktop.png
	.ci/take-picture .build/report.html 390 1500 docs/pictures/html-report-phone.png --blink-settings=preferredColorScheme=0

install: build
	install -d "$(bin_dir)" "$(share_dir)"
	install -m 755 $(program) "$(bin_dir)/crosscheck"
	rm -rf "$(share_dir)/rules"
	cp -R rules "$(share_dir)/rules"
	chmod -R u=rwX,go=rX "$(share_dir)/rules"
	install -d "$(man_dir)"
	install -m 644 docs/crosscheck.1 "$(man_dir)/crosscheck.1"
	install -d "$(bash_dir)" "$(zsh_dir)" "$(fish_dir)"
	$(program) --generate-completion-script bash >"$(bash_dir)/crosscheck"
	$(program) --generate-completion-script zsh >"$(zsh_dir)/_crosscheck"
	$(program) --generate-completion-script fish >"$(fish_dir)/crosscheck.fish"

setup:
	@command -v $(firstword $(SWIFT)) >/dev/null || { echo "setup: Swift 6.2 or later must be on the PATH" >&2; exit 1; }
	@.ci/install-packages libxml2-dev libxxhash-dev libzip-dev pkg-config

setup-tests: setup
	@.ci/install-packages libxml2-utils

clean:
	rm -rf .build
