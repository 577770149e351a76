module github.com/ethml/ethml/test

go 1.26.5

require (
	github.com/ethml/ethml/contracts/bindings v0.0.0
	github.com/ethml/ethml/internal v0.0.0
	github.com/ethml/ethml/models v0.0.0
	github.com/ethml/ethml/proto v0.0.0
)

replace (
	github.com/ethml/ethml/contracts/bindings => ../contracts/bindings
	github.com/ethml/ethml/internal => ../internal
	github.com/ethml/ethml/models => ../models
	github.com/ethml/ethml/proto => ../proto
)
