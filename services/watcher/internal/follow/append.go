package follow

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"google.golang.org/protobuf/proto"

	"github.com/ethml/ethml/internal/tracing"
	"github.com/ethml/ethml/services/watcher/internal/chain"
	"github.com/ethml/ethml/services/watcher/internal/decode"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/state"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// rangeFrom is the number of blocks in question from which one request for all replaces one for each.
const rangeFrom = 3

func headOf(h chain.Header) eventlog.Head {
	return eventlog.Head{Number: h.Number, Hash: eventlog.Hash(h.Hash), Time: h.Time}
}

// append reads the logs of linked headers that follow the tip and adds them.
func (s *session) append(ctx context.Context, headers []chain.Header) error {
	started := time.Now()
	logs, err := s.logsOf(ctx, headers)
	if err != nil {
		return err
	}
	heads := make([]eventlog.Head, len(headers))
	var blocks []decoded
	for i, h := range headers {
		heads[i] = headOf(h)
		if len(logs[i]) == 0 {
			continue
		}
		b, err := s.decode(heads[i], logs[i])
		if err != nil {
			return fmt.Errorf("%s: %w", s.node.Name(), err)
		}
		if len(b.events) > 0 {
			blocks = append(blocks, b)
		}
	}
	var events []*ethmlv1.Event
	for _, b := range blocks {
		events = append(events, b.events...)
	}
	id, _ := s.Log.Identity()
	before := s.tip.state
	news := s.Spans.News(tracing.NewChain(id.ChainID, id.Coordinator[:]), events, started, before.Request)
	if err := s.store(heads, blocks, false); err != nil {
		return err
	}
	news.Stored()
	s.Metrics.requests.observe(events, before)
	s.Metrics.appendSeconds.Observe(time.Since(started).Seconds())
	return nil
}

// logsOf gives each header's logs, asking only for blocks whose bloom filter says that there may be any.
func (s *session) logsOf(ctx context.Context, headers []chain.Header) ([][]types.Log, error) {
	logs := make([][]types.Log, len(headers))
	var hits []int
	for i, h := range headers {
		if h.MayHold(s.addresses) {
			hits = append(hits, i)
		}
	}
	if len(hits) >= rangeFrom {
		first := headers[hits[0]].Number
		all, err := s.node.Logs(ctx, first, headers[hits[len(hits)-1]].Number, s.addresses)
		if err != nil {
			return nil, err
		}
		for _, l := range all {
			i := int(l.BlockNumber - headers[0].Number)
			if l.BlockNumber < headers[0].Number || i >= len(headers) || l.BlockHash != headers[i].Hash {
				return nil, fmt.Errorf("logs of block %d: %w", l.BlockNumber, errMoved)
			}
			logs[i] = append(logs[i], l)
		}
	}
	for _, i := range hits {
		if len(logs[i]) > 0 {
			continue
		}
		of, err := s.node.BlockLogs(ctx, headers[i], s.addresses)
		if err != nil {
			return nil, err
		}
		logs[i] = of
	}
	return logs, nil
}

// decoded is a block's events, as messages and as entries of the log.
type decoded struct {
	events []*ethmlv1.Event
	block  eventlog.Block
}

func (s *session) decode(head eventlog.Head, logs []types.Log) (decoded, error) {
	events, err := s.decoder.Block(decode.Header{Number: head.Number, Hash: [32]byte(head.Hash), Time: head.Time}, logs)
	if err != nil {
		return decoded{}, err
	}
	d := decoded{events: events, block: eventlog.Block{Head: head, Entries: make([]*eventlog.Entry, len(events))}}
	for i, e := range events {
		wire, err := proto.Marshal(e)
		if err != nil {
			return decoded{}, fmt.Errorf("write event: %w", err)
		}
		d.block.Entries[i] = &eventlog.Entry{
			Position: eventlog.Position{Number: head.Number, Hash: head.Hash, Index: e.GetPosition().GetLogIndex()},
			Kind:     decode.Kind(e), Event: wire}
	}
	return d, nil
}

// store folds events into the state, which refuses gaps, and only then makes them durable and visible. Final blocks are
// so deep that no reorg reaches them.
func (s *session) store(heads []eventlog.Head, blocks []decoded, final bool) error {
	tip, err := s.fold(blocks)
	if errors.Is(err, state.ErrGap) {
		if futile := s.reread(); futile != nil {
			err = fmt.Errorf("%w: %w", err, futile)
		}
	}
	if errors.Is(err, state.ErrGap) && s.Log.Events() == 0 {
		return fmt.Errorf("%s: %w: block %d is too late to start at; delete %s and give an earlier --deployment-block",
			s.node.Name(), err, s.Log.First(), s.Log.Path())
	}
	if err != nil {
		return fmt.Errorf("%s: %w", s.node.Name(), err)
	}
	entries := make([]eventlog.Block, len(blocks))
	for i, b := range blocks {
		entries[i] = b.block
	}
	if final {
		err = s.Log.AppendFinal(heads[len(heads)-1], entries)
	} else {
		err = s.Log.Append(heads, entries)
	}
	if err != nil {
		return err
	}
	if err := s.settle(s.Log, tip, final); err != nil {
		return err
	}
	s.publish()
	for _, b := range blocks {
		s.Metrics.events(b.block.Entries)
	}
	s.prune(heads[len(heads)-1].Number)
	return nil
}

// reread has everything after the newest event read again, by the next session and perhaps from another node: ranges are
// stored on one node's word, and it may have left logs out. When that brings nothing the remedy is told: what has been passed
// on can't be taken back for something that lies before it.
func (s *session) reread() error {
	last, _, err := s.Log.LastBlock()
	if err != nil {
		return err
	}
	var futile error
	if s.rereadAfter != nil && *s.rereadAfter == last {
		futile = fmt.Errorf("reading everything after block %d again did not bring them; if this lasts, they lie before it: stop the watcher, delete %s and start again",
			last.Number, s.Log.Path())
	}
	s.rereadAfter = &last
	tip, ok := s.Log.Tip()
	if !ok || tip == last {
		return futile
	}
	s.Logger.Warn("events are missing, reading again", "from_block", last.Number+1, "to_block", tip.Number, "node", s.node.Name())
	// The tip's state is that after the newest event's block, and so is the base's if it lies above. That is saved as such
	// first: a checkpoint of a later block would keep events in between out.
	s.tip.block = last.Number
	if s.base.block > last.Number {
		s.base = s.tip
		s.unsaved = max(s.unsaved, 1)
		if err := s.checkpoint(s.Log); err != nil {
			return err
		}
	}
	if err := s.Log.Reread(); err != nil {
		return err
	}
	s.publish()
	return futile
}

// prune drops old events, if configured, a little with each block.
func (s *session) prune(tip uint64) {
	keep := max(s.PruneAfter, 2*s.Log.Keep())
	if s.PruneAfter == 0 || tip < keep || tip%pruneEvery != 0 {
		return
	}
	// The state must not need what goes.
	if err := s.checkpoint(s.Log); err != nil {
		s.Logger.Error("event log not pruned", "error", err)
		return
	}
	if n, err := s.Log.Prune(min(tip-keep, s.base.block), pruneBlocks); err != nil {
		s.Logger.Error("event log not pruned", "error", err)
	} else if n > 0 {
		s.Logger.Info("event log pruned", "blocks", n, "earliest_block", s.Log.Earliest())
	}
}

const (
	pruneEvery  = 64
	pruneBlocks = 1024
)
