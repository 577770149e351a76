// Package limit bounds how often something may happen for each of many keys, such as peers, in bounded memory.
//
// Guarantees: a key gets its rate whatever the others do, as long as there are no more keys than Config.Keys at a time;
// beyond that, newcomers share one allowance, so that making up keys gains nothing. A Limiter may be used by many
// goroutines at once and costs well under a microsecond a call.
package limit

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// DefaultKeys is how many keys are told apart by default.
const DefaultKeys = 4096

// Config of a Limiter.
type Config struct {
	Every time.Duration    // how long an allowance of 1 takes to grow back; required
	Burst int              // most that may happen at once; default 1
	Keys  int              // how many keys are told apart; default DefaultKeys
	Now   func() time.Time // default time.Now
}

// Limiter keeps an allowance for each key.
type Limiter struct {
	config Config
	mu     sync.Mutex
	keys   map[string]*allowance
	others allowance // shared by keys beyond Config.Keys
	swept  time.Time
}

type allowance struct {
	bucket  *rate.Limiter
	refused uint64 // since the last time it was allowed
}

// New makes a Limiter.
func New(c Config) *Limiter {
	if c.Burst == 0 {
		c.Burst = 1
	}
	if c.Keys == 0 {
		c.Keys = DefaultKeys
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	l := &Limiter{config: c, keys: make(map[string]*allowance)}
	l.others.bucket = l.fresh()
	return l
}

func (l *Limiter) fresh() *rate.Limiter {
	return rate.NewLimiter(rate.Every(l.config.Every), l.config.Burst)
}

// Allow says whether it may happen once for key now. When it may, refused is how often it might not since it last did.
func (l *Limiter) Allow(key string) (ok bool, refused uint64) { return l.AllowN(key, 1) }

// AllowN is Allow for something that takes n of the allowance; more than Config.Burst is never allowed.
func (l *Limiter) AllowN(key string, n int) (ok bool, refused uint64) {
	now := l.config.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	a := l.of(key, now)
	if !a.bucket.AllowN(now, n) {
		a.refused++
		return false, 0
	}
	refused, a.refused = a.refused, 0
	return true, refused
}

func (l *Limiter) of(key string, now time.Time) *allowance {
	if a := l.keys[key]; a != nil {
		return a
	}
	if len(l.keys) >= l.config.Keys {
		l.sweep(now)
	}
	if len(l.keys) >= l.config.Keys {
		return &l.others
	}
	a := &allowance{bucket: l.fresh()}
	l.keys[key] = a
	return a
}

// sweep forgets keys whose allowance is whole again: a fresh one is the same. It looks at all of them, so it does so no
// more often than an allowance grows.
func (l *Limiter) sweep(now time.Time) {
	if now.Sub(l.swept) < l.config.Every {
		return
	}
	l.swept = now
	for key, a := range l.keys {
		if a.bucket.TokensAt(now) >= float64(l.config.Burst) {
			delete(l.keys, key)
		}
	}
}
