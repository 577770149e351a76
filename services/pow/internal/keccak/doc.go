// Package keccak searches nonces whose Keccak-256 hash solves a proof-of-work puzzle.
//
// A message is challenge (32 bytes) || miner (20) || nonce (32, big-endian), 84 bytes and one permutation.
// A Kernel searches batches: BatchSize nonces that share all but their low bits. A Scanner walks a batch in
// slices of about a millisecond, which is how long a search can't be stopped, as assembly is not preempted.
//
// # Guarantees
//
//   - Every nonce of a batch is tested once, in an order of the kernel's choosing.
//   - No kernel is trusted with a solution: each candidate is hashed again with golang.org/x/crypto and
//     compared with all 256 bits of the target. A candidate that turns out not to be one is ErrFault.
//   - Hash counts are exact: messages tested, whatever the kernel.
//   - Every kernel finds the same set of solutions.
//
// # Non-guarantees
//
//   - Solutions inside a batch don't come in the order of their nonces.
//
// How a kernel saves work, and the names of Keccak's parts, are explained in tools/powgen, which writes the
// kernels. `go generate` there writes them anew.
package keccak
