// Package system starts whole EthML networks out of real processes, for tests: `ethml devnet` as chain and content store,
// and each operator's watcher, inference, pow and submitter as processes of their own, which tests stop, kill and start
// again. Everything listens on loopback and ends with the test.
package system
