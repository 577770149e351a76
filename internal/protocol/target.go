package protocol

import (
	"encoding/binary"
	"errors"
	"time"

	"github.com/holiman/uint256"
)

// TargetSchedule says which hashes solve a virtual block, and how that eases with time.
type TargetSchedule struct {
	Difficulty   *uint256.Int  // mean hashes to a solution at first; never zero
	OpenedAt     uint64        // Ethereum timestamp, seconds since the Unix epoch
	CommitWindow time.Duration // whole seconds; the target doubles after each
}

// Check names what is wrong with a schedule that came from outside.
func (s TargetSchedule) Check() error {
	switch {
	case s.Difficulty == nil || s.Difficulty.IsZero():
		return errors.New("difficulty is zero")
	case s.CommitWindow < time.Second:
		return errors.New("commit window is under a second")
	}
	return nil
}

// At is the largest hash that solves the block at an Ethereum timestamp: floor((2^256-1)/difficulty), doubled once for
// each full commit window since it opened, saturating.
func (s TargetSchedule) At(now uint64) *uint256.Int {
	all := new(uint256.Int).SetAllOne()
	target := new(uint256.Int).Div(all, s.Difficulty)
	if now <= s.OpenedAt {
		return target
	}
	k := (now - s.OpenedAt) / uint64(s.CommitWindow/time.Second)
	if k > 255 || target.Gt(new(uint256.Int).Rsh(all, uint(k))) {
		return all
	}
	return target.Lsh(target, uint(k))
}

// NextEasing is the Ethereum timestamp from which the target is larger than it is at now.
func (s TargetSchedule) NextEasing(now uint64) uint64 {
	window := uint64(s.CommitWindow / time.Second)
	if now < s.OpenedAt {
		return s.OpenedAt + window
	}
	return s.OpenedAt + ((now-s.OpenedAt)/window+1)*window
}

// MaxDifficulty is the largest difficulty that the contracts keep.
const MaxDifficulty = 1<<56 - 1

// Retarget is the difficulty after a settled block whose commits took elapsed seconds: old*goal/elapsed, at most an
// eighth up or down (and at least one up), never below floor and never above MaxDifficulty.
func Retarget(old *uint256.Int, elapsed, goal uint64, floor *uint256.Int) *uint256.Int {
	next := new(uint256.Int).Mul(old, uint256.NewInt(goal))
	next.Div(next, uint256.NewInt(max(elapsed, 1)))
	eighth := new(uint256.Int).Rsh(old, 3)
	low := new(uint256.Int).Sub(old, eighth)
	if eighth.IsZero() {
		eighth.SetOne()
	}
	high := new(uint256.Int).Add(old, eighth)
	if next.Lt(low) {
		next = low
	}
	if next.Gt(high) {
		next = high
	}
	if next.Lt(floor) {
		next = new(uint256.Int).Set(floor)
	}
	if next.GtUint64(MaxDifficulty) {
		next.SetUint64(MaxDifficulty)
	}
	return next
}

// Rank orders accounts for a permissionless step of a challenge, so that normally one of them sends it. It is uniform
// over the uint64 range and the same on every node.
func Rank(challenge Hash, account Address) uint64 {
	h := Keccak256(challenge[:], account[:])
	return binary.BigEndian.Uint64(h[:8])
}
