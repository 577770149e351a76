// Package round joins predictions and solutions into commitments, and follows each (virtual block, miner) from the first
// report to the block's end. It talks to nobody: events, reports and results come in by method calls, what is to be done
// leaves through Effects, and the journal is written before anything leaves.
//
// Guarantees:
//   - a round is sealed (vector, salt, commitment) at most once, durably, before a commit is asked for, and only over a
//     complete vector that answers at least one request;
//   - a reveal is asked for only of what was sealed, only when the seat on chain holds that very commitment, and only
//     once the commits of the block are closed;
//   - whatever the order of events, restarts and reorganisations, a reveal that can still be made is asked for again with
//     every new head until the chain shows it.
//
// The state of a round is derived anew from what is sealed and what the chain shows, each time either changes; so a
// reorganisation needs no undo, and a restart no replay.
package round
