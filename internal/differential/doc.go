// Package differential holds the Go side of the protocol to the contracts: its tests run the bytecode that is deployed,
// in process, on random inputs, and compare every hash, slot, target and outcome with what packages protocol and cid
// compute. Vectors in the other direction, which the contracts' own tests draw and write, lie in contracts/test/vectors
// and are read by the tests of those packages.
//
// A failure prints its seed; ETHML_DIFFERENTIAL_SEED plays it again, ETHML_DIFFERENTIAL_RUNS multiplies the inputs.
package differential
