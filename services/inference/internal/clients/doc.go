// Package clients has the service answer clients that nobody here wrote,
// grpcurl and ghz, which find everything out by reflection. Its tests need
// their binaries in bin/tools and the build tag clients: `make test-clients`.
package clients
