// Package txmgr gets transactions mined. Each account's nonces belong to it alone.
//
// Guarantees:
//   - a transaction's nonce and signed bytes are in the journal before they leave;
//   - one key (what a transaction is for) holds one nonce at a time; a replacement keeps the nonce, so at most one of the
//     key's transactions is mined unless a stranger took the nonce;
//   - a mined transaction is watched until it is FinalBlocks deep; when a reorganisation drops it, the same bytes go out
//     again once somebody still asks for it;
//   - fees never pass their ceilings.
//
// Non-guarantees: that a transaction is mined in time. Sending is level-triggered: whoever still wants a transaction asks
// again, and what is already on its way stays there.
//
// Time comes from heads, so an idle manager makes no calls.
package txmgr
