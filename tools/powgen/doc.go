// Command powgen writes the vector search kernels of services/pow: Go assembly, by avo.
//
// It is meant to be read beside a description of Keccak-f[1600]
// (https://keccak.team/keccak_specs_summary.html), and uses its names:
//
//	A[x,y]   the state, 5 by 5 lanes of 64 bits; lane number x+5y
//	C[x]     the parity of column x, and D[x] = C[x-1] ^ rot(C[x+1], 1)
//	B[x,y]   the state after theta, rho and pi
//	theta    A[x,y] ^= D[x]
//	rho, pi  B[y, 2x+3y] = rot(A[x,y], r[x,y])
//	chi      A[x,y] = B[x,y] ^ (^B[x+1,y] & B[x+2,y])
//	iota     A[0,0] ^= RC[round]
//
// Rounds are numbered 0 to 23.
//
// # What a proof-of-work search saves
//
// A kernel searches a batch: 65,536 messages challenge || miner || nonce (84 bytes, one block) whose
// nonces differ in their low 16 bits, which are bits 16 to 31 of lane 10.
//
//   - Round 0 and the linear part of round 1 are not computed. Chi multiplies neighbouring bits of a
//     row only, and no two of those 16 bits meet in a product in round 0: they would have to lie 18 or
//     22 positions apart. So B of round 1 is an affine function of them: the walk goes through the
//     nonces in Gray-code order and toggles one precomputed vector a step.
//   - Round 23 computes lane 0 only, which decides whether a message is worth a second look.
//
// Each SIMD lane hashes its own message: the lowest nonce bits number the lanes, the others are walked.
// A kernel reports candidates, never solutions: its caller hashes each again with a library.
package main
