// Package stream follows the watcher and passes on what it tells: a snapshot of the chain's present state first, then each
// event in order. After a reorganisation, a broken connection or silence it starts over with a new snapshot, which is
// always right, rather than undo events one by one.
package stream
