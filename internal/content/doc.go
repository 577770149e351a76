// Package content reads models, manifests and data points by CID, from
// whichever source has them, and stores what the project publishes.
//
// Guarantees:
//   - every block is checked against its CID, whoever served it, the cache on
//     disk included: bytes that Get returns are the bytes the CID names;
//   - Get never returns more than the caller's limit, reserves no more memory
//     than that, and fetches a bounded number of blocks, whatever a DAG claims;
//   - each block costs at most BlockTimeout, so that absent content fails;
//   - Add gives the CID that kubo gives with cid-version=1 and otherwise its
//     defaults (raw leaves, chunks of 256 KiB, balanced, 174 links a node).
//
// Non-guarantees: ErrNotFound means that no source that answered had it, which
// says nothing about the rest of the network.
package content
