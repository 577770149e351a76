# Containers. Included by the Makefile at the root.
#
# On a machine without a container engine in reach, test-compose starts one if it may (root, Debian) and stops it in the
# end; without a registry in reach, base images are made first (test/compose/engine).

##@ Containers

COMPOSE := $(TOOLS)/docker-compose
COMPOSE_VERSION := $(shell awk '/docker\/compose\/v2 / {print $$2}' tools/compose/go.mod)
export ETHML_COMPOSE := $(COMPOSE)

$(COMPOSE): tools/compose/go.mod tools/compose/go.sum
	GOWORK=off go build -C tools/compose -ldflags '-s -w -X github.com/docker/compose/v2/internal.Version=$(COMPOSE_VERSION)' \
	  -o $@ github.com/docker/compose/v2/cmd
	@touch $@

.PHONY: images test-compose bench-compose
images: $(COMPOSE) ## container images of every binary, from this tree
	ETHML_REVISION="$$(git rev-parse --short=12 HEAD)" $(COMPOSE) build

test-compose: $(COMPOSE) $(TOOLS)/geth $(TOOLS)/ipfs ## the local network as containers: scaled, killed, paused, cut off (needs an engine, or root)
	test/compose/engine/run "$(TOOLS)/geth" "$(TOOLS)/ipfs" $(TEST_COMPOSE_FLAGS)

bench-compose: $(COMPOSE) $(TOOLS)/geth $(TOOLS)/ipfs ## start, memory, idle processor and scaling of the containers; figures also go to bench/compose.json
	test/compose/engine/run "$(TOOLS)/geth" "$(TOOLS)/ipfs" -v \
	  -run '(TestImages|TestCompose)/(answered_within|idle_network|pow_scales|^(watcher|inference|pow|submitter|ethml)$$)'

.PHONY: test-kubernetes test-monitoring
test-kubernetes: ## the manifests of deploy/kubernetes: rendered, decoded, compared with compose and the programs' flags
	GOWORK=off go test -C tools/k8scheck $(GO_TEST_FLAGS) ./...

test-monitoring: ## alerts, dashboard and the observability profile refer to what there is
	GOWORK=off go test -C tools/monitorcheck $(GO_TEST_FLAGS) ./...
