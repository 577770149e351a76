package txmgr

import "strings"

// refusal is why a node did not take a transaction. Nodes answer in prose, so it is told from the text: go-ethereum's, and
// that of Nethermind, Besu, Erigon, Reth and Anvil where it differs.
type refusal uint8

const (
	accepted    refusal = iota
	unreachable         // no answer, or one that says nothing about the transaction: it may or may not be on its way
	nonceTooLow         // the nonce is used
	underpriced         // below what the node takes at all
	replacement         // another transaction holds the nonce, at too similar a fee
	noFunds             // the account can't pay
	poolRefused         // full, too many from this account, a gap before it: later, perhaps
	neverTaken          // malformed or over a limit
)

var refusals = []struct {
	text string
	is   refusal
}{
	{"unknown transaction", neverTaken}, {"transaction type not supported", neverTaken},
	{"already known", accepted}, {"known transaction", accepted}, {"already imported", accepted}, {"already in the pool", accepted},
	{"alreadyknown", accepted}, {"already exists", accepted},
	{"nonce too low", nonceTooLow}, {"nonce is too low", nonceTooLow}, {"oldnonce", nonceTooLow}, {"nonce too small", nonceTooLow},
	{"nonce has already been used", nonceTooLow},
	{"replacement transaction underpriced", replacement}, {"replacement fee too low", replacement},
	{"replacementnotallowed", replacement}, {"could not replace existing", replacement}, {"underpriced replacement", replacement},
	{"insufficient funds", noFunds}, {"insufficientfunds", noFunds}, {"insufficient balance", noFunds}, {"upfront cost exceeds", noFunds},
	{"underpriced", underpriced}, {"fee per gas less than block base fee", underpriced}, {"fee too low", underpriced},
	{"feetoolow", underpriced}, {"gas price below", underpriced}, {"below configured minimum", underpriced}, {"below base fee", underpriced},
	{"txpool is full", poolRefused}, {"transaction pool is full", poolRefused}, {"pool is full", poolRefused},
	{"account limit exceeded", poolRefused}, {"nonce too high", poolRefused}, {"noncegap", poolRefused}, {"in-flight transaction limit", poolRefused},
	{"gapped", poolRefused},
	{"intrinsic gas too low", neverTaken}, {"exceeds block gas limit", neverTaken}, {"gas limit too high", neverTaken},
	{"exceeds the configured cap", neverTaken}, {"oversized data", neverTaken}, {"invalid sender", neverTaken}, {"invalid chain id", neverTaken},
	{"floor data gas", neverTaken},
}

func classify(err error) refusal {
	if err == nil {
		return accepted
	}
	text := strings.ToLower(err.Error())
	for _, r := range refusals {
		if strings.Contains(text, r.text) {
			return r.is
		}
	}
	return unreachable
}
