// Package deploy puts EthML's contracts on a chain: token, registry with the
// first models, stake, coordinator behind its proxy, an example consumer, and
// on real networks a timelock that owns the coordinator.
//
// All transactions come from one account, with consecutive nonces known in
// advance, so that the contracts can name each other in their constructors and
// nothing waits for anything before it is sent.
//
// Guarantees:
//   - everything is simulated before anything is sent: what would revert is an
//     error that costs nothing, and a dry run tells the cost;
//   - the record is on disk before a transaction leaves and after it is mined;
//     Run with the same record goes on where it was cut off, and never deploys
//     twice;
//   - a record is complete only once the code on chain has been compared with
//     the simulated one, and the contracts' references to each other have been
//     read back.
//
// Non-guarantees: where a node lacks eth_simulateV1, gas is estimated from the
// code's size and the code on chain is only checked to be there. The account
// must not be used for anything else meanwhile; Run notices and stops.
package deploy
