// Package devchain runs a go-ethereum development chain inside the process:
// the demo, the devnet command and the integration tests talk to it over the
// same JSON-RPC that a public node offers.
//
// Guarantees:
//   - HTTP and WebSocket RPC answer when Start returns, on the addresses that
//     HTTPURL and WSURL name;
//   - the ten accounts of the mnemonic hold Balance from the first block on;
//   - sealing, Fork and AdjustTime never overlap;
//   - Close stops every listener and may be called more than once.
//
// Non-guarantees: a chain with a data directory that was killed rather than
// closed may have lost its last blocks, since the state is written out on
// Close; and go-ethereum's global logger is left as it is, so its own messages
// appear only where a program turned them on.
package devchain
