package protocol

import "github.com/holiman/uint256"

// SlotSeconds is how much effective time a slot of the queue spans; within one, first come is first served.
const SlotSeconds = 16

var weiPerToken = uint256.NewInt(1e18)

// EffectiveTime is when a request counts as made, seconds since the Unix epoch: its birth, less the waiting time that
// its tip buys at secondsPerToken, of which it can buy maxHeadStart at most. The smallest is served first. The tip is in
// wei, below 2^96 as on chain.
func EffectiveTime(birth uint64, tip *uint256.Int, secondsPerToken, maxHeadStart uint64) uint64 {
	bought := new(uint256.Int).Mul(tip, uint256.NewInt(secondsPerToken))
	bought.Div(bought, weiPerToken)
	headStart := maxHeadStart
	if bought.LtUint64(maxHeadStart) {
		headStart = bought.Uint64()
	}
	if headStart >= birth {
		return 0
	}
	return birth - headStart
}

// Slot is the queue's slot of a request: its effective time in units of SlotSeconds.
func Slot(birth uint64, tip *uint256.Int, secondsPerToken, maxHeadStart uint64) uint64 {
	return EffectiveTime(birth, tip, secondsPerToken, maxHeadStart) / SlotSeconds
}
