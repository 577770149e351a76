// Package spans records what the submitter does for each request: the round of each of its miners with the commit and the
// reveal, the settlement of the block, and the callback. Work that is done for a block is in the trace of each of its
// requests, linked to the others.
//
// A step is recorded with what ended it, once: the journal knows rounds and transactions that ended before a restart. Of a
// transaction that was sent before a restart only the end is recorded, and nothing when it was mined while this process was
// down.
package spans

import (
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	lru "github.com/hashicorp/golang-lru/v2/simplelru"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/tracing"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/desk"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

// Bounds of what is remembered.
const (
	keptBlocks       = 128
	keptTransactions = 1024
)

// Steps of a transaction beside those that desk and txmgr name; each names what it ends.
const (
	asked = desk.Asked
	mined = "mine"
)

// Spans records spans. A nil one does nothing. It is safe for concurrent use.
type Spans struct {
	tracer *tracing.Tracer

	mu       sync.Mutex
	chain    tracing.Chain
	requests map[uint64]trace.TraceID // not ended
	blocks   *lru.LRU[common.Hash, *block]
	open     *block // the newest; stays when it is over
	txs      *lru.LRU[string, []step]
	ended    []ended
	before   map[journal.RoundKey]bool // rounds that were over before this process started
}

// block is a virtual block.
type block struct {
	number     uint64
	challenge  common.Hash
	requests   map[uint64]trace.TraceID
	opened     time.Time // as seen
	lastReveal time.Time // as seen; zero before
}

func (b *block) traces() []trace.TraceID {
	out := make([]trace.TraceID, 0, len(b.requests))
	for _, t := range b.requests {
		out = append(out, t)
	}
	return out
}

// step is a part of getting a transaction mined that has ended.
type step struct {
	name string
	at   time.Time
}

// ended is a request whose callback was just mined.
type ended struct {
	id     uint64
	trace  trace.TraceID
	block  *block
	tx     []byte
	at     time.Time
	failed bool
}

// New is nil for no provider. ChainID and coordinator are the submitter's; rounds are what its journal held at the start.
func New(p trace.TracerProvider, chainID uint64, coordinator common.Address, rounds []journal.Round) *Spans {
	if p == nil {
		return nil
	}
	s := &Spans{tracer: tracing.NewTracer(p), chain: tracing.NewChain(chainID, coordinator[:]), requests: map[uint64]trace.TraceID{}, before: map[journal.RoundKey]bool{}}
	for _, r := range rounds {
		if r.State.Final() {
			s.before[r.Key()] = true
		}
	}
	// These fail for no room only.
	s.blocks, _ = lru.NewLRU[common.Hash, *block](keptBlocks, nil)
	s.txs, _ = lru.NewLRU[string, []step](keptTransactions, nil)
	return s
}

// Heard takes in an item of the watcher's stream.
func (s *Spans) Heard(item *ethmlv1.SubscribeResponse) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch it := item.GetItem().(type) {
	case *ethmlv1.SubscribeResponse_Snapshot:
		s.flush()
		s.snapshot(it.Snapshot)
	case *ethmlv1.SubscribeResponse_Event:
		s.event(it.Event)
	default:
		s.flush()
	}
}

func (s *Spans) snapshot(v *ethmlv1.Snapshot) {
	clear(s.requests)
	for _, p := range v.GetPendingRequests() {
		s.requests[p.GetRequest().GetId()] = s.chain.Request(p.GetPosition())
	}
	if b := v.GetOpenBlock(); b != nil {
		// When it opened was not seen; the chain knows to the second.
		s.opened(b.GetOpened(), time.Unix(int64(b.GetPosition().GetBlockTime()), 0))
	}
}

// event takes in what the contracts did, in order.
func (s *Spans) event(e *ethmlv1.Event) {
	now := time.Now()
	if len(s.ended) > 0 && string(s.ended[0].tx) != string(e.GetPosition().GetTransactionHash()) {
		s.flush()
	}
	switch k := e.GetKind().(type) {
	case *ethmlv1.Event_RequestQueued:
		s.requests[k.RequestQueued.GetId()] = s.chain.Request(e.GetPosition())
	case *ethmlv1.Event_BlockOpened:
		s.opened(k.BlockOpened, now)
	case *ethmlv1.Event_SolutionRevealed:
		if s.open != nil && s.open.number == k.SolutionRevealed.GetNumber() {
			s.open.lastReveal = now
		}
	case *ethmlv1.Event_BlockEnded:
		if s.open != nil && s.open.number == k.BlockEnded.GetNumber() {
			s.settled(s.open, k.BlockEnded, e.GetPosition(), now)
		}
	case *ethmlv1.Event_RequestEnded:
		id := k.RequestEnded.GetId()
		if n := k.RequestEnded.GetBlockNumber(); n != 0 && s.open != nil && s.open.number == n {
			s.ended = append(s.ended, ended{id: id, trace: s.requests[id], block: s.open, tx: e.GetPosition().GetTransactionHash(), at: now})
		}
		delete(s.requests, id)
	case *ethmlv1.Event_CallbackResult:
		for i := range s.ended {
			if s.ended[i].id == k.CallbackResult.GetId() {
				s.ended[i].failed = !k.CallbackResult.GetDelivered()
			}
		}
	}
}

func (s *Spans) opened(o *ethmlv1.BlockOpened, at time.Time) {
	challenge := common.BytesToHash(o.GetChallenge())
	if b, known := s.blocks.Get(challenge); known {
		s.open = b
		return
	}
	b := &block{number: o.GetNumber(), challenge: challenge, requests: map[uint64]trace.TraceID{}, opened: at}
	for _, id := range o.GetRequestIds() {
		if t, known := s.requests[id]; known {
			b.requests[id] = t
		}
	}
	s.blocks.Add(challenge, b)
	s.open = b
}

func settleKey(challenge common.Hash) string { return fmt.Sprintf("submitter/settle/%x", challenge[:]) }

// settled records a block's settlement, whoever sent it.
func (s *Spans) settled(b *block, e *ethmlv1.BlockEnded, at *ethmlv1.ChainPosition, now time.Time) {
	start := b.lastReveal
	if start.IsZero() {
		start = b.opened
	}
	for _, id := range b.traces() {
		s.tracer.Record(tracing.Span{Trace: id, Key: settleKey(b.challenge), Parent: tracing.RequestKey, Name: "settle", Start: start, End: now, Links: b.traces(),
			Attrs: append(b.attrs(), attribute.Bool("ethml.block.voided", e.GetVoided()), tracing.Hex("ethereum.tx.hash", at.GetTransactionHash()),
				tracing.Int("ethereum.block.number", at.GetBlockNumber()))})
	}
}

// flush records the callbacks of the last transaction that ended requests.
func (s *Spans) flush() {
	for _, e := range s.ended {
		start := e.block.lastReveal
		if start.IsZero() {
			start = e.block.opened
		}
		span := tracing.Span{Trace: e.trace, Key: fmt.Sprintf("submitter/callback/%x", e.tx), Parent: settleKey(e.block.challenge), Name: "callback", Start: start, End: e.at,
			Attrs: []attribute.KeyValue{tracing.Int("ethml.request.id", e.id), tracing.Hex("ethereum.tx.hash", e.tx)}}
		if e.failed {
			span.Failed = "the requester's contract did not take the callback"
		}
		s.tracer.Record(span)
	}
	s.ended = nil
}

func (b *block) attrs() []attribute.KeyValue {
	return []attribute.KeyValue{tracing.Int("ethml.block.number", b.number), tracing.Hex("ethml.challenge", b.challenge[:]),
		attribute.Int("ethml.block.requests", len(b.requests))}
}

func roundKey(challenge common.Hash, miner common.Address) string {
	return fmt.Sprintf("submitter/round/%x/%x", challenge[:], miner[:])
}

// Round takes in a round's state; one that is over is recorded.
func (s *Spans) Round(st round.Status) {
	if s == nil || !st.Round.State.Final() {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	b, known := s.blocks.Get(st.Round.Challenge)
	if !known || s.before[st.Round.Key()] {
		return // its block was over before this process followed the chain
	}
	for _, id := range b.traces() {
		span := tracing.Span{Trace: id, Key: roundKey(b.challenge, st.Round.Miner), Parent: tracing.RequestKey, Name: "round", Start: b.opened, Links: b.traces(),
			Attrs: append(b.attrs(), attribute.String("ethml.miner", st.Round.Miner.Hex()), attribute.String("ethml.round.state", st.Round.State.String()),
				attribute.Int("ethml.votes", len(st.Votes)))}
		if st.Round.Detail != "" {
			span.Attrs = append(span.Attrs, attribute.String("ethml.round.detail", st.Round.Detail))
		}
		if st.Round.State == journal.Missed {
			span.Failed = st.Round.Detail
		}
		s.tracer.Record(span)
	}
}

// Step takes in that a step of the transaction of a key has ended.
func (s *Spans) Step(key, name string) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	steps, _ := s.txs.Get(key)
	if name == asked {
		if len(steps) > 0 {
			return // asked for again, while it waits
		}
	} else {
		for i := range steps {
			if steps[i].name == name {
				return // a replacement: the first time counts
			}
		}
	}
	s.txs.Add(key, append(steps, step{name, time.Now()}))
}

// Transaction takes in what became of a transaction, and records it with its steps.
func (s *Spans) Transaction(o txmgr.Outcome) {
	if s == nil || o.Kind != txmgr.Mined && o.Kind != txmgr.Reverted {
		return
	}
	parts := strings.Split(o.Key, "/")
	if len(parts) != 3 {
		return
	}
	raw, err := hex.DecodeString(parts[1])
	if err != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	steps, _ := s.txs.Get(o.Key)
	s.txs.Remove(o.Key)
	b, known := s.blocks.Get(common.BytesToHash(raw))
	if !known {
		return
	}
	parent := roundKey(b.challenge, o.Account)
	switch parts[0] {
	case "commit", "reveal", "close":
	case "settle":
		parent = settleKey(b.challenge)
	default:
		return
	}
	for _, id := range b.traces() {
		s.transaction(id, parent, parts[0], o, steps)
	}
}

func (s *Spans) transaction(id trace.TraceID, parent, name string, o txmgr.Outcome, steps []step) {
	now := time.Now()
	key := fmt.Sprintf("submitter/tx/%x", o.Hash[:])
	span := tracing.Span{Trace: id, Key: key, Parent: parent, Name: name, Start: now, End: now, Attrs: []attribute.KeyValue{
		tracing.Hex("ethereum.tx.hash", o.Hash[:]), tracing.Int("ethereum.block.number", o.Block), tracing.Int("ethereum.gas.used", o.GasUsed),
		attribute.String("ethml.miner", o.Account.Hex())}}
	if o.Fee != nil {
		span.Attrs = append(span.Attrs, attribute.String("ethereum.fee.wei", o.Fee.String()))
	}
	if o.Kind == txmgr.Reverted {
		span.Failed = "reverted: " + o.Reason
	}
	if len(steps) == 0 {
		span.Attrs = append(span.Attrs, attribute.Bool("ethml.sent_before_restart", true))
	} else {
		span.Start = steps[0].at
	}
	s.tracer.Record(span)
	for i, st := range append(steps[:len(steps):len(steps)], step{mined, now}) {
		if i == 0 {
			continue
		}
		s.tracer.Record(tracing.Span{Trace: id, Key: key + "/" + st.name, Parent: key, Name: st.name, Start: steps[i-1].at, End: st.at})
	}
}
