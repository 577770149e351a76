// Package keeper takes the steps that anybody may take: closing the commits of a block that fills slowly, settling one that
// did not settle by itself, opening the next, expiring what is overdue, and claiming what was earned.
//
// Each step is due after a delay by the account's rank, the same on every node, so that normally one operator sends
// it. Everything is planned from heads: a keeper without new heads does nothing.
package keeper
