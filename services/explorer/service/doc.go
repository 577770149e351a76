// Package service is the explorer as a library: what its main function, the demo and the tests run.
//
// Guarantees:
//   - what is shown is what the watcher's events say, of one moment and of one branch of the Ethereum chain; package index
//     has the details;
//   - while the watcher is down the pages stay up, say so and show what they have;
//   - nothing that strangers wrote is executed or loaded: manifests and data points are verified against their CIDs, cut,
//     escaped and shown as text;
//   - it holds no key and changes nothing, unless a dev network is named for the form that sends requests.
//
// Non-guarantees: an explorer believes its watcher, and the watcher its Ethereum node.
package service
