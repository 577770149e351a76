package follow

import (
	"fmt"

	"google.golang.org/protobuf/proto"

	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/state"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// checkpointAfter is how many events may have to be folded again at a start.
const checkpointAfter = 5_000

// fold is the state after all events up to and including a block. It is never changed in place.
type fold struct {
	block uint64
	state *state.State
}

// folds keeps two states: the tip's, and one deep enough that no reorg goes below it, from which the tip's is folded
// again after a reorg. That costs at most the events of as many blocks as the reorg limit.
type folds struct {
	tip     fold
	base    fold
	unsaved int // events folded into base since the last checkpoint
	counted int // events in the log when base was last moved
}

// view is what snapshots are made of, all of the same moment.
type view struct {
	state *state.State
	last  eventlog.Position
	head  eventlog.Head
	any   bool
}

func (f *Follower) publish() {
	v := &view{state: f.tip.state, last: f.Log.Last()}
	v.head, v.any = f.Log.Tip()
	f.view.Store(v)
	f.Metrics.view(v, f.Log)
	f.Metrics.behind(f.Status().Node, v.head.Number)
}

// Snapshot is the present state and the position from which the events after it follow.
func (f *Follower) Snapshot() (*ethmlv1.Snapshot, eventlog.Position) {
	v := f.view.Load()
	s := &ethmlv1.Snapshot{}
	if id, ok := f.Log.Identity(); ok {
		s.ChainId, s.Coordinator = id.ChainID, id.Coordinator[:]
	}
	if v.any {
		s.Head = v.head.Proto()
	}
	v.state.Fill(s)
	return s, v.last
}

// restore computes both states from the last checkpoint and the log.
func (f *folds) restore(log *eventlog.Log) error {
	f.base = fold{state: state.New()}
	block, data, err := log.Checkpoint()
	if err == nil && data != nil {
		f.base.block = block
		f.base.state, err = state.Unmarshal(data)
	}
	if err != nil {
		return fmt.Errorf("%w: %w; delete %s and restart, the chain is then read again", eventlog.ErrDamaged, err, log.Path())
	}
	if tip, ok := log.Tip(); ok {
		f.base, err = f.foldLog(log, f.base, tip.Number-min(tip.Number, log.Keep()))
		if err != nil {
			return err
		}
	}
	return f.refold(log)
}

// foldLog folds the log's events after from, up to and including a block.
func (f *folds) foldLog(log *eventlog.Log, from fold, upTo uint64) (fold, error) {
	if upTo <= from.block {
		return from, nil
	}
	next := fold{block: upTo, state: from.state}
	err := log.Each(from.block+1, upTo, func(b eventlog.Block) error {
		if next.state == from.state {
			next.state = from.state.Clone()
		}
		for _, e := range b.Entries {
			var event ethmlv1.Event
			if err := proto.Unmarshal(e.Event, &event); err != nil {
				return fmt.Errorf("event %d/%d: %w: %w", e.Position.Number, e.Position.Index, eventlog.ErrDamaged, err)
			}
			if err := next.state.Apply(&event); err != nil {
				return fmt.Errorf("event %d/%d: %w: %w", e.Position.Number, e.Position.Index, eventlog.ErrDamaged, err)
			}
			f.unsaved++
		}
		return nil
	})
	if err != nil {
		return from, err
	}
	return next, nil
}

// refold computes the tip's state from the base, after a reorg or at a start.
func (f *folds) refold(log *eventlog.Log) error {
	unsaved := f.unsaved
	f.counted = int(log.Events())
	tip, ok := log.Tip()
	if !ok {
		f.tip = f.base
		return nil
	}
	var err error
	f.tip, err = f.foldLog(log, f.base, tip.Number)
	f.unsaved = unsaved
	return err
}

// fold is the tip's state with more blocks' events; nothing is changed yet.
func (f *folds) fold(blocks []decoded) (*state.State, error) {
	if len(blocks) == 0 {
		return f.tip.state, nil
	}
	next := f.tip.state.Clone()
	for _, b := range blocks {
		for _, e := range b.events {
			if err := next.Apply(e); err != nil {
				return nil, fmt.Errorf("log %d of block %d: %w", e.GetPosition().GetLogIndex(), b.block.Head.Number, err)
			}
		}
	}
	return next, nil
}

// settle takes over the tip's state after the log did, and lets the base follow at the distance of the reorg limit.
func (f *folds) settle(log *eventlog.Log, tip *state.State, final bool) error {
	head, _ := log.Tip()
	f.tip = fold{block: head.Number, state: tip}
	var err error
	if final {
		f.unsaved += int(log.Events()) - f.counted
		f.base = f.tip
	} else {
		f.base, err = f.foldLog(log, f.base, head.Number-min(head.Number, log.Keep()))
	}
	f.counted = int(log.Events())
	if err == nil && f.unsaved >= checkpointAfter {
		err = f.checkpoint(log)
	}
	return err
}

// checkpoint saves the base, so that the next start need not fold all events again.
func (f *folds) checkpoint(log *eventlog.Log) error {
	if f.unsaved == 0 {
		return nil
	}
	// The base must not be newer than the tip that a crash leaves on disk, less the reorg limit.
	if err := log.Flush(); err != nil {
		return err
	}
	data, err := f.base.state.Marshal()
	if err != nil {
		return err
	}
	if err := log.SaveCheckpoint(f.base.block, data); err != nil {
		return err
	}
	f.unsaved = 0
	return nil
}
