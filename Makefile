# EthML. `make` alone lists what there is.
# Every target makes what it needs first (tools, npm packages, the ONNX Runtime library) and rebuilds only what changed.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

ROOT := $(CURDIR)
BIN := $(ROOT)/bin
CACHE := $(ROOT)/.cache
TOOLS := $(BIN)/tools

# Tools are modules of their own, so that what they need never mixes with what the services need.
BUF := PATH="$(TOOLS):$$PATH" BUF_CACHE_DIR="$(CACHE)/buf" $(TOOLS)/buf

.PHONY: help
help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z][a-zA-Z0-9_-]*:.*## / {printf "  \033[1m%-18s\033[0m %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- tools ------------------------------------------------------------------------------------------------------------

$(TOOLS)/buf: tools/buf/go.mod tools/buf/go.sum
	GOWORK=off go build -C tools/buf -o $@ github.com/bufbuild/buf/cmd/buf
	@touch $@

$(TOOLS)/protoc-gen-go: tools/protoc/go.mod tools/protoc/go.sum
	GOWORK=off go build -C tools/protoc -o $@ google.golang.org/protobuf/cmd/protoc-gen-go
	@touch $@

$(TOOLS)/protoc-gen-go-grpc: tools/protoc/go.mod tools/protoc/go.sum
	GOWORK=off go build -C tools/protoc -o $@ google.golang.org/grpc/cmd/protoc-gen-go-grpc
	@touch $@

PROTO_TOOLS := $(TOOLS)/buf $(TOOLS)/protoc-gen-go $(TOOLS)/protoc-gen-go-grpc

# --- generated code ---------------------------------------------------------------------------------------------------

.PHONY: generate generate-proto lint-proto
generate: generate-proto ## regenerate all generated code

generate-proto: $(PROTO_TOOLS) ## regenerate the Go of proto/
	cd proto && $(BUF) generate

lint-proto: $(TOOLS)/buf ## proto lint
	cd proto && $(BUF) lint
