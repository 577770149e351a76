// Package gas reads from an Ethereum node what transactions cost, in the background and many at once: a page shows what is
// at hand and is told when there is more.
package gas

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/golang-lru/v2/expirable"

	"github.com/ethml/ethml/internal/protocol"
)

const (
	maxKnown   = 1 << 16
	keepKnown  = 24 * time.Hour
	keepAsked  = 30 * time.Second // not asked for again before
	queued     = 8192
	maxBatch   = 100
	callLimit  = 10 * time.Second
	pause      = 2 * time.Second // after a failure
	replyLimit = 8 << 20
)

// A transaction that a reorganisation moved may cost something else in its new block, so both name an entry.
type entry struct {
	tx    protocol.Hash
	block uint64
}

// Meter knows what transactions cost.
type Meter struct {
	url    string
	client *http.Client
	log    *slog.Logger
	known  *expirable.LRU[entry, uint64]
	asked  *expirable.LRU[entry, struct{}]
	queue  chan entry
	// OnMore is called when more is known. Set it before Run.
	OnMore func()
}

// New makes a meter that asks the node at url.
func New(url string, log *slog.Logger) *Meter {
	return &Meter{url: url, client: &http.Client{Timeout: callLimit}, log: log,
		known: expirable.NewLRU[entry, uint64](maxKnown, nil, keepKnown),
		asked: expirable.NewLRU[entry, struct{}](maxKnown, nil, keepAsked),
		queue: make(chan entry, queued)}
}

// Used is the gas of a transaction that is mined in an Ethereum block, if it is known; else it is asked for.
func (m *Meter) Used(tx protocol.Hash, block uint64) (uint64, bool) {
	e := entry{tx, block}
	if used, ok := m.known.Get(e); ok {
		return used, true
	}
	if !m.asked.Contains(e) {
		select {
		case m.queue <- e:
			m.asked.Add(e, struct{}{})
		default: // a later page asks again
		}
	}
	return 0, false
}

// Run asks until ctx ends.
func (m *Meter) Run(ctx context.Context) {
	failing := false
	for {
		var batch []entry
		select {
		case <-ctx.Done():
			return
		case e := <-m.queue:
			batch = append(batch, e)
		}
	fill:
		for len(batch) < maxBatch {
			select {
			case e := <-m.queue:
				batch = append(batch, e)
			default:
				break fill
			}
		}
		more, err := m.ask(ctx, batch)
		if more && m.OnMore != nil {
			m.OnMore()
		}
		if err == nil {
			failing = false
			continue
		}
		if ctx.Err() == nil && !failing {
			m.log.Warn("node doesn't tell what transactions cost", "error", err)
		}
		failing = true
		timer := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-timer.C:
		}
	}
}

type call struct {
	Version string   `json:"jsonrpc"`
	ID      int      `json:"id"`
	Method  string   `json:"method"`
	Params  []string `json:"params"`
}

type reply struct {
	ID     int `json:"id"`
	Result *struct {
		GasUsed     string `json:"gasUsed"`
		BlockNumber string `json:"blockNumber"`
	} `json:"result"`
	Error *struct {
		Message string `json:"message"`
	} `json:"error"`
}

// ask reads the receipts of a batch.
func (m *Meter) ask(ctx context.Context, batch []entry) (more bool, err error) {
	calls := make([]call, len(batch))
	for i, e := range batch {
		calls[i] = call{Version: "2.0", ID: i, Method: "eth_getTransactionReceipt", Params: []string{e.tx.String()}}
	}
	body, err := json.Marshal(calls)
	if err != nil {
		return false, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, m.url, bytes.NewReader(body))
	if err != nil {
		return false, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := m.client.Do(request)
	if err != nil {
		return false, err
	}
	defer response.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(response.Body, replyLimit))
	if err != nil {
		return false, err
	}
	var replies []reply
	if err := json.Unmarshal(raw, &replies); err != nil {
		return false, fmt.Errorf("answer of %s: %w", response.Status, err)
	}
	for _, r := range replies {
		if r.Error != nil {
			err = errors.New(r.Error.Message)
		}
		if r.Result == nil || r.ID < 0 || r.ID >= len(batch) {
			continue
		}
		used, errUsed := quantity(r.Result.GasUsed)
		block, errBlock := quantity(r.Result.BlockNumber)
		if errUsed != nil || errBlock != nil || block != batch[r.ID].block {
			continue // the node is on another branch than the watcher was: asked again later
		}
		m.known.Add(batch[r.ID], used)
		more = true
	}
	return more, err
}

// quantity reads a number as Ethereum's JSON-RPC writes it.
func quantity(text string) (uint64, error) {
	digits, ok := strings.CutPrefix(text, "0x")
	if !ok {
		return 0, fmt.Errorf("%q is no quantity", text)
	}
	return strconv.ParseUint(digits, 16, 64)
}
