// Package journal is the submitter's memory: what it has promised on chain, and every byte it has signed.
//
// Guarantees:
//   - Write returns after its changes are on disk (synced), all of them or none;
//   - a sealed round (salt, vector, commitment) is never changed, and a vote never replaced: Write refuses;
//   - each record carries a checksum. A file that doesn't verify, or belongs to another chain or coordinator, is
//     refused at Open with an error that names the file and the remedy: with money at stake nothing is guessed;
//   - one process holds a journal at a time;
//   - a journal that was handed over (Copy with Moved) is refused at Open from then on, so that of two machines one goes on.
//
// Non-guarantees: a disk that acknowledges a sync and loses the data all the same; a file put back from an older
// copy (the submitter compares transaction counts with the chain for that).
package journal
