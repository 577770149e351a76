package follow

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/services/watcher/internal/chain"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

type address = common.Address

const (
	// chunk is how many headers are read in one go near the head.
	chunk = 64
	// Times a head may move away under the reader before the node counts as failing.
	maxMoves = 10
)

// errMoved says that the node's chain changed while it was read.
var errMoved = errors.New("the chain moved while it was read")

// session follows one node.
type session struct {
	*Follower
	node      chain.Node
	addresses []address
}

func (s *session) follow(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	heads := s.node.Heads(ctx)
	defer func() {
		cancel()
		for range heads.C {
		}
	}()
	head, _, err := s.node.Latest(ctx, common.Hash{})
	if err != nil {
		return err
	}
	for {
		behind, err := s.reach(ctx, head)
		if err != nil {
			return err
		}
		var again <-chan time.Time
		if behind {
			again = time.After(max(time.Until(s.behindSince.Add(s.Grace)), time.Second))
		} else if s.behindSince = (time.Time{}); s.begun(head) {
			s.live()
			if err := s.finalize(ctx); err != nil {
				return err
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-again:
			if head, _, err = s.node.Latest(ctx, common.Hash{}); err != nil {
				return err
			}
		case next, ok := <-heads.C:
			if !ok {
				return heads.Err()
			}
			head = next
		}
	}
}

// begun tells whether the node has come as far as the first block.
func (s *session) begun(head chain.Header) bool {
	_, ok := s.Log.Tip()
	if !ok {
		s.setStatus(func(st *Status) {
			st.Detail = fmt.Sprintf("%s stands at block %d, before the deployment block %d: wait for it to catch up; if --deployment-block is wrong, delete %s and correct it",
				s.node.Name(), head.Number, s.Log.First(), s.Log.Path())
		})
	}
	return ok
}

func (s *session) live() {
	if st := s.Status(); st.State != ethmlv1.WatcherState_WATCHER_STATE_LIVE || st.Detail != "" {
		s.setStatus(func(st *Status) {
			st.State, st.Detail, st.Reached = ethmlv1.WatcherState_WATCHER_STATE_LIVE, "", true
		})
	}
	s.progressed = true
}

// finalEvery is how many blocks pass between two looks at the finalized block.
const finalEvery = 8

// finalize learns how far the node's chain is final. Only what the log agrees with counts: a block that was finalized while
// this watcher was away says nothing about the branch it had followed.
func (s *session) finalize(ctx context.Context) error {
	tip, ok := s.Log.Tip()
	if !s.Finalized || !ok || tip.Number < s.asked+finalEvery && s.asked != 0 {
		return nil
	}
	head, err := s.node.Finalized(ctx)
	if errors.Is(err, chain.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	s.asked = tip.Number
	if ours, known := s.Log.Header(head.Number); known && ours.Hash == eventlog.Hash(head.Hash) {
		s.final = max(s.final, head.Number)
	}
	return nil
}

// reach brings the log to a head, or tells that the node is behind the log.
func (s *session) reach(ctx context.Context, head chain.Header) (behind bool, err error) {
	for moves := 0; ; {
		s.setStatus(func(st *Status) { st.Node = head.Number })
		behind, err := s.advance(ctx, head)
		switch {
		case err == nil:
			return behind, nil
		case !errors.Is(err, errMoved) && !errors.Is(err, chain.ErrNotFound):
			return false, err
		}
		if moves++; moves > maxMoves {
			return false, fmt.Errorf("%s contradicts itself: %w", s.node.Name(), err)
		}
		if head, _, err = s.node.Latest(ctx, common.Hash{}); err != nil {
			return false, err
		}
	}
}

// advance takes steps towards a head until the log has it.
func (s *session) advance(ctx context.Context, head chain.Header) (behind bool, err error) {
	if err := s.root(ctx, head); err != nil {
		return false, err
	}
	for {
		tip, ok := s.Log.Tip()
		next := s.Log.First()
		if ok {
			next = tip.Number + 1
		}
		switch {
		case ok && head.Number < tip.Number:
			return s.lower(ctx, tip)
		case ok && head.Number == tip.Number && eventlog.Hash(head.Hash) == tip.Hash, !ok && head.Number < next:
			return false, nil
		case ok && head.Number == tip.Number:
			err = s.rewind(ctx, tip, head)
		case ok && head.Number == next && eventlog.Hash(head.Parent) == tip.Hash:
			err = s.append(ctx, []chain.Header{head})
		case ok && head.Number == next:
			err = s.rewind(ctx, tip, head)
		case head.Number-next > s.Log.Keep():
			err = s.backfill(ctx, next, head.Number-s.Log.Keep())
		default:
			err = s.walk(ctx, next, min(head.Number, next+chunk-1), head)
		}
		if err != nil {
			return false, err
		}
		s.progressed = true
	}
}

// root gives an empty log the headers below its first block, so that a reorg around the deployment can be followed.
func (s *session) root(ctx context.Context, head chain.Header) error {
	first := s.Log.First()
	if _, ok := s.Log.Tip(); ok || first == 0 || head.Number < first-1 {
		return nil
	}
	var numbers []uint64
	for n := first - min(first, s.Log.Keep(), chunk); n < first; n++ {
		numbers = append(numbers, n)
	}
	headers, err := s.node.Headers(ctx, numbers...)
	if err != nil {
		return err
	}
	if err := linked(headers); err != nil {
		return err
	}
	return s.append(ctx, headers)
}

// linked checks that each header's parent is the one before.
func linked(headers []chain.Header) error {
	for i := 1; i < len(headers); i++ {
		if headers[i].Parent != headers[i-1].Hash {
			return fmt.Errorf("block %d: %w", headers[i].Number, errMoved)
		}
	}
	return nil
}

// walk reads the blocks from first to last by their headers.
func (s *session) walk(ctx context.Context, first, last uint64, head chain.Header) error {
	tip, ok := s.Log.Tip()
	var numbers []uint64
	if ok {
		numbers = append(numbers, tip.Number)
	}
	for n := first; n <= last; n++ {
		numbers = append(numbers, n)
	}
	headers, err := s.node.Headers(ctx, numbers...)
	if err != nil {
		return err
	}
	if ok {
		if eventlog.Hash(headers[0].Hash) != tip.Hash {
			return s.rewind(ctx, tip, head)
		}
		if err := linked(headers); err != nil {
			return err
		}
		headers = headers[1:]
	} else if err := linked(headers); err != nil {
		return err
	}
	return s.append(ctx, headers)
}

// lower handles a node whose head is below the log's tip.
func (s *session) lower(ctx context.Context, tip eventlog.Head) (behind bool, err error) {
	// Notices may be old by the time they are read; only a fresh answer counts.
	head, knows, err := s.node.Latest(ctx, common.Hash(tip.Hash))
	if err != nil {
		return false, err
	}
	if head.Number >= tip.Number {
		return s.advance(ctx, head)
	}
	ours, recent := s.Log.Header(head.Number)
	if knows || recent && ours.Hash != eventlog.Hash(head.Hash) {
		if err := s.rewind(ctx, tip, head); err != nil {
			return false, err
		}
		return s.advance(ctx, head)
	}
	if s.behindSince.IsZero() {
		s.behindSince = time.Now()
	}
	if recent && time.Since(s.behindSince) >= s.Grace {
		if err := s.rewind(ctx, tip, head); err != nil {
			return false, err
		}
		return s.advance(ctx, head)
	}
	s.setStatus(func(st *Status) {
		st.State = ethmlv1.WatcherState_WATCHER_STATE_DISCONNECTED
		st.Detail = fmt.Sprintf("%s stands at block %d and doesn't know the watcher's block %d: waiting for it to catch up", s.node.Name(), head.Number, tip.Number)
		if !recent {
			st.Detail += fmt.Sprintf("; if its chain was rolled back for good, stop the watcher, delete %s and start again", s.Log.Path())
		}
	})
	return true, nil
}

// rewind drops what is not on the node's chain, down to the newest block that is on both.
func (s *session) rewind(ctx context.Context, tip eventlog.Head, head chain.Header) error {
	top := min(tip.Number, head.Number)
	bottom := max(tip.Number-min(tip.Number, s.Log.Keep()), s.final)
	for n := top + 1; n > bottom; {
		var ours []eventlog.Head
		var numbers []uint64
		for ; n > bottom && len(numbers) < chunk/4; n-- {
			h, ok := s.Log.Header(n - 1)
			if !ok {
				n = bottom
				break
			}
			ours, numbers = append(ours, h), append(numbers, h.Number)
		}
		if len(numbers) == 0 {
			break
		}
		theirs, err := s.node.Headers(ctx, numbers...)
		if err != nil {
			return err
		}
		for i, h := range ours {
			if eventlog.Hash(theirs[i].Hash) == h.Hash {
				return s.retract(tip, h)
			}
		}
	}
	if s.final > 0 && bottom == s.final {
		return fmt.Errorf("%w: the chain of %s left the watcher's below block %d, which was final: if that chain is the right one, stop the watcher, delete %s and start again",
			ErrHalted, s.node.Name(), s.final, s.Log.Path())
	}
	return fmt.Errorf("%w: the chain of %s left the watcher's deeper than the reorg limit, more than %d blocks below the highest block that the watcher has seen: "+
		"if that chain is the right one, stop the watcher, delete %s and start again",
		ErrHalted, s.node.Name(), s.Log.Keep(), s.Log.Path())
}

func (s *session) retract(tip, ancestor eventlog.Head) error {
	if ancestor == tip {
		// The node changed its mind meanwhile.
		return fmt.Errorf("block %d: %w", tip.Number, errMoved)
	}
	events := s.Log.Events()
	if err := s.Log.Retract(ancestor); err != nil {
		return err
	}
	if err := s.refold(s.Log); err != nil {
		return err
	}
	s.publish()
	dropped := events - s.Log.Events()
	s.Metrics.reorg(tip.Number-ancestor.Number, dropped)
	s.Logger.Warn("chain reorganised", "from_block", tip.Number, "to_block", ancestor.Number,
		"depth", tip.Number-ancestor.Number, "events_retracted", dropped, "node", s.node.Name())
	return nil
}
