package index

import (
	"bytes"
	"fmt"

	"github.com/fxamacker/cbor/v2"
	bolt "go.etcd.io/bbolt"

	"github.com/ethml/ethml/internal/protocol"
)

// Reader reads the rows of one moment.
type Reader struct{ tx *bolt.Tx }

// View calls fn with a reader that is good until fn returns.
func (x *Index) View(fn func(*Reader) error) error {
	return x.db.View(func(tx *bolt.Tx) error { return fn(&Reader{tx}) })
}

func (r *Reader) bucket(b byte) *bolt.Bucket { return r.tx.Bucket([]byte{b}) }

func decode[T any](k, raw []byte) (*T, error) {
	v := new(T)
	if err := cbor.Unmarshal(raw, v); err != nil {
		return nil, fmt.Errorf("read row %x: %w", k, err)
	}
	return v, nil
}

// row reads a row, nil when it isn't there.
func row[T any](r *Reader, b byte, k []byte) (*T, error) {
	raw := r.bucket(b).Get(k)
	if raw == nil {
		return nil, nil
	}
	return decode[T](k, raw)
}

// Totals counts everything.
func (r *Reader) Totals() (*Totals, error) {
	t, err := row[Totals](r, bTotals, totalsKey)
	if t == nil {
		t = &Totals{}
	}
	return t, err
}

// Request gives a request, nil when there is none.
func (r *Reader) Request(id uint64) (*Request, error) { return row[Request](r, bRequests, key(id)) }

// Block gives a virtual block, nil when there is none.
func (r *Reader) Block(number uint64) (*Block, error) { return row[Block](r, bBlocks, key(number)) }

// Model gives a model, nil when there is none.
func (r *Reader) Model(id uint64) (*Model, error) { return row[Model](r, bModels, key(id)) }

// Operator gives an operator, nil when there is none.
func (r *Reader) Operator(a protocol.Address) (*Operator, error) {
	return row[Operator](r, bOperators, a[:])
}

// Reveal gives what a miner revealed in a block, nil when it didn't.
func (r *Reader) Reveal(number uint64, miner protocol.Address) (*Reveal, error) {
	return row[Reveal](r, bReveals, revealKey(number, miner))
}

// Point gives what the plots need of a block, nil when there is none.
func (r *Reader) Point(number uint64) (*Point, error) { return row[Point](r, bPoints, key(number)) }

// Page asks for rows with the newest first.
type Page struct {
	Before uint64 // only numbers below; zero means from the newest on
	Limit  int
}

// down walks keys that begin with prefix and end with a number, downwards, until the page is full.
func (r *Reader) down(b byte, prefix []byte, p Page, each func(number uint64, raw []byte) error) (more bool, err error) {
	c := r.bucket(b).Cursor()
	var k, raw []byte
	if p.Before == 0 {
		k, raw = seekLast(c, prefix)
	} else {
		k, raw = lastBelow(c, append(bytes.Clone(prefix), key(p.Before)...))
	}
	for n := 0; k != nil && bytes.HasPrefix(k, prefix); k, raw = c.Prev() {
		if n == p.Limit {
			return true, nil
		}
		if err := each(lastNumber(k), raw); err != nil {
			return false, err
		}
		n++
	}
	return false, nil
}

// seekLast finds the last key that begins with prefix.
func seekLast(c *bolt.Cursor, prefix []byte) (k, raw []byte) {
	end := bytes.Clone(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		end[i]++
		if end[i] != 0 {
			return lastBelow(c, end[:i+1])
		}
	}
	return c.Last()
}

// lastBelow finds the last key below a bound.
func lastBelow(c *bolt.Cursor, bound []byte) (k, raw []byte) {
	if k, _ := c.Seek(bound); k == nil {
		return c.Last()
	}
	return c.Prev()
}

func page[T any](r *Reader, b byte, prefix []byte, p Page) (rows []*T, more bool, err error) {
	more, err = r.down(b, prefix, p, func(_ uint64, raw []byte) error {
		v, err := decode[T](prefix, raw)
		rows = append(rows, v)
		return err
	})
	return rows, more, err
}

// linked reads the rows of b that an index's keys end with the numbers of.
func linked[T any](r *Reader, by byte, prefix []byte, b byte, p Page) (rows []*T, more bool, err error) {
	more, err = r.down(by, prefix, p, func(n uint64, _ []byte) error {
		v, err := row[T](r, b, key(n))
		if v != nil {
			rows = append(rows, v)
		}
		return err
	})
	return rows, more, err
}

// Requests gives requests, the newest first.
func (r *Reader) Requests(p Page) ([]*Request, bool, error) {
	return page[Request](r, bRequests, nil, p)
}

// RequestsIn gives requests in a state.
func (r *Reader) RequestsIn(s protocol.RequestStatus, p Page) ([]*Request, bool, error) {
	return linked[Request](r, bByState, []byte{byte(s)}, bRequests, p)
}

// RequestsOf gives requests for a model.
func (r *Reader) RequestsOf(model uint64, p Page) ([]*Request, bool, error) {
	return linked[Request](r, bByModel, key(model), bRequests, p)
}

// Blocks gives virtual blocks, the newest first.
func (r *Reader) Blocks(p Page) ([]*Block, bool, error) { return page[Block](r, bBlocks, nil, p) }

// SeatsOf gives blocks in which an operator has a seat.
func (r *Reader) SeatsOf(a protocol.Address, p Page) ([]*Block, bool, error) {
	return linked[Block](r, bSeats, a[:], bBlocks, p)
}

// Models gives models, the newest first.
func (r *Reader) Models(p Page) ([]*Model, bool, error) { return page[Model](r, bModels, nil, p) }

// Points gives the plots' points, the newest first.
func (r *Reader) Points(p Page) ([]*Point, bool, error) { return page[Point](r, bPoints, nil, p) }

// ActsOf gives the newest lines of an operator's account.
func (r *Reader) ActsOf(a protocol.Address, limit int) (acts []*Act, err error) {
	c := r.bucket(bActs).Cursor()
	for k, raw := seekLast(c, a[:]); k != nil && bytes.HasPrefix(k, a[:]) && len(acts) < limit; k, raw = c.Prev() {
		act, err := decode[Act](k, raw)
		if err != nil {
			return nil, err
		}
		acts = append(acts, act)
	}
	return acts, nil
}

// Operators gives operators in order of address, from one on.
func (r *Reader) Operators(from []byte, limit int) (found []*Operator, next []byte, err error) {
	c := r.bucket(bOperators).Cursor()
	for k, raw := c.Seek(from); k != nil; k, raw = c.Next() {
		if len(found) == limit {
			return found, bytes.Clone(k), nil
		}
		o, err := decode[Operator](k, raw)
		if err != nil {
			return nil, nil, err
		}
		found = append(found, o)
	}
	return found, nil, nil
}

// Votes are the votes about request i of a block, by seat; nil for seats that did not reveal.
func (r *Reader) Votes(b *Block) ([]*Reveal, error) {
	reveals := make([]*Reveal, len(b.Seats))
	for i, s := range b.Seats {
		if s.Revealed == nil {
			continue
		}
		var err error
		if reveals[i], err = r.Reveal(b.Number, s.Miner); err != nil {
			return nil, err
		}
	}
	return reveals, nil
}
