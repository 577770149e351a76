package mine

import "time"

// lull is how long a chain must have been silent before its clock is taken to go on without it: longer than any
// network's block time, so that a target is never taken from the future of a chain that lives.
const lull = 30 * time.Second

// clock tells the time of the chain, seconds since the Unix epoch. A target of the newest block's time is good in any
// later block. On a chain that makes blocks only for transactions, that alone would starve the one that needs the
// solution, hence the lull.
type clock struct {
	head uint64
	came time.Time
}

func (c *clock) set(head uint64) {
	if head != c.head {
		c.head, c.came = head, time.Now()
	}
}

func (c *clock) now() uint64 {
	if silent := time.Since(c.came) - lull; silent > 0 && c.head != 0 {
		return c.head + uint64(silent/time.Second)
	}
	return c.head
}
