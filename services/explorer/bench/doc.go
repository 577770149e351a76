// Package bench measures the explorer as its users meet it: how fast it rebuilds its index from a watcher, and how soon a
// browser has painted its first page when 100,000 requests are indexed.
package bench
