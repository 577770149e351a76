// Package eventlog keeps the contracts' events on disk, in the order of the chain, so that any number of readers can
// follow them, each from its own position.
//
// Guarantees:
//   - the events of an Ethereum block, its hash and the advance of the tip become durable together or not at all; a
//     reader never sees an event that isn't durable;
//   - a reader that goes on from any position it was ever given gets everything after it, in order. If the position lies
//     on a branch that was dropped since, however long ago and over however many restarts, it first gets a Retraction
//     down to a block that both branches share;
//   - reading never waits for writing beyond the microseconds of a lock, and a slow reader holds nothing open;
//   - records carry checksums; a damaged one is reported, never skipped.
//
// Non-guarantees: damage to the database's own pages is found by the database, if at all, and may end the process. A
// position from another log, on a branch that this log never saw, is answered by a Retraction as deep
// as the reorg limit, which may be deeper than needed. Blocks without events leave no record, and the most recent of
// them may be read from the chain again after a crash.
package eventlog
