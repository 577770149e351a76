// Package view builds what the explorer shows, once for pages and API alike: rows of the index, checked against the
// protocol and put into words.
package view

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/explorer/internal/follow"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

// Library gives content by CID.
type Library interface {
	// Manifest gives a model's manifest, waiting a little if it has to be fetched.
	Manifest(ctx context.Context, cid string) (*manifest.Manifest, error)
	// Known gives a manifest if it is at hand, and else begins to fetch it.
	Known(cid string) *manifest.Manifest
	// Data gives a data point.
	Data(ctx context.Context, cid string) ([]byte, error)
}

// Gas tells what transactions cost.
type Gas interface {
	// Used is the gas of a transaction that is mined in an Ethereum block, if it is at hand; else it begins to fetch it.
	Used(tx protocol.Hash, block uint64) (gas uint64, ok bool)
}

// Views builds views. Library and Gas may be nil.
type Views struct {
	Index   *index.Index
	Status  func() follow.Status
	Library Library
	Gas     Gas
	Now     func() time.Time

	more atomic.Uint64 // counts what came from elsewhere than the index
}

// More says that content or gas has come that pages may show.
func (v *Views) More() { v.more.Add(1) }

// Revision grows with everything that changes what is shown.
func (v *Views) Revision() uint64 {
	_, revision := v.Index.Changed()
	return revision + v.more.Load()
}

// Status is how fresh everything is.
type Status struct {
	Connected bool   `json:"connected"`        // to the watcher
	Detail    string `json:"detail,omitempty"` // why not
	State     string `json:"state"`            // the watcher's: live, backfilling, ...
	Head      uint64 `json:"head"`             // newest Ethereum block the watcher told of; zero when it has not
	HeadTime  uint64 `json:"head_time"`        // seconds since the Unix epoch
	Lag       uint64 `json:"lag_blocks"`       // the watcher's, behind its node
	Events    uint64 `json:"events"`           // indexed
	LastEvent uint64 `json:"last_event_time"`  // seconds since the Unix epoch
	Paused    bool   `json:"paused"`           // no new requests and blocks
	Revision  uint64 `json:"revision"`         // grows with each change
	Since     int64  `json:"since"`            // when it connected, or lost the connection; seconds since the Unix epoch, 0 for never
}

// Place is where in the Ethereum chain something happened.
type Place struct {
	Block uint64  `json:"ethereum_block"`
	Time  uint64  `json:"time"` // seconds since the Unix epoch
	Tx    string  `json:"transaction"`
	Gas   *uint64 `json:"gas_used,omitempty"` // of the whole transaction
}

// RequestRow is a request in a list.
type RequestRow struct {
	ID        uint64  `json:"id"`
	Model     uint64  `json:"model_id"`
	ModelName string  `json:"model_name,omitempty"`
	State     string  `json:"state"`
	Requester string  `json:"requester"`
	DataCID   string  `json:"data_cid"`
	Tip       Wei     `json:"tip_wei"`
	Queued    uint64  `json:"queued_time"`
	Ended     uint64  `json:"ended_time,omitempty"`
	Seconds   *uint64 `json:"seconds,omitempty"` // from request to its end
	Value     string  `json:"value,omitempty"`   // the prediction as the model's codec means it
	Word      string  `json:"word,omitempty"`    // as it is on chain
	Reason    string  `json:"reason,omitempty"`  // why it failed
	Block     uint64  `json:"block,omitempty"`   // virtual block it stands in, or that ended it
}

// Step is a line in a request's life.
type Step struct {
	Name   string `json:"name"`
	Detail string `json:"detail,omitempty"`
	Place
	Virtual uint64 `json:"block,omitempty"` // virtual block
}

// Vote is what a seat said about a request.
type Vote struct {
	Seat     int    `json:"seat"`
	Miner    string `json:"miner"`
	Revealed bool   `json:"revealed"`
	Status   string `json:"status,omitempty"`
	Value    string `json:"value,omitempty"`
	Word     string `json:"word,omitempty"`
	Agreed   bool   `json:"agreed"` // it counts for the outcome
}

// Data is a data point, verified against its CID, or why it isn't shown.
type Data struct {
	Bytes    int       `json:"bytes"`
	Text     string    `json:"text,omitempty"` // its beginning, made harmless
	Cut      bool      `json:"cut"`            // whether there is more
	Features []Feature `json:"features,omitempty"`
	Unfit    string    `json:"unfit,omitempty"` // why the model can't take it
	Error    string    `json:"error,omitempty"`
}

// Feature is a number of a data point and what the model calls it.
type Feature struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Request is everything about a request.
type Request struct {
	RequestRow
	CallbackGas uint64   `json:"callback_gas"`
	Expiry      uint64   `json:"expiry"`
	Callback    string   `json:"callback"` // pending, delivered, failed, or delivered on retry
	Blocks      []uint64 `json:"blocks"`   // virtual blocks it stood in
	Steps       []Step   `json:"steps"`
	Votes       []Vote   `json:"votes"` // of the last block it stood in
	Recount     string   `json:"recount,omitempty"`
	Data        *Data    `json:"data,omitempty"`
}

// BlockRow is a virtual block in a list.
type BlockRow struct {
	Number     uint64  `json:"number"`
	State      string  `json:"state"` // committing, revealing, settled, void
	Hash       string  `json:"hash,omitempty"`
	Requests   int     `json:"requests"`
	Seats      int     `json:"seats"`
	Reveals    int     `json:"reveals"`
	Answered   int     `json:"answered"`
	Failed     int     `json:"failed"` // ended for good here, without an answer, since the data is at fault
	Difficulty string  `json:"difficulty"`
	Opened     uint64  `json:"opened_time"`
	Ended      uint64  `json:"ended_time,omitempty"`
	Subsidy    Wei     `json:"subsidy_wei"`
	Marks      []Mark  `json:"-"` // a word for each seat
	Mine       *Seat   `json:"seat,omitempty"`
	GasUsed    *uint64 `json:"gas_used,omitempty"`
}

// Shown is the block's state as pages show it: that it has settled is good news only where something was answered.
func (b BlockRow) Shown() string {
	switch {
	case b.State != "settled" || b.Answered > 0:
		return b.State
	case b.Failed > 0:
		return "failed"
	}
	return "undecided"
}

// Mark is how a seat is drawn: free, committed, revealed, agreed, dissented, missed.
type Mark string

// Seat is a miner's place in a block.
type Seat struct {
	Index      int    `json:"index"`
	Miner      string `json:"miner"`
	Commitment string `json:"commitment"`
	Committed  Place  `json:"committed"`
	Revealed   *Place `json:"revealed,omitempty"`
	Agreed     int    `json:"agreed"`
	Subsidy    Wei    `json:"subsidy_wei"`
	Slashed    Wei    `json:"slashed_wei"`
	Cause      string `json:"slash_cause,omitempty"`
	Mark       Mark   `json:"mark"`
}

// Check is a block's hash computed again from its events.
type Check struct {
	Computed string `json:"computed,omitempty"`
	Matches  bool   `json:"matches"`
	Parent   bool   `json:"parent_matches"` // it names the hash of the block before
	Detail   string `json:"detail"`
}

// BlockRequest is a request as a block decided it.
type BlockRequest struct {
	ID        uint64 `json:"id"`
	Model     uint64 `json:"model_id"`
	ModelName string `json:"model_name,omitempty"`
	Outcome   string `json:"outcome"`
	Value     string `json:"value,omitempty"`
	Votes     []Vote `json:"votes"`
}

// Block is everything about a virtual block.
type Block struct {
	BlockRow
	Challenge    string         `json:"challenge"`
	Parent       string         `json:"parent_hash"`
	CommitWindow uint64         `json:"commit_window_seconds"`
	Next         string         `json:"next_difficulty,omitempty"`
	OpenedAt     Place          `json:"opened"`
	ClosedAt     *Place         `json:"commits_closed,omitempty"`
	EndedAt      *Place         `json:"ended,omitempty"`
	Check        *Check         `json:"check,omitempty"`
	SeatList     []Seat         `json:"seat_list"`
	RequestList  []BlockRequest `json:"request_list"`
}
