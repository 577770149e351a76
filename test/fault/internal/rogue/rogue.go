// Package rogue is an operator that speaks to the contracts itself, with a staked account of its own, and cheats.
package rogue

import (
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/test/fault/internal/plan"
)

// Rogue is one dishonest operator.
type Rogue struct {
	kind        plan.Rogue
	client      *ethclient.Client
	coordinator common.Address
	main        *bindings.EthML
	key         *ecdsa.PrivateKey
	account     common.Address
	signer      types.Signer
	rand        *rand.Rand

	challenge common.Hash // of the block it plays in
	vector    bindings.Vector
	salt      [32]byte
}

// New makes a rogue that signs for account.
func New(kind plan.Rogue, account devchain.Account, client *ethclient.Client, coordinator common.Address, chainID *big.Int, seed uint64) *Rogue {
	return &Rogue{kind: kind, client: client, coordinator: coordinator, main: bindings.NewEthML(), key: account.Key, account: account.Address,
		signer: types.LatestSignerForChainID(chainID), rand: newRand(seed, account.Address)}
}

func newRand(seed uint64, account common.Address) *rand.Rand {
	return rand.New(rand.NewPCG(seed, account.Big().Uint64()))
}

// Act does what there is to do at a head; call it for each.
func (r *Rogue) Act(ctx context.Context) error {
	instance := r.main.Instance(r.client, r.coordinator)
	b, err := bind.Call(instance, &bind.CallOpts{Context: ctx}, r.main.PackGetBlock(), r.main.UnpackGetBlock)
	if err != nil {
		return fmt.Errorf("read block: %w", err)
	}
	const commitPhase, revealPhase = 1, 2
	if b.Phase == 0 {
		return nil
	}
	seats, err := bind.Call(instance, &bind.CallOpts{Context: ctx}, r.main.PackGetSeats(), r.main.UnpackGetSeats)
	if err != nil {
		return fmt.Errorf("read seats: %w", err)
	}
	if r.challenge != b.Challenge {
		r.prepare(b)
	}
	at := slices.IndexFunc(seats, func(s bindings.Seat) bool { return s.Miner == r.account })
	switch {
	case b.Phase == commitPhase && at < 0:
		return r.commit(ctx, b)
	case b.Phase == commitPhase && r.kind == plan.Garbage:
		return r.nonsense(ctx, b)
	case b.Phase == revealPhase && r.kind == plan.Liar && at >= 0 && !seats[at].Revealed:
		return r.send(ctx, r.main.PackRevealSolution(number(b.Number), r.account, r.vector.Predictions, r.vector.Statuses, r.salt))
	case b.Phase == revealPhase && r.kind == plan.Garbage:
		return r.nonsense(ctx, b)
	}
	return nil
}

func number(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

// prepare makes up answers: liars of one run tell the same lie.
func (r *Rogue) prepare(b bindings.BlockView) {
	r.challenge = b.Challenge
	r.vector = bindings.Vector{Statuses: make([]byte, len(b.Ids))}
	for _, id := range b.Ids {
		r.vector.Predictions = append(r.vector.Predictions, new(big.Int).Add(id, big.NewInt(4_000_000)))
	}
	for i := range r.salt {
		r.salt[i] = byte(r.rand.UintN(256))
	}
}

func (r *Rogue) commit(ctx context.Context, b bindings.BlockView) error {
	nonce, ok := solve(b.Challenge, r.account, b.Difficulty)
	if !ok {
		return nil
	}
	result, err := vectorHash(r.vector)
	if err != nil {
		return err
	}
	commitment := crypto.Keccak256Hash(b.Challenge[:], common.LeftPadBytes(r.account[:], 32), result[:], r.salt[:])
	return r.send(ctx, r.main.PackCommitSolution(number(b.Number), commitment, nonce))
}

// nonsense sends what must be refused, whatever the phase.
func (r *Rogue) nonsense(ctx context.Context, b bindings.BlockView) error {
	n := number(b.Number)
	for _, data := range [][]byte{
		r.main.PackCommitSolution(n, [32]byte{1}, number(r.rand.Uint64())),
		r.main.PackRevealSolution(n, r.account, r.vector.Predictions, r.vector.Statuses, [32]byte{2}),
		r.main.PackRevealSolution(n, r.account, r.vector.Predictions[:0], nil, r.salt),
		r.main.PackRevealSolution(n, common.HexToAddress("0x01"), r.vector.Predictions, r.vector.Statuses, r.salt),
		r.main.PackRevealSolution(n, r.account, r.vector.Predictions, slices.Repeat([]byte{9}, len(b.Ids)), r.salt),
		r.main.PackSettle(n, []bindings.Vector{r.vector}),
		r.main.PackSettle(n, nil),
		r.main.PackOpenBlock(),
		r.main.PackExpire(b.Ids[0]),
		r.main.PackCancel(b.Ids[0]),
	} {
		// A third each time, so that blocks have room for others.
		if r.rand.IntN(3) > 0 {
			continue
		}
		if err := r.send(ctx, data); err != nil {
			return err
		}
	}
	return nil
}

// send signs and sends a call, without asking whether it can succeed.
func (r *Rogue) send(ctx context.Context, data []byte) error {
	nonce, err := r.client.PendingNonceAt(ctx, r.account)
	if err != nil {
		return fmt.Errorf("read nonce: %w", err)
	}
	tx, err := types.SignNewTx(r.key, r.signer, &types.DynamicFeeTx{ChainID: r.signer.ChainID(), Nonce: nonce, GasTipCap: big.NewInt(2e9),
		GasFeeCap: big.NewInt(100e9), Gas: 1_500_000, To: &r.coordinator, Data: data})
	if err != nil {
		return fmt.Errorf("sign: %w", err)
	}
	if err := r.client.SendTransaction(ctx, tx); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return nil
}

// solve finds a proof of work, at a devnet's difficulty.
func solve(challenge common.Hash, miner common.Address, difficulty *big.Int) (*big.Int, bool) {
	target := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))
	target.Div(target, difficulty)
	var nonce [32]byte
	hash := new(big.Int)
	for i := range uint64(1 << 20) {
		binary.BigEndian.PutUint64(nonce[24:], i)
		if hash.SetBytes(crypto.Keccak256(challenge[:], miner[:], nonce[:])).Cmp(target) <= 0 {
			return new(big.Int).SetUint64(i), true
		}
	}
	return nil, false
}

func vectorHash(v bindings.Vector) (common.Hash, error) {
	list, err := abi.NewType("uint256[]", "", nil)
	if err != nil {
		return common.Hash{}, err
	}
	raw, err := abi.NewType("bytes", "", nil)
	if err != nil {
		return common.Hash{}, err
	}
	packed, err := abi.Arguments{{Type: list}, {Type: raw}}.Pack(v.Predictions, v.Statuses)
	return crypto.Keccak256Hash(packed), err
}
