// Package decode turns the contracts' logs into the events that the watcher streams.
package decode

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// ErrMalformed says that logs don't read as the contracts write them: the node or the contract is not what it should be.
var ErrMalformed = errors.New("malformed log")

// Addresses of the contracts whose logs are decoded.
type Addresses struct {
	Coordinator common.Address
	Registry    common.Address
	Stake       common.Address
}

// List is the addresses as a filter takes them.
func (a Addresses) List() []common.Address {
	return []common.Address{a.Coordinator, a.Registry, a.Stake}
}

// source names an event of one contract.
type source struct {
	contract common.Address
	topic    common.Hash
}

// reader fills the event's kind from a log; a nil kind means that the log gives no event of its own.
type reader func(t *transaction, log *types.Log) (kind, error)

// Decoder decodes the logs of one deployment. It keeps no state from block to block and may be shared.
type Decoder struct {
	coordinator *bindings.EthML
	registry    *bindings.ModelRegistry
	stake       *bindings.OperatorStake
	readers     map[source]reader
	ends        map[source]bool
}

// New makes a decoder.
func New(addresses Addresses) *Decoder {
	d := &Decoder{coordinator: bindings.NewEthML(), registry: bindings.NewModelRegistry(), stake: bindings.NewOperatorStake()}
	d.readers = d.tables(addresses)
	d.ends = map[source]bool{}
	for _, name := range []string{"BlockSettled", "BlockVoided"} {
		d.ends[source{addresses.Coordinator, topicOf(&bindings.EthMLMetaData, name)}] = true
	}
	return d
}

// transaction is what the logs of one transaction say about each other.
type transaction struct {
	header   Header
	received map[uint64]*bindings.EthMLReceivedRequest
	// Log indices and numbers of the virtual blocks that ended in it.
	ended []blockEnd
}

type blockEnd struct {
	index  uint
	number uint64
}

// settledBy is the virtual block whose settlement a log belongs to: the contracts tell the requests' ends first and the
// block's end after them. Zero if no block ends after the log.
func (t *transaction) settledBy(index uint) uint64 {
	for _, e := range t.ended {
		if e.index > index {
			return e.number
		}
	}
	return 0
}

// Header is the part of the Ethereum block that events carry.
type Header struct {
	Number uint64
	Hash   common.Hash
	Time   uint64 // seconds since the Unix epoch
}

// Block decodes one block's logs, which may come in any order, into events in log order. Events that no subscriber
// needs, such as those of upgrades, are left out.
func (d *Decoder) Block(header Header, logs []types.Log) ([]*ethmlv1.Event, error) {
	slices.SortFunc(logs, func(a, b types.Log) int { return int(a.Index) - int(b.Index) })
	events := make([]*ethmlv1.Event, 0, len(logs))
	for i := 0; i < len(logs); {
		end := i + 1
		for end < len(logs) && logs[end].TxHash == logs[i].TxHash {
			end++
		}
		of, err := d.transaction(header, logs[i:end])
		if err != nil {
			return nil, err
		}
		events = append(events, of...)
		i = end
	}
	return events, nil
}

func (d *Decoder) transaction(header Header, logs []types.Log) ([]*ethmlv1.Event, error) {
	t := &transaction{header: header, received: map[uint64]*bindings.EthMLReceivedRequest{}}
	for i := range logs {
		log := &logs[i]
		if log.BlockHash != header.Hash || log.BlockNumber != header.Number {
			return nil, at(log, fmt.Errorf("%w: it belongs to block %d %s, not to block %d %s",
				ErrMalformed, log.BlockNumber, log.BlockHash, header.Number, header.Hash))
		}
		if i > 0 && log.Index == logs[i-1].Index {
			return nil, at(log, fmt.Errorf("%w: its index comes twice", ErrMalformed))
		}
		if len(log.Topics) > 1 && d.ends[source{log.Address, log.Topics[0]}] {
			number := log.Topics[1].Big()
			if !number.IsUint64() {
				return nil, at(log, fmt.Errorf("%w: virtual block %s", ErrMalformed, number))
			}
			t.ended = append(t.ended, blockEnd{log.Index, number.Uint64()})
		}
	}
	var events []*ethmlv1.Event
	for i := range logs {
		log := &logs[i]
		if len(log.Topics) == 0 {
			continue
		}
		read, known := d.readers[source{log.Address, log.Topics[0]}]
		if !known {
			continue
		}
		k, err := read(t, log)
		if err != nil {
			return nil, at(log, err)
		}
		if k == nil {
			continue
		}
		event := &ethmlv1.Event{Position: &ethmlv1.ChainPosition{
			BlockNumber: header.Number, BlockHash: bytes.Clone(header.Hash[:]), BlockTime: header.Time,
			TransactionHash: bytes.Clone(log.TxHash[:]), LogIndex: uint32(log.Index)}}
		k(event)
		events = append(events, event)
	}
	for id := range t.received {
		return nil, fmt.Errorf("block %d: %w: request %d was received but not queued", header.Number, ErrMalformed, id)
	}
	return events, nil
}

func at(log *types.Log, err error) error {
	return fmt.Errorf("log %d of block %d: %w", log.Index, log.BlockNumber, err)
}
