package check

import (
	"crypto/ecdsa"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
)

// told is a witness with fixed answers.
type told struct{ disturbed, hindered, aliased bool }

func (t told) Disturbed(common.Address, common.Hash, common.Hash) bool { return t.disturbed }
func (t told) Hindered(common.Address, common.Hash, common.Hash) bool  { return t.hindered }
func (t told) Aliased(common.Hash) bool                                { return t.aliased }

// scene is one settled block of two requests, five seats and three honest operators, all in order.
type scene struct {
	*judge
	t    *testing.T
	b    *block
	keys []*ecdsa.PrivateKey
	salt common.Hash
}

func newScene(t *testing.T) *scene {
	t.Helper()
	main, err := bindings.EthMLMetaData.ParseABI()
	require.NoError(t, err)
	s := &scene{t: t, salt: common.Hash{7}}
	r := &reader{coordinator: common.HexToAddress("0xc0"), main: main, chainID: big.NewInt(1337), transactions: map[common.Hash]*types.Transaction{}}
	h := &history{requests: map[uint64]*request{}, blocks: map[uint64]*block{}, paid: map[common.Address]*pots{}, parties: map[common.Address]bool{},
		headers: map[common.Hash]*types.Header{{1}: {Time: 100, ParentHash: common.Hash{99}}, {2}: {Time: 101}, {3}: {Time: 103}}}
	s.judge = &judge{reader: r, h: h, rules: map[uint64]uint8{1: equalRule}, Case: Case{Witness: told{},
		Expected: func(uint64, string) (Outcome, bool) { return Outcome{Word: big.NewInt(5)}, true }}}
	for id := uint64(1); id <= 2; id++ {
		h.request(id).model = 1
	}
	s.b = h.block(1)
	s.b.openings, s.b.difficulty, s.b.commitWindow, s.b.ids = 1, big.NewInt(2), 8, []uint64{1, 2}
	s.b.opened = types.Log{BlockHash: common.Hash{1}}
	before := common.Hash{99}
	ids := append(word(big.NewInt(1)), word(big.NewInt(2))...)
	s.b.challenge = crypto.Keccak256Hash(word(r.chainID), common.LeftPadBytes(r.coordinator[:], 32), make([]byte, 32), word(big.NewInt(1)), crypto.Keccak256(ids), before[:],
		word(big.NewInt(100)), make([]byte, 32))
	for i := range seats {
		key, err := crypto.GenerateKey()
		require.NoError(t, err)
		s.keys = append(s.keys, key)
		if i < 3 {
			s.Honest = append(s.Honest, crypto.PubkeyToAddress(key.PublicKey))
		}
		s.commit(i, 5, 5)
	}
	s.b.closed = []types.Log{{BlockHash: common.Hash{2}}}
	for i := range seats {
		s.reveal(i, 5, 5)
	}
	s.b.words, s.b.statuses = []*big.Int{big.NewInt(5), big.NewInt(5)}, []byte{0, 0}
	s.b.settled = []types.Log{{BlockHash: common.Hash{3}}}
	s.seal()
	return s
}

// seal works the block's hash out.
func (s *scene) seal() {
	outcome, err := vectorHash(s.b.words, s.b.statuses)
	require.NoError(s.t, err)
	if len(s.b.voided) > 0 {
		outcome = common.Hash{}
	}
	var miners []byte
	for _, c := range s.b.commits {
		miners = append(miners, common.LeftPadBytes(c.miner[:], 32)...)
	}
	ids := append(word(big.NewInt(1)), word(big.NewInt(2))...)
	s.b.hash = crypto.Keccak256Hash(make([]byte, 32), word(big.NewInt(1)), crypto.Keccak256(ids), outcome[:], s.b.challenge[:], crypto.Keccak256(miners), word(big.NewInt(103)))
}

func (s *scene) send(i int, data []byte) types.Log {
	tx, err := types.SignNewTx(s.keys[i], types.LatestSignerForChainID(s.chainID), &types.DynamicFeeTx{ChainID: s.chainID, Nonce: uint64(len(s.transactions)),
		To: &s.coordinator, Data: data})
	require.NoError(s.t, err)
	s.transactions[tx.Hash()] = tx
	return types.Log{TxHash: tx.Hash(), BlockHash: common.Hash{2}}
}

func vector(words ...int64) (out []*big.Int) {
	for _, w := range words {
		out = append(out, big.NewInt(w))
	}
	return out
}

// commit takes seat i with these words.
func (s *scene) commit(i int, words ...int64) {
	miner := crypto.PubkeyToAddress(s.keys[i].PublicKey)
	c, err := commitment(s.b.challenge, miner, vector(words...), make([]byte, len(words)), s.salt)
	require.NoError(s.t, err)
	nonce := int64(0)
	for ; crypto.Keccak256(s.b.challenge[:], miner[:], word(big.NewInt(nonce)))[0] > 0x7e; nonce++ {
	}
	s.b.commits = append(s.b.commits, commit{miner, c, s.send(i, bindings.NewEthML().PackCommitSolution(big.NewInt(1), c, big.NewInt(nonce)))})
}

// reveal opens seat i with these words.
func (s *scene) reveal(i int, words ...int64) {
	miner := crypto.PubkeyToAddress(s.keys[i].PublicKey)
	s.b.reveals = append(s.b.reveals, reveal{miner, vector(words...), make([]byte, len(words)),
		s.send(i, bindings.NewEthML().PackRevealSolution(big.NewInt(1), miner, vector(words...), make([]byte, len(words)), s.salt))})
}

// redo takes seat i's commit and reveal back and does them again with other words.
func (s *scene) redo(i int, words ...int64) {
	s.b.commits, s.b.reveals = slices.Delete(s.b.commits, i, i+1), slices.Delete(s.b.reveals, i, i+1)
	s.commit(i, words...)
	s.reveal(i, words...)
	s.b.commits = slices.Insert(s.b.commits[:4:4], i, s.b.commits[4])
	s.b.reveals = slices.Insert(s.b.reveals[:4:4], i, s.b.reveals[4])
	s.seal()
}

func TestABlockInOrderPassesAndEachOffenceIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(s *scene)
		want  string // empty: nothing is wrong
	}{
		"in order":                  {func(*scene) {}, ""},
		"opened twice":              {func(s *scene) { s.b.openings = 2 }, "opened 2 times"},
		"another challenge":         {func(s *scene) { s.h.headers[common.Hash{1}].ParentHash = common.Hash{98} }, "has challenge"},
		"an old branch's challenge": {func(s *scene) { s.Witness = told{aliased: true} }, "stood for other requests"},
		"another predecessor":       {func(s *scene) { s.b.parent = common.Hash{1} }, "is not its predecessor"},
		"another hash":              {func(s *scene) { s.b.hash = common.Hash{1} }, "has hash"},
		"a double commit":           {func(s *scene) { s.commit(0, 5, 5) }, "committed twice"},
		"no work":                   {func(s *scene) { s.b.difficulty = new(big.Int).Lsh(big.NewInt(1), 200) }, "no proof of work"},
		"a stolen seat":             {func(s *scene) { s.b.commits[0].miner = s.b.commits[1].miner }, "was taken by"},
		"another commitment":        {func(s *scene) { s.b.commits[0].commitment = common.Hash{1} }, "is not the transaction's"},
		"a reveal of something else": {func(s *scene) {
			s.b.reveals = s.b.reveals[:4]
			s.reveal(4, 5, 6)
		}, "revealed something else"},
		"a double reveal":        {func(s *scene) { s.reveal(0, 5, 5) }, "revealed twice"},
		"a reveal without seat":  {func(s *scene) { s.b.commits = s.b.commits[:4] }, "revealed without a seat"},
		"an honest lie":          {func(s *scene) { s.redo(0, 5, 6) }, "honest"},
		"an unslashed dissenter": {func(s *scene) { s.redo(4, 5, 6) }, "was not slashed for cause 1"},
		"a slashed dissenter": {func(s *scene) {
			s.redo(4, 5, 6)
			s.slash(4, dissent)
		}, ""},
		"a slashed innocent": {func(s *scene) { s.slash(4, dissent) }, "without having done it"},
		"an unslashed silent one": {func(s *scene) {
			s.b.reveals = s.b.reveals[:4]
		}, "was not slashed for cause 0"},
		"a slashed silent one": {func(s *scene) {
			s.b.reveals = s.b.reveals[:4]
			s.slash(4, neverRevealed)
		}, ""},
		"an honest one slashed for silence": {func(s *scene) {
			s.b.reveals = s.b.reveals[1:]
			s.slash(0, neverRevealed)
		}, "honest"},
		"an honest one kept from revealing": {func(s *scene) {
			s.Witness = told{hindered: true}
			s.b.reveals = s.b.reveals[1:]
			s.slash(0, neverRevealed)
		}, ""},
		"an answer without three votes": {func(s *scene) {
			s.redo(3, 5, 6)
			s.redo(4, 5, 7)
			s.slash(3, dissent)
			s.slash(4, dissent)
			s.b.words[1] = big.NewInt(6)
			s.seal()
		}, "against three equal votes"},
		"a void block of five reveals": {func(s *scene) {
			s.b.voided, s.b.settled, s.b.revealsSaid = s.b.settled, nil, 5
			s.seal()
		}, "is void with 5 reveals"},
		"an unavailable vote of an undisturbed node": {func(s *scene) { s.absent() }, "though nothing was done to it"},
		"an unavailable vote of a disturbed node": {func(s *scene) {
			s.Witness = told{disturbed: true}
			s.absent()
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := newScene(t)
			c.spoil(s)
			require.NoError(t, s.block(t.Context(), s.b))
			if c.want == "" {
				require.Empty(t, s.Problems)
				return
			}
			require.NotEmpty(t, s.Problems)
			require.True(t, slices.ContainsFunc(s.Problems, func(p string) bool { return strings.Contains(p, c.want) }), s.Problems)
		})
	}
}

func (s *scene) slash(i int, cause uint8) {
	s.b.slashes = append(s.b.slashes, slash{crypto.PubkeyToAddress(s.keys[i].PublicKey), big.NewInt(1), cause})
}

// absent has the first honest operator vote that the data is unavailable.
func (s *scene) absent() {
	miner := crypto.PubkeyToAddress(s.keys[0].PublicKey)
	words, statuses := vector(0, 5), []byte{dataUnavailable, 0}
	c, err := commitment(s.b.challenge, miner, words, statuses, s.salt)
	require.NoError(s.t, err)
	nonce := int64(0)
	for ; crypto.Keccak256(s.b.challenge[:], miner[:], word(big.NewInt(nonce)))[0] > 0x7e; nonce++ {
	}
	s.b.commits[0] = commit{miner, c, s.send(0, bindings.NewEthML().PackCommitSolution(big.NewInt(1), c, big.NewInt(nonce)))}
	s.b.reveals[0] = reveal{miner, words, statuses, s.send(0, bindings.NewEthML().PackRevealSolution(big.NewInt(1), miner, words, statuses, s.salt))}
}

func TestSubsidiesAreFiftyForEachSeatThatAgreesWithEveryAnswer(t *testing.T) {
	s := newScene(t)
	require.Equal(t, "250000000000000000000", s.subsidies(s.b).String())
	s.redo(4, 5, 6)
	require.Equal(t, "225000000000000000000", s.subsidies(s.b).String())
}

func TestAFailureIsExcusedOnlyWithoutThreeHonestTruths(t *testing.T) {
	s := newScene(t)
	require.False(t, s.excusedFailure(s.h.request(1), Outcome{Word: big.NewInt(5)}))
	s.b.reveals = s.b.reveals[1:]
	require.True(t, s.excusedFailure(s.h.request(1), Outcome{Word: big.NewInt(5)}))
}
