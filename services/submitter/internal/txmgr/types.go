package txmgr

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// Errors of Send and Start.
var (
	// ErrInsufficientFunds: the account can't pay for the gas.
	ErrInsufficientFunds = errors.New("insufficient funds")
	// ErrFeeCeiling: the network asks for more than the ceiling.
	ErrFeeCeiling = errors.New("fee ceiling")
	// ErrRejected: no node will ever take this transaction.
	ErrRejected = errors.New("transaction rejected")
	// ErrForeign: somebody else sends from the account.
	ErrForeign = errors.New("somebody else sends from this account")
	// ErrUnknownAccount: no signer for it.
	ErrUnknownAccount = errors.New("no signer for this account")
)

// ETHBackend is what is asked of an Ethereum node.
type ETHBackend interface {
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	SuggestGasTipCap(ctx context.Context) (*big.Int, error)
	NonceAt(ctx context.Context, account common.Address, block *big.Int) (uint64, error)
	PendingNonceAt(ctx context.Context, account common.Address) (uint64, error)
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
}

// Broadcaster takes signed transactions: a node's pool, or a private relay.
type Broadcaster interface {
	SendTransaction(ctx context.Context, tx *types.Transaction) error
}

// Signer signs for one account.
type Signer interface {
	Address() common.Address
	SignTx(ctx context.Context, tx *types.Transaction) (*types.Transaction, error)
}

// Journal makes a batch durable.
type Journal interface {
	Write(journal.Batch) error
}

// Fees are ceilings and schedule.
type Fees struct {
	// Ceilings in wei for ordinary and for urgent transactions (reveals).
	MaxFee, MaxTip             *big.Int
	UrgentMaxFee, UrgentMaxTip *big.Int
	// Ethereum blocks after which an unmined transaction is replaced by one with higher fees.
	BumpBlocks, UrgentBumpBlocks uint64
}

// DefaultFees are 200 and 3 gwei, 1000 and 50 gwei, 3 and 2 blocks.
func DefaultFees() Fees {
	gwei := func(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.GWei)) }
	return Fees{MaxFee: gwei(200), MaxTip: gwei(3), UrgentMaxFee: gwei(1000), UrgentMaxTip: gwei(50), BumpBlocks: 3, UrgentBumpBlocks: 2}
}

// Check says what is wrong with the ceilings.
func (f Fees) Check() error {
	switch {
	case f.MaxFee.Sign() <= 0 || f.UrgentMaxFee.Sign() <= 0:
		return errors.New("fee ceilings must be above zero")
	case f.MaxTip.Cmp(f.MaxFee) > 0 || f.UrgentMaxTip.Cmp(f.UrgentMaxFee) > 0:
		return errors.New("a tip ceiling must not be above its fee ceiling")
	case f.UrgentMaxFee.Cmp(f.MaxFee) < 0 || f.UrgentMaxTip.Cmp(f.MaxTip) < 0:
		return errors.New("the ceilings of reveals must not be below those of other transactions")
	case f.BumpBlocks == 0 || f.UrgentBumpBlocks == 0:
		return errors.New("transactions are replaced after at least one block")
	}
	return nil
}

// Config says how a Manager works. The first five are required.
type Config struct {
	ChainID     *big.Int
	Backend     ETHBackend
	Broadcaster Broadcaster
	Signers     []Signer
	Journal     Journal
	Fees        Fees // default DefaultFees
	// Reason decodes why a mined transaction failed; default none.
	Reason func(ctx context.Context, from common.Address, tx *types.Transaction, receipt *types.Receipt) string
	// Outcome hears what became of transactions; it must not call back into the manager. Default none.
	Outcome func(Outcome)
	// FinalBlocks deep, a mined transaction is forgotten; default 64.
	FinalBlocks uint64
	// CallTimeout bounds each call to a node; default 5 s.
	CallTimeout time.Duration
	// Trace hears which step of the transaction of a key has ended; default none.
	Trace func(key, step string)
	Now   func() time.Time  // default time.Now
	Step  func(name string) // called at named points between durable steps; default none
	Log   *slog.Logger      // default none
}

// Steps that Config.Trace hears of.
const (
	Journaled = "journal"   // it is signed, and on disk
	Broadcast = "broadcast" // a node has taken it
)

// Intent is a transaction that is wanted.
type Intent struct {
	Key     string // what it is for; the same key is never in flight twice
	Account common.Address
	To      common.Address
	Data    []byte
	Gas     uint64
	Urgent  bool
	// When it is of no more use, seconds since the Unix epoch: fees of an urgent one rise towards it. Zero for never.
	Deadline uint64
}

// OutcomeKind says what became of a transaction.
type OutcomeKind uint8

// Outcomes.
const (
	Mined     OutcomeKind = iota + 1 // and succeeded
	Reverted                         // mined and failed
	Displaced                        // its nonce was used by another transaction
	Unmined                          // a reorganisation dropped it; its bytes went out again
)

var outcomeNames = map[OutcomeKind]string{Mined: "mined", Reverted: "reverted", Displaced: "displaced", Unmined: "unmined"}

// String is the outcome's lower-case name.
func (k OutcomeKind) String() string { return outcomeNames[k] }

// Outcome is what became of a transaction.
type Outcome struct {
	Kind    OutcomeKind
	Key     string
	Account common.Address
	Hash    common.Hash
	Block   uint64
	GasUsed uint64
	Fee     *big.Int // wei paid; nil when not mined
	Reason  string   // of a revert: the error's name and values
}

// Head is an Ethereum block.
type Head struct {
	Number uint64
	Time   uint64 // seconds since the Unix epoch
}

func insufficient(account common.Address, cause error) error {
	return fmt.Errorf("%w: account %s can't pay for its gas (%w); send it ether", ErrInsufficientFunds, account, cause)
}
