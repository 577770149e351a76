package follow

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/services/watcher/internal/chain"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

const progressEvery = 5 * time.Second

// span is the logs of a range of blocks.
type span struct {
	from uint64
	to   chain.Header
	logs []types.Log
	// Timestamps of blocks that the logs don't tell.
	times map[uint64]uint64
	err   error
}

// backfill reads history by ranges, the next of which is fetched while one is stored.
func (s *session) backfill(ctx context.Context, first, last uint64) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.setStatus(func(st *Status) {
		st.State, st.Detail = ethmlv1.WatcherState_WATCHER_STATE_BACKFILLING, ""
	})
	if tip, ok := s.Log.Tip(); ok {
		theirs, err := s.node.Headers(ctx, tip.Number)
		if err != nil {
			return err
		}
		if eventlog.Hash(theirs[0].Hash) != tip.Hash {
			head, _, err := s.node.Latest(ctx, common.Hash{})
			if err != nil {
				return err
			}
			return s.rewind(ctx, tip, head)
		}
	}
	s.Logger.Info("reading history", "from_block", first, "to_block", last, "node", s.node.Name())
	spans := make(chan span, 1)
	go s.fetch(ctx, first, last, spans)
	defer func() {
		cancel()
		for range spans {
		}
	}()
	started, reported, events := time.Now(), time.Now(), s.Log.Events()
	for r := range spans {
		if r.err != nil {
			return r.err
		}
		if err := s.storeSpan(r); err != nil {
			return err
		}
		s.progressed = true
		s.setStatus(func(st *Status) {
			st.Detail = fmt.Sprintf("reading history, at block %d of %d", r.to.Number, last)
		})
		s.Metrics.remaining.Set(float64(last - r.to.Number))
		if done := r.to.Number == last; done || time.Since(reported) >= progressEvery {
			reported = time.Now()
			s.Logger.Info("history read", "block", r.to.Number, "of", last, "events", s.Log.Events()-events,
				"seconds", time.Since(started).Seconds())
		}
	}
	return ctx.Err()
}

// fetch sends the spans from first to last, then closes the channel. After an error it sends no more.
func (s *session) fetch(ctx context.Context, first, last uint64, out chan<- span) {
	defer close(out)
	for from := first; from <= last; {
		r := s.fetchSpan(ctx, from, last)
		select {
		case <-ctx.Done():
			return
		case out <- r:
		}
		if r.err != nil {
			return
		}
		from = r.to.Number + 1
	}
}

// fetchSpan reads as large a range as the node gives.
func (s *session) fetchSpan(ctx context.Context, from, last uint64) span {
	backoff := firstBackoff
	for {
		to := s.ranges.Next(from, last)
		r, err := s.tryFetch(ctx, from, to)
		switch {
		case err == nil:
			s.ranges.Took(to-from+1, len(r.logs))
			return r
		case errors.Is(err, chain.ErrTooMuch) && s.ranges.Refused(to-from+1):
			s.Logger.Debug("range of logs refused, asking for less", "blocks", to-from+1, "error", err)
		case errors.Is(err, chain.ErrBusy) && backoff < maxBackoff:
			wait := time.NewTimer(backoff)
			select {
			case <-ctx.Done():
				wait.Stop()
				return span{err: ctx.Err()}
			case <-wait.C:
			}
			backoff *= 2
		default:
			return span{err: err}
		}
	}
}

func (s *session) tryFetch(ctx context.Context, from, to uint64) (span, error) {
	r := span{from: from}
	before, err := s.node.Headers(ctx, to)
	if err != nil {
		return r, err
	}
	if r.logs, err = s.node.Logs(ctx, from, to, s.addresses); err != nil {
		return r, err
	}
	var numbers []uint64
	for i, l := range r.logs {
		if l.BlockNumber < from || l.BlockNumber > to || i > 0 && l.BlockNumber < r.logs[i-1].BlockNumber {
			return r, fmt.Errorf("%s answers with logs of block %d when asked for blocks %d to %d in order", s.node.Name(), l.BlockNumber, from, to)
		}
		if l.BlockTimestamp == 0 && (len(numbers) == 0 || numbers[len(numbers)-1] != l.BlockNumber) {
			numbers = append(numbers, l.BlockNumber)
		}
	}
	// The last header again, after the logs: the same hash means that the range didn't change in between.
	after, err := s.node.Headers(ctx, append(numbers, to)...)
	if err != nil {
		return r, err
	}
	r.to = after[len(after)-1]
	if r.to.Hash != before[0].Hash {
		return r, fmt.Errorf("block %d: %w", to, errMoved)
	}
	r.times = map[uint64]uint64{}
	for _, h := range after[:len(numbers)] {
		r.times[h.Number] = h.Time
	}
	return r, nil
}

func (s *session) storeSpan(r span) error {
	var blocks []decoded
	for i := 0; i < len(r.logs); {
		l := r.logs[i]
		end := i + 1
		for end < len(r.logs) && r.logs[end].BlockNumber == l.BlockNumber {
			end++
		}
		head := eventlog.Head{Number: l.BlockNumber, Hash: eventlog.Hash(l.BlockHash), Time: l.BlockTimestamp}
		if t, ok := r.times[l.BlockNumber]; ok {
			head.Time = t
		}
		b, err := s.decode(head, r.logs[i:end])
		if err != nil {
			return fmt.Errorf("%s: %w", s.node.Name(), err)
		}
		if len(b.events) > 0 {
			blocks = append(blocks, b)
		}
		i = end
	}
	return s.store([]eventlog.Head{headOf(r.to)}, blocks, true)
}
