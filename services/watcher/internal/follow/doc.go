// Package follow carries the contracts' logs from Ethereum nodes into the event log, block by block, and keeps the
// state that they add up to.
//
// Guarantees:
//   - after any crash, failover, or reorg up to the limit, the log holds exactly the canonical chain's events once the
//     node has been caught up with; each block's parent hash is checked on the way;
//   - a reorg is followed by rewinding to the common ancestor first. A head that goes down without a new branch counts as
//     one as soon as the node says that it knows the dropped block, or after a grace period if it doesn't (then it may
//     have been a node that lags);
//   - a reorg deeper than the limit stops the follower in the state HALTED, with the remedy, and the log stays as it is;
//   - a node of another chain, or with other contracts, ends a start with the remedy. One that turns up later is waited
//     out, as one that doesn't answer: none of its blocks get into the log;
//   - events that don't follow from those before them (an id skipped, a seat missing) are refused, and what came after the
//     newest event is read again, from another endpoint if there is one, so a node can't slip a gap into history. Where
//     the gap lies before an event that was passed on already, that brings nothing, and the remedy is told.
//
// Non-guarantees: a node that hides the newest whole transactions of a range deeper than the reorg limit is found out only
// when a later event reveals the gap; until then the head told is one whose events are not all there. A reader who had come
// further on a branch that was dropped, and came back after such a gap below was filled, goes on where he stood.
package follow
