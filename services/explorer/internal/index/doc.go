// Package index keeps what the explorer shows, folded from the watcher's stream, in one bbolt file.
//
// Guarantees:
//   - the rows and the cursor they were folded up to change in one transaction: after a crash at any instruction the stream
//     goes on where the rows end, and no event is folded twice or left out;
//   - a retraction takes back exactly what the retracted events changed, so that rows after any history of reorganisations
//     are the rows of the events that hold, bit by bit;
//   - a reader sees the rows of one moment, however long it reads, and holds up nobody.
//
// Non-guarantees: the file is a cache of the stream and nothing more. Delete it and it is rebuilt; a reorganisation deeper
// than what is kept for taking back, a file of another version or a damaged one make the index start over by itself.
package index
