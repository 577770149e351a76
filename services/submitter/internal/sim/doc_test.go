// Package sim runs the submitter's real code against a chain in memory, in simulated time: from a seed, submitters are killed
// between any two durable steps, blocks are reorganised, nodes fail and pools forget, while an independent
// checker watches every transaction that leaves.
package sim
