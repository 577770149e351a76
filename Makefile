# EthML. `make` alone lists what there is.
#
# Every target first makes what it needs (tools, npm packages, the ONNX Runtime library) and rebuilds only what changed.
# Nothing is installed outside this folder but Go's and npm's own caches.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

ROOT := $(CURDIR)
BIN := $(ROOT)/bin
CACHE := $(ROOT)/.cache
TOOLS := $(BIN)/tools
BENCH := $(ROOT)/bench

# The workspace's modules, and those whose tests are `make test`'s: test/ holds the longer, whole-system suites.
MODULES := $(patsubst ./%,%,$(shell awk '{sub(/^use /, "")} $$1 ~ /^\.\// {print $$1}' go.work))
UNIT_MODULES := $(filter-out test,$(MODULES))
# Tools written here, which are tested and linted like everything else.
OWN_TOOLS := repocheck benchdemo powgen licenses monitorcheck k8scheck
# Modules of this project outside go.work, which go stale without a word when those in it change.
OWN_MODULES := $(addprefix tools/,$(OWN_TOOLS)) services/pow/tools/bench
# Where goroutines share state: tested under the race detector at once, the rest by `make test-race`.
RACE_MODULES := $(filter internal services/%,$(UNIT_MODULES))
packages = $(patsubst %,./%/...,$(1))

# Where ONNX Runtime lies. One from elsewhere is used as it is, and nothing is fetched.
ONNXRUNTIME := $(CACHE)/onnxruntime/libonnxruntime.so.1
ETHML_ONNXRUNTIME_LIB ?= $(ONNXRUNTIME)
export ETHML_ONNXRUNTIME_LIB

# buf finds its plugins in PATH and may keep a cache, but never goes to the network.
BUF := PATH="$(TOOLS):$$PATH" BUF_CACHE_DIR="$(CACHE)/buf" $(TOOLS)/buf
PROTO_TOOLS := $(TOOLS)/buf $(TOOLS)/protoc-gen-go $(TOOLS)/protoc-gen-go-grpc

# Recipes say what they run; `@$(call heading,...)` marks where a part of a longer target begins.
heading = printf '\n\033[1m== %s\033[0m\n' '$(1)'

.PHONY: help
help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^##@ / {printf "\n%s\n", substr($$0, 5)} /^[a-z][a-zA-Z0-9_-]*:.*## / {printf "  %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##@ Run

# Told by --version. Where git is away, the go command's own stamp stands in, if there is one.
REVISION := $(shell git describe --always --exclude '*' --abbrev=12 --dirty 2>/dev/null)
STAMP := -ldflags "-X github.com/ethml/ethml/internal/version.Revision=$(REVISION)"

.PHONY: demo build
demo: build-ethml onnxruntime ## the whole system in one process: ask twice, print the answers, stay up (ONCE=1: then stop)
	$(BIN)/ethml demo $(if $(ONCE),--once) $(DEMO_FLAGS)

# The go command knows best what is up to date; it relinks nothing that isn't changed.
build: need-go onnxruntime ## every binary, into bin/
	@mkdir -p $(BIN)
	go build $(STAMP) -o $(BIN)/ $(patsubst %,./%,$(filter cmd/% services/%,$(MODULES)))

.PHONY: need-go build-ethml build-modules
need-go:
	@command -v go >/dev/null || { echo "go is not in PATH: install Go 1.26 or later (https://go.dev/dl)" >&2; exit 1; }

build-ethml: need-go
	@mkdir -p $(BIN)
	@[[ -e $(BIN)/ethml ]] || echo "building bin/ethml; the first time takes some minutes"
	go build $(STAMP) -o $(BIN)/ ./cmd/ethml

build-modules: ## each module on its own, without go.work
	@for module in $(MODULES); do echo "$$module"; GOWORK=off go build -C "$$module" ./...; done
	CGO_ENABLED=0 GOARCH=arm64 GOWORK=off go build -C services/pow -o /dev/null .

##@ Test

.PHONY: test test-go test-contracts test-e2e test-guides test-tools test-kernels
test: need-go ## what must pass before a change lands: unit, integration, contracts, one whole system, generated code, linters
	@$(call heading,Go tests) && $(MAKE) test-go
	@$(call heading,contract tests) && $(MAKE) test-contracts
	@$(call heading,whole system) && $(MAKE) test-e2e
	@$(call heading,generated code) && $(MAKE) generate-check
	@$(call heading,linters) && $(MAKE) lint

test-go: onnxruntime $(TOOLS)/ipfs test-tools ## unit and integration tests of every module
	go test -race $(GO_TEST_FLAGS) $(call packages,$(RACE_MODULES))
	go test $(GO_TEST_FLAGS) $(call packages,$(filter-out $(RACE_MODULES),$(UNIT_MODULES)))
	$(MAKE) test-kernels

test-tools:
	@for tool in $(OWN_TOOLS); do GOWORK=off go test -C tools/$$tool $(GO_TEST_FLAGS) ./...; done

# A kernel that this processor lacks is skipped with a word.
test-kernels:
	@for kernel in avx512 avx2 portable; do \
		echo "kernel $$kernel"; \
		ETHML_POW_KERNEL=$$kernel go test $(GO_TEST_FLAGS) -v ./services/pow/... | { grep -vE '^ *(=== |--- PASS|PASS)|: seed 0x|expected hashes' || true; }; \
	done

test-contracts: ## forge tests (FUZZ_RUNS=, INVARIANT_RUNS= for longer ones)
	$(if $(FUZZ_RUNS),FOUNDRY_FUZZ_RUNS=$(FUZZ_RUNS)) $(if $(INVARIANT_RUNS),FOUNDRY_INVARIANT_RUNS=$(INVARIANT_RUNS)) $(MAKE) -C contracts test
	$(MAKE) -C examples/insurance-quote test

test-e2e: build-ethml onnxruntime test-guides ## the whole system, driven over eth_* RPC only, and every command of the guides
	@$(MAKE) -C examples/insurance-quote build
	go test $(GO_TEST_FLAGS) -timeout 15m ./test/e2e/...

test-guides: onnxruntime $(TOOLS)/grpcurl ## what the guides in docs/ tell people to type, against one network
	go test $(GO_TEST_FLAGS) -count=1 -timeout 15m ./test/guides

.PHONY: test-explorer
test-explorer: build-ethml onnxruntime ## the explorer's pages in Chromium, over a real network; screenshots into .cache/explorer-shots
	@command -v "$${ETHML_CHROMIUM:-/usr/bin/chromium}" >/dev/null || { echo "no Chromium: apt-get install chromium, or name one in ETHML_CHROMIUM" >&2; exit 1; }
	@# Takes the locked versions and leaves the lock file alone.
	cd test/explorer && npm install --no-save --ignore-scripts --no-audit --no-fund && npm test

.PHONY: test-all test-race test-sim test-fault test-fault-short test-fuzz test-onnx test-clients test-cpus
test-all: test ## every longer suite too
	@$(call heading,modules on their own) && $(MAKE) build-modules
	@$(call heading,race detector) && $(MAKE) test-race
	@$(call heading,explorer in a browser) && $(MAKE) test-explorer
	@$(call heading,faults) && $(MAKE) test-fault
	@$(call heading,rolling restarts) && $(MAKE) test-rolling
	@$(call heading,fuzzing) && $(MAKE) test-fuzz
	@$(call heading,models of ONNX) && $(MAKE) test-onnx
	@$(call heading,clients from elsewhere) && $(MAKE) test-clients
	@$(call heading,release) && $(MAKE) test-release
	@$(call heading,other processors) && $(MAKE) test-cpus
	@$(call heading,long contract tests) && $(MAKE) test-contracts FUZZ_RUNS=5000 INVARIANT_RUNS=500
	@$(call heading,protos against the last release) && $(MAKE) breaking

test-race: onnxruntime $(TOOLS)/ipfs ## the Go tests under the race detector, in random order
	go test -race -shuffle=on -timeout 30m $(call packages,$(UNIT_MODULES))

SIM_RUNS ?= 300
SIM_SEED ?= 1
test-sim: ## whole operators in simulated time on the real contracts, broken in every way (SIM_RUNS=300 seeds from SIM_SEED=1)
	go test $(GO_TEST_FLAGS) -count=1 -timeout 10h -v ./test/sim -sim.runs=$(SIM_RUNS) -sim.seed=$(SIM_SEED) | { grep -vE '^ *(=== |--- PASS)' || true; }

# From inside the folder, go test shows each run's line as it comes.
FAULT_SEEDS ?= 1-60
test-fault: onnxruntime ## whole networks of processes, broken by a seed's plan and judged by the chain (FAULT_SEEDS=1-60, FAULT_RESULTS= a file to go on from)
	@$(MAKE) -C contracts install
	go test $(GO_TEST_FLAGS) ./test/fault/internal/...
	go test -tags ethml_fault $(GO_TEST_FLAGS) ./services/submitter
	go test -C test/fault -count=1 -timeout 180m -seeds $(FAULT_SEEDS) $(if $(FAULT_RESULTS),-results $(abspath $(FAULT_RESULTS)))

test-fault-short: ## five of these runs
	$(MAKE) test-fault FAULT_SEEDS=1-5

test-onnx: onnxruntime ## ONNX's own tests through the Open Inference Protocol (data: Debian's libonnx-testdata)
	go test -tags conformance $(GO_TEST_FLAGS) -count=1 -v ./services/inference/internal/conformance

test-cpus: onnxruntime ## the example models' outputs, bit by bit, on processors that qemu-user plays
	go test -tags cpus $(GO_TEST_FLAGS) -count=1 -run Processor ./services/inference/service

test-clients: onnxruntime $(TOOLS)/grpcurl $(TOOLS)/ghz ## grpcurl and ghz, which know the services by reflection only
	go test -tags clients $(GO_TEST_FLAGS) -count=1 ./services/inference/internal/clients

ROLLING_ROUNDS ?= 10
.PHONY: test-rolling
test-rolling: onnxruntime ## every service restarted under load, ROLLING_ROUNDS times, with certificates renewed on the way
	ETHML_ROLLING_ROUNDS=$(ROLLING_ROUNDS) go test $(GO_TEST_FLAGS) -count=1 -v -timeout 40m ./test/rolling

FUZZTIME ?= 20s
test-fuzz: onnxruntime ## each fuzz test for FUZZTIME
	scripts/fuzz $(FUZZTIME) $(UNIT_MODULES)

##@ Check

.PHONY: lint lint-go lint-proto lint-repo lint-shell lint-tidy lint-contracts breaking
lint: lint-repo lint-tidy lint-proto lint-shell lint-go lint-contracts ## every linter

lint-go: $(TOOLS)/golangci-lint
	GOLANGCI_LINT_CACHE="$(CACHE)/golangci" $(TOOLS)/golangci-lint run $(call packages,$(MODULES))
	@for module in $(OWN_MODULES); do (cd $$module && GOWORK=off GOLANGCI_LINT_CACHE="$(CACHE)/golangci" $(TOOLS)/golangci-lint run ./...); done

lint-proto: $(TOOLS)/buf
	cd proto && $(BUF) lint && $(BUF) format --diff --exit-code --path ethml

lint-repo: $(TOOLS)/repocheck
	$(TOOLS)/repocheck

lint-tidy:
	@for module in $(MODULES) $(OWN_MODULES); do (cd "$$module" && GOWORK=off go mod tidy -diff) || { echo "$$module/go.mod is not tidy: run make tidy" >&2; exit 1; }; done

lint-shell:
	scripts/lint-shell

.PHONY: audit
audit: $(TOOLS)/licenses $(TOOLS)/govulncheck ## licences of everything that is linked, and known vulnerabilities where their database can be reached
	scripts/audit $(TOOLS)/licenses $(TOOLS)/govulncheck $(filter cmd/% services/%,$(MODULES))

lint-contracts:
	@$(MAKE) -C contracts install
	cd contracts && tools/forge fmt --check
	cd examples/insurance-quote && ../../contracts/tools/forge fmt --check

breaking: $(TOOLS)/buf ## protos against those of the last release (or AGAINST=a git revision)
	@against="$(AGAINST)"; : "$${against:=$$(git describe --tags --abbrev=0 --match 'v*' 2>/dev/null || true)}"; \
	if [[ -z $$against ]]; then echo "no release yet, so nothing to break"; exit 0; fi; \
	echo "against $$against"; cd proto && $(BUF) breaking --against "$(ROOT)/.git#ref=$$against,subdir=proto"

##@ Write

.PHONY: generate generate-proto generate-pow generate-bindings generate-check fmt tidy
generate: generate-proto generate-bindings generate-pow ## generated code again: protos, contract bindings, search kernels

generate-proto: $(PROTO_TOOLS)
	cd proto && $(BUF) generate

generate-bindings:
	$(MAKE) -C contracts bindings

generate-pow:
	cd tools/powgen && GOWORK=off go generate ./...

generate-check: $(PROTO_TOOLS) ## fail if generated code isn't what its sources say
	PATH="$(TOOLS):$$PATH" scripts/generate-check
	$(MAKE) -C contracts bindings-check

fmt: $(TOOLS)/buf ## format Go, protos and contracts
	git ls-files -z --cached --others --exclude-standard -- '*.go' ':!*.pb.go' | xargs -0 gofmt -w
	cd proto && $(BUF) format -w --path ethml
	@$(MAKE) -C contracts install
	cd contracts && tools/forge fmt
	cd examples/insurance-quote && ../../contracts/tools/forge fmt

tidy: ## one version of each dependency in all modules, and no more of them than needed
	@# `go mod tidy` gives a sibling it adds a date for a version.
	sed -i -E 's|^(.*github\.com/ethml/ethml/[a-z/]+ v0\.0\.0)-00010101000000-000000000000|\1|' $(addsuffix /go.mod,$(MODULES) $(OWN_MODULES))
	go work sync
	@for module in $(MODULES) $(OWN_MODULES); do (cd "$$module" && GOWORK=off go mod tidy); done

##@ Measure

.PHONY: bench bench-demo bench-pow bench-inference bench-gas bench-chain bench-system bench-submitter
bench: bench-demo bench-pow bench-inference bench-gas bench-chain bench-system bench-explorer bench-submitter ## every benchmark below; figures also go to bench/<name>.json

bench-demo: build-ethml onnxruntime $(TOOLS)/benchdemo ## the demo from start to the second answer: time, memory, idle processor
	$(TOOLS)/benchdemo -ethml $(BIN)/ethml -out $(BENCH)/demo.json

bench-pow: ## hashes a second, by kernel, and how many times a plain library
	@mkdir -p $(BENCH)
	scripts/bench-pow $(BENCH)/pow.json

bench-chain: ## how soon events are delivered, with and without TLS, catch-up against bare FilterLogs, a hundred subscribers, report to commit
	ETHML_BENCH_JSON=$(BENCH)/chain.json go test -count=1 -run '^$$' -bench . -benchtime 1x ./services/watcher/bench
	ETHML_BENCH_JSON=$(BENCH)/chain.json go test -tags bench -count=1 -v -run TestBenchReportToBroadcast ./services/submitter/service
	@cat $(BENCH)/chain.json

bench-system: build onnxruntime ## five operators as processes: predictions a second, latency, gas and who uses the processor, some five minutes
	ETHML_TEST_BIN=$(BIN) ETHML_BENCH_JSON=$(BENCH)/system.json go test -C test/bench -tags bench -count=1 -timeout 20m -v .

bench-inference: onnxruntime ## CPU a call against a bare server, with and without TLS, a block of 32, a thousand models
	ETHML_BENCH_DIR=$(BENCH) go test -tags bench -count=1 -v ./services/inference/internal/bench
	ETHML_BENCH_DIR=$(BENCH) go test -tags bench -count=1 -v -run TestABlockOf32 ./services/inference/service

.PHONY: bench-explorer
bench-explorer: ## the explorer with 100,000 requests: first paint in Chromium, page weight, events a second when it indexes anew
	@mkdir -p $(BENCH)
	cd test/explorer && npm install --no-save --ignore-scripts --no-audit --no-fund
	ETHML_BENCH_JSON=$(BENCH)/explorer.json go test -tags bench -count=1 -v ./services/explorer/bench

bench-submitter: ## last report to commit broadcast, in plaintext and with mutual TLS in turns
	ETHML_BENCH_DIR=$(BENCH) go test -tags bench -count=1 -v -run Bench ./services/submitter/service

bench-gas: ## gas of every transaction against its budget
	$(MAKE) -C contracts gas

##@ Release

.PHONY: release test-release
release: ## what users download, into dist/: programs for each platform, and SHA256SUMS (PLATFORMS= for some)
	rm -rf $(ROOT)/dist
	scripts/release $(ROOT)/dist $(PLATFORMS)

test-release: ## a release twice, in two folders: the same bytes, and every program tells its revision
	scripts/release-check $(PLATFORMS)

##@ Tools

.PHONY: tools onnxruntime prometheus clean
tools: $(PROTO_TOOLS) $(TOOLS)/golangci-lint $(TOOLS)/repocheck $(TOOLS)/benchdemo $(TOOLS)/geth $(TOOLS)/ipfs $(TOOLS)/grpcurl $(TOOLS)/ghz ## every build-time tool, into bin/tools/

onnxruntime: $(filter $(ONNXRUNTIME),$(ETHML_ONNXRUNTIME_LIB)) ## the ONNX Runtime library, unless ETHML_ONNXRUNTIME_LIB names one
	@[[ -f $$ETHML_ONNXRUNTIME_LIB ]] || { echo "ETHML_ONNXRUNTIME_LIB names $$ETHML_ONNXRUNTIME_LIB, which is not there: correct it, or unset it to have the library fetched" >&2; exit 1; }

prometheus: $(TOOLS)/promtool ## prometheus and promtool, from Debian's package: tests of alerts and scraping are skipped without them

$(TOOLS)/promtool: scripts/prometheus
	scripts/prometheus $(@D)
	@touch $@

$(ONNXRUNTIME): scripts/onnxruntime scripts/onnxruntime.sha256
	scripts/onnxruntime $(@D)
	@touch $@

clean: ## delete what was built (not Go's and npm's caches)
	rm -rf $(BIN) $(BENCH) $(CACHE) $(ROOT)/dist

# Tools are modules of their own, outside the workspace, so that what they need never mixes with what the services need.
# $(1) binary, $(2) folder in tools/, $(3) package, $(4) sources beside go.mod and go.sum.
define go_tool
$(TOOLS)/$(1): tools/$(2)/go.mod $(4)
	GOWORK=off go build -C tools/$(2) -o $$@ $(3)
	@touch $$@
endef

$(eval $(call go_tool,buf,buf,github.com/bufbuild/buf/cmd/buf,tools/buf/go.sum))
$(eval $(call go_tool,protoc-gen-go,protoc,google.golang.org/protobuf/cmd/protoc-gen-go,tools/protoc/go.sum))
$(eval $(call go_tool,protoc-gen-go-grpc,protoc,google.golang.org/grpc/cmd/protoc-gen-go-grpc,tools/protoc/go.sum))
$(eval $(call go_tool,golangci-lint,golangci,github.com/golangci/golangci-lint/v2/cmd/golangci-lint,tools/golangci/go.sum))
$(eval $(call go_tool,geth,geth,github.com/ethereum/go-ethereum/cmd/geth,tools/geth/go.sum))
$(eval $(call go_tool,ipfs,kubo,github.com/ipfs/kubo/cmd/ipfs,tools/kubo/go.sum))
$(eval $(call go_tool,grpcurl,grpcurl,github.com/fullstorydev/grpcurl/cmd/grpcurl,tools/grpcurl/go.sum))
$(eval $(call go_tool,govulncheck,govulncheck,golang.org/x/vuln/cmd/govulncheck,tools/govulncheck/go.sum))
$(eval $(call go_tool,licenses,licenses,.,$(wildcard tools/licenses/*.go)))
$(eval $(call go_tool,ghz,ghz,github.com/bojand/ghz/cmd/ghz,tools/ghz/go.sum))
$(eval $(call go_tool,repocheck,repocheck,.,$(wildcard tools/repocheck/*.go)))
$(eval $(call go_tool,benchdemo,benchdemo,.,$(wildcard tools/benchdemo/*.go)))

include deploy/compose.mk
