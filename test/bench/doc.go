// Package bench measures a whole network of real processes: five operators on a chain with 1 s blocks, offered 1, 10 and
// 100 requests a second. Run it by `make bench-system`.
package bench
