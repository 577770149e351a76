package chain

// Sizes of a range of blocks in one eth_getLogs.
const (
	firstRange = 512
	// MaxRange is the largest range asked for unless configured otherwise.
	MaxRange = 50_000
	// Logs that one answer should carry at most: at some 600 bytes of JSON each, 3 MB.
	wantedLogs = 5_000
)

// Ranges adapts the size of ranges to what a node gives: it doubles while answers are small, halves when the node
// refuses, and then grows slowly, so that a provider's limit is met now and then instead of at every second request.
type Ranges struct {
	size    uint64
	max     uint64
	refused bool
}

// NewRanges starts small. A max of 0 means MaxRange.
func NewRanges(max uint64) *Ranges {
	if max == 0 {
		max = MaxRange
	}
	return &Ranges{size: min(firstRange, max), max: max}
}

// Next is the last block of the range that starts at from and must not go beyond last.
func (r *Ranges) Next(from, last uint64) uint64 {
	if last-from < r.size {
		return last
	}
	return from + r.size - 1
}

// Took tells how many logs a range of blocks gave.
func (r *Ranges) Took(blocks uint64, logs int) {
	switch {
	case logs > wantedLogs:
		r.size = max(1, min(r.size, blocks)/2)
	case blocks < r.size || logs > wantedLogs/2:
	case r.refused:
		r.size = min(r.max, r.size+max(1, r.size/16))
	default:
		r.size = min(r.max, 2*r.size)
	}
}

// Refused halves the size after ErrTooMuch; false means that a single block was refused.
func (r *Ranges) Refused(blocks uint64) bool {
	if blocks <= 1 {
		return false
	}
	r.size, r.refused = max(1, min(r.size, blocks)/2), true
	return true
}
