// Package peers dials the watcher and the submitter, turns their messages into package mine's terms, and keeps the streams
// up: a peer may start, stop or restart at any time, and nothing is asked of the order.
package peers
