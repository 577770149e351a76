package devchain

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

func TestControlOverRPCReorganisesAndMovesTheClock(t *testing.T) {
	chain := startChain(t, Config{Manual: true, Control: true})
	ctx, client := testContext(t), dial(t, chain.HTTPURL())
	first, second := commit(t, chain), commit(t, chain)
	var head common.Hash
	if err := client.Client().CallContext(ctx, &head, "dev_reorg", hexutil.Uint64(1), false); err != nil {
		t.Fatal(err)
	}
	if chain.Head().Hash() != head || chain.Head().Number.Uint64() != 3 || head == second {
		t.Errorf("head %d %s, the call gave %s, replaced was %s", chain.Head().Number, chain.Head().Hash(), head, second)
	}
	if got := chain.eth.BlockChain().GetCanonicalHash(1); got != first {
		t.Errorf("block 1 is %s, want %s untouched", got, first)
	}
	before := chain.Head().Time
	if err := client.Client().CallContext(ctx, nil, "dev_increaseTime", hexutil.Uint64(30)); err != nil {
		t.Fatal(err)
	}
	if got := chain.Head().Time; got < before+30 {
		t.Errorf("time %d, want at least 30 s after %d", got, before)
	}
}

func TestControlIsNotOfferedUnasked(t *testing.T) {
	chain := startChain(t, Config{Manual: true})
	client := dial(t, chain.HTTPURL())
	commit(t, chain)
	if err := client.Client().CallContext(testContext(t), nil, "dev_reorg", hexutil.Uint64(1), false); err == nil {
		t.Error("a stranger may reorganise the chain")
	}
}
