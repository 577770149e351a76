// Package protocol holds what contracts and nodes compute alike: challenge, proof of work, commitment, result hash,
// block hash, target schedule and retarget. Each function mirrors one expression of the contracts and is tested
// against vectors that the contracts produced. It knows nothing of chains, gRPC or clocks, and imports neither.
package protocol
