module github.com/ethml/ethml/proto

go 1.26.5

require (
	google.golang.org/grpc v1.85.0
	google.golang.org/protobuf v1.36.12
)

require (
	golang.org/x/net v0.60.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
	google.golang.org/genproto/googleapis/rpc v0.0.0-20260928230214-8a89bd6388cc // indirect
)

// An old dependency of go-ethereum still asks for the undivided module, whose packages would then be in two modules.
exclude google.golang.org/genproto v0.0.0-20230410155749-daa745c078e1
