package check

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/contracts/bindings"
)

// history is what the chain says happened, in the order of the chain.
type history struct {
	requests  map[uint64]*request
	blocks    map[uint64]*block
	last      uint64 // number of the last block opened
	paid      map[common.Address]*pots
	transfers []transfer
	parties   map[common.Address]bool // whoever may have rewards
	headers   map[common.Hash]*types.Header
}

type request struct {
	id, model uint64
	cid       string
	tip       *big.Int
	ends      []end
}

type end struct {
	answered, failed, cancelled, expired bool
	word                                 *big.Int
	reason                               uint8
}

type block struct {
	number            uint64
	challenge, parent common.Hash
	difficulty        *big.Int
	commitWindow      uint64
	ids               []uint64
	opened            types.Log
	openings          int
	commits           []commit
	closed            []types.Log
	reveals           []reveal
	settled, voided   []types.Log
	hash, endParent   common.Hash
	words             []*big.Int
	statuses          []byte
	slashes           []slash
	settler           common.Address
	revealsSaid       uint64
}

type commit struct {
	miner      common.Address
	commitment common.Hash
	log        types.Log
}

type reveal struct {
	miner    common.Address
	words    []*big.Int
	statuses []byte
	log      types.Log
}

type slash struct {
	miner  common.Address
	amount *big.Int
	cause  uint8
}

type pots struct{ minted, tips *big.Int }

type transfer struct {
	from, to common.Address
	amount   *big.Int
	tx       common.Hash
}

// reader reads with nothing but eth_* calls.
type reader struct {
	client       *ethclient.Client
	coordinator  common.Address
	token, stake common.Address
	registry     common.Address
	main, erc20  *abi.ABI
	chainID      *big.Int
	head         uint64
	transactions map[common.Hash]*types.Transaction
}

func newReader(ctx context.Context, client *ethclient.Client, coordinator common.Address) (*reader, error) {
	r := &reader{client: client, coordinator: coordinator, transactions: map[common.Hash]*types.Transaction{}}
	var err error
	if r.main, err = bindings.EthMLMetaData.ParseABI(); err != nil {
		return nil, err
	}
	if r.erc20, err = bindings.EthMLTokenMetaData.ParseABI(); err != nil {
		return nil, err
	}
	for name, at := range map[string]*common.Address{"token": &r.token, "operatorStake": &r.stake, "registry": &r.registry} {
		out, err := r.view(ctx, name)
		if err != nil {
			return nil, err
		}
		*at = out[0].(common.Address)
	}
	if r.chainID, err = client.ChainID(ctx); err != nil {
		return nil, err
	}
	r.head, err = client.BlockNumber(ctx)
	return r, err
}

// view calls a view of the coordinator, at the block that the whole check is about.
func (r *reader) view(ctx context.Context, name string, args ...any) ([]any, error) {
	return r.viewOf(ctx, r.coordinator, r.main, name, args...)
}

func (r *reader) viewOf(ctx context.Context, at common.Address, a *abi.ABI, name string, args ...any) ([]any, error) {
	data, err := a.Pack(name, args...)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", name, err)
	}
	var number *big.Int
	if r.head != 0 {
		number = new(big.Int).SetUint64(r.head)
	}
	out, err := r.client.CallContract(ctx, ethereum.CallMsg{To: &at, Data: data}, number)
	if err != nil {
		return nil, fmt.Errorf("call %s: %w", name, err)
	}
	return a.Unpack(name, out)
}

// read gathers the whole history up to the head.
func (r *reader) read(ctx context.Context) (*history, error) {
	h := &history{requests: map[uint64]*request{}, blocks: map[uint64]*block{}, paid: map[common.Address]*pots{},
		parties: map[common.Address]bool{}, headers: map[common.Hash]*types.Header{}}
	logs, err := r.client.FilterLogs(ctx, ethereum.FilterQuery{FromBlock: new(big.Int), ToBlock: new(big.Int).SetUint64(r.head),
		Addresses: []common.Address{r.coordinator, r.token}})
	if err != nil {
		return nil, fmt.Errorf("read logs: %w", err)
	}
	for _, l := range logs {
		if h.headers[l.BlockHash] == nil {
			if h.headers[l.BlockHash], err = r.client.HeaderByHash(ctx, l.BlockHash); err != nil {
				return nil, fmt.Errorf("read header %s: %w", l.BlockHash, err)
			}
		}
		if l.Address == r.token {
			err = r.tokenLog(h, l)
		} else {
			err = r.mainLog(ctx, h, l)
		}
		if err != nil {
			return nil, fmt.Errorf("log %d of block %d: %w", l.Index, l.BlockNumber, err)
		}
	}
	return h, nil
}

func (r *reader) tokenLog(h *history, l types.Log) error {
	if l.Topics[0] != r.erc20.Events["Transfer"].ID {
		return nil
	}
	h.transfers = append(h.transfers, transfer{common.BytesToAddress(l.Topics[1][:]), common.BytesToAddress(l.Topics[2][:]), new(big.Int).SetBytes(l.Data), l.TxHash})
	return nil
}

func (r *reader) mainLog(ctx context.Context, h *history, l types.Log) error {
	event, err := r.main.EventByID(l.Topics[0])
	if err != nil {
		return err
	}
	args, err := event.Inputs.UnpackValues(l.Data)
	if err != nil {
		return fmt.Errorf("decode %s: %w", event.Name, err)
	}
	key := func(i int) uint64 { return new(big.Int).SetBytes(l.Topics[i][:]).Uint64() }
	who := func(i int) common.Address { return common.BytesToAddress(l.Topics[i][:]) }
	switch event.Name {
	case "ReceivedRequest":
		id := args[0].(*big.Int).Uint64()
		if h.requests[id] != nil {
			return fmt.Errorf("request %d came in twice", id)
		}
		h.requests[id] = &request{id: id, cid: args[1].(string), tip: args[2].(*big.Int)}
	case "RequestQueued":
		h.request(key(1)).model = key(3)
		h.parties[who(2)] = true
	case "RequestAnswered":
		h.ends(key(1), end{answered: true, word: args[0].(*big.Int)})
	case "RequestFailed":
		h.ends(key(1), end{failed: true, reason: args[0].(uint8)})
	case "RequestCancelled":
		h.ends(key(1), end{cancelled: true})
	case "RequestExpired":
		h.ends(key(1), end{expired: true})
		h.parties[who(2)] = true
	case "RewardsClaimed":
		p := h.pots(who(1))
		p.minted.Add(p.minted, args[0].(*big.Int))
		p.tips.Add(p.tips, args[1].(*big.Int))
	default:
		return r.blockLog(ctx, h, event.Name, args, key, who, l)
	}
	return nil
}

func (r *reader) blockLog(ctx context.Context, h *history, name string, args []any, key func(int) uint64, who func(int) common.Address, l types.Log) error {
	switch name {
	case "BlockOpened":
		b := h.block(key(1))
		b.openings++
		b.challenge, b.parent = args[0].([32]byte), args[1].([32]byte)
		b.difficulty, b.commitWindow, b.opened = args[2].(*big.Int), args[3].(*big.Int).Uint64(), l
		for _, id := range args[4].([]*big.Int) {
			b.ids = append(b.ids, id.Uint64())
		}
		h.last = max(h.last, b.number)
	case "SolutionCommitted":
		b := h.block(key(1))
		b.commits = append(b.commits, commit{who(2), args[1].([32]byte), l})
		h.parties[who(2)] = true
	case "CommitClosed":
		b := h.block(key(1))
		b.closed = append(b.closed, l)
	case "SolutionRevealed":
		b := h.block(key(1))
		b.reveals = append(b.reveals, reveal{who(2), args[0].([]*big.Int), args[1].([]byte), l})
	case "BlockSettled":
		b := h.block(key(1))
		b.settled = append(b.settled, l)
		b.hash, b.endParent, b.words, b.statuses = args[0].([32]byte), args[1].([32]byte), args[3].([]*big.Int), args[4].([]byte)
		return r.ended(ctx, h, b, l)
	case "BlockVoided":
		b := h.block(key(1))
		b.voided = append(b.voided, l)
		b.hash, b.endParent, b.revealsSaid = args[0].([32]byte), args[1].([32]byte), args[2].(*big.Int).Uint64()
		return r.ended(ctx, h, b, l)
	case "MinerSlashed":
		b := h.block(key(1))
		b.slashes = append(b.slashes, slash{who(2), args[0].(*big.Int), args[1].(uint8)})
	}
	return nil
}

// ended notes who ended a block: the settler's bounty is theirs.
func (r *reader) ended(ctx context.Context, h *history, b *block, l types.Log) error {
	_, sender, err := r.transaction(ctx, l.TxHash)
	b.settler = sender
	h.parties[sender] = true
	return err
}

func (r *reader) transaction(ctx context.Context, hash common.Hash) (*types.Transaction, common.Address, error) {
	tx := r.transactions[hash]
	if tx == nil {
		var err error
		if tx, _, err = r.client.TransactionByHash(ctx, hash); err != nil {
			return nil, common.Address{}, fmt.Errorf("read transaction %s: %w", hash, err)
		}
		r.transactions[hash] = tx
	}
	sender, err := types.Sender(types.LatestSignerForChainID(r.chainID), tx)
	return tx, sender, err
}

// call takes a transaction straight to the coordinator apart.
func (r *reader) call(ctx context.Context, hash common.Hash, method string) ([]any, common.Address, error) {
	tx, sender, err := r.transaction(ctx, hash)
	if err != nil {
		return nil, sender, err
	}
	m := r.main.Methods[method]
	if tx.To() == nil || *tx.To() != r.coordinator || len(tx.Data()) < 4 || !slices.Equal(tx.Data()[:4], m.ID) {
		return nil, sender, fmt.Errorf("transaction %s is no direct call of %s", hash, method)
	}
	args, err := m.Inputs.Unpack(tx.Data()[4:])
	return args, sender, err
}

func (h *history) request(id uint64) *request {
	if h.requests[id] == nil {
		h.requests[id] = &request{id: id, tip: new(big.Int)}
	}
	return h.requests[id]
}

func (h *history) ends(id uint64, e end) {
	q := h.request(id)
	q.ends = append(q.ends, e)
}

func (h *history) block(number uint64) *block {
	if h.blocks[number] == nil {
		h.blocks[number] = &block{number: number}
	}
	return h.blocks[number]
}

func (h *history) pots(a common.Address) *pots {
	h.parties[a] = true
	if h.paid[a] == nil {
		h.paid[a] = &pots{new(big.Int), new(big.Int)}
	}
	return h.paid[a]
}
