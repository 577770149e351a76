// Package service is the watcher as a library: what its main function, the demo and the tests run.
//
// Guarantees, to a subscriber that goes on from the cursor of the last item it dealt with:
//   - it gets every event of the canonical chain at least once, in the order of the chain, none missing, over crashes and
//     restarts of the watcher and of itself, failures of Ethereum nodes, and reorganisations up to the reorg limit;
//   - when events it was given turn out not to have happened, it gets Retracted before anything of the new branch, however
//     long it was away; what it was given, less what was retracted, is then a beginning of the canonical chain;
//   - no event is sent before it is on disk;
//   - a Snapshot and the events after its cursor fit together without gap or overlap;
//   - how fast it reads affects neither other subscribers nor the following of the chain.
//
// Non-guarantees:
//   - events may come twice: after a retraction that brought back the same blocks, or when a cursor older than the last
//     item is used;
//   - blocks are not final when their events are sent: the sender is as quick as the node, and takes back what must be;
//   - a reorganisation deeper than the limit is not followed. The watcher halts, says so in GetStatus, /readyz and the
//     health service, and leaves its log as it is. The limit counts from the highest block that the watcher has seen, over
//     several reorganisations one after the other: what is deeper counts as final;
//   - a Snapshot is one message: beyond some 60,000 waiting requests it outgrows what gRPC carries here (16 MiB), and
//     subscribers have to start from the deployment block instead;
//   - nothing is verified that takes consensus to verify. A node that makes up a whole chain with valid parent hashes is
//     believed, unless a majority of the endpoints contradicts it.
package service
