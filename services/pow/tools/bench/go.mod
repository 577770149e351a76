// A module of its own, outside go.work, for what the service itself must not need: the libraries that it is compared
// with. It lies here because Go lets nobody else import the service's kernels.
module github.com/ethml/ethml/services/pow/tools/bench

go 1.26.5

replace (
	github.com/ethml/ethml/internal => ../../../../internal
	github.com/ethml/ethml/proto => ../../../../proto
	github.com/ethml/ethml/services/pow => ../../
)

require (
	github.com/cloudflare/circl v1.6.5
	github.com/ethereum/go-ethereum v1.17.7
	github.com/ethml/ethml/proto v0.0.0
	github.com/ethml/ethml/services/pow v0.0.0
	golang.org/x/crypto v0.58.0
	golang.org/x/sys v0.49.0
	google.golang.org/grpc v1.85.0
)

require (
	github.com/ProjectZKM/Ziren/crates/go-runtime/zkvm_runtime v0.0.0-20251001021608-1fe7b43fc4d6 // indirect
	github.com/decred/dcrd/dcrec/secp256k1/v4 v4.4.1 // indirect
	github.com/holiman/uint256 v1.3.2 // indirect
	golang.org/x/net v0.60.0 // indirect
	golang.org/x/text v0.43.0 // indirect
	google.golang.org/genproto/googleapis/rpc v0.0.0-20260928230214-8a89bd6388cc // indirect
	google.golang.org/protobuf v1.36.12 // indirect
)
