module github.com/ethml/ethml/services/inference

go 1.26.5

require (
	github.com/elastic/go-seccomp-bpf v1.6.0
	github.com/stretchr/testify v1.12.1
	golang.org/x/sys v0.49.0
	google.golang.org/protobuf v1.36.12
)

require (
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/net v0.60.0 // indirect
)

replace (
	github.com/ethml/ethml/internal => ../../internal
	github.com/ethml/ethml/models => ../../models
	github.com/ethml/ethml/proto => ../../proto
)
