// Package chain is the watcher's view of Ethereum nodes: headers, logs and new heads over JSON-RPC, with failover
// between several endpoints.
//
// Guarantees:
//   - a node of another chain is never used, and with several endpoints neither is one that the others contradict more
//     than a few blocks below the head, or one that lags behind them;
//   - logs of a single block are asked for by its hash, so they never come from another branch; an empty answer that the
//     block's bloom filter contradicts is checked against the receipts root in the header;
//   - URLs are named by scheme and host only, since paths and user parts may carry keys.
//
// Non-guarantees: logs asked for by range are as complete as the node says; a header is believed to be on the chain the
// node calls canonical, since no consensus is verified here.
package chain
