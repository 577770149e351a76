// Package mine decides what to search. It joins what the watcher says (which block is open, since when, what time it is
// on the chain) with what the submitter says (which miners still need a nonce), runs one search at a time, and
// reports solutions.
//
// # Guarantees
//
//   - It mines only a block in its commit phase on which watcher and submitter agree, and only for miners that the
//     submitter wants and that it holds no solution for.
//   - A search that the latest word makes useless is cancelled inside the call that brings that word.
//   - A round never tries a nonce twice, however often its search is interrupted; replicas with different prefixes
//     never try the same one.
//   - A target eases with the chain's clock and is taken at the time of the newest block, so never easier than the
//     chain's. A chain that has made no block for 30 seconds is taken to make its next one by the wall clock.
//   - A solution is reported until it is acknowledged or refused for good, or its round is over.
//
// # Non-guarantees
//
//   - It keeps nothing: a restart forgets solutions that were not acknowledged.
package mine
