package ethproxy

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/devchain"
)

func within(t *testing.T, limit time.Duration) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	t.Cleanup(cancel)
	return ctx
}

// pair is a chain behind a proxy, by one transport.
func pair(t *testing.T, scheme string) (*devchain.Chain, *Proxy, *ethclient.Client) {
	t.Helper()
	chain, err := devchain.Start(t.Context(), devchain.Config{Manual: true})
	require.NoError(t, err)
	t.Cleanup(func() { _ = chain.Close() })
	url := map[string]string{"http": chain.HTTPURL(), "ws": chain.WSURL()}[scheme]
	p, err := New(url[len(scheme+"://"):])
	require.NoError(t, err)
	t.Cleanup(func() { _ = p.Close() })
	c, err := ethclient.DialContext(t.Context(), scheme+"://"+p.Addr())
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return chain, p, c
}

func TestEachLieIsToldOverEachTransportAndEnds(t *testing.T) {
	for _, scheme := range []string{"http", "ws"} {
		t.Run(scheme, func(t *testing.T) {
			chain, p, c := pair(t, scheme)
			ctx := within(t, 30*time.Second)
			id, err := c.ChainID(ctx)
			require.NoError(t, err)
			require.Equal(t, chain.ChainID, id)

			p.Set(OldHead, 0)
			_, err = chain.Commit()
			require.NoError(t, err)
			n, err := c.BlockNumber(ctx)
			require.NoError(t, err)
			require.Zero(t, n)
			head, err := c.HeaderByNumber(ctx, nil)
			require.NoError(t, err)
			require.Zero(t, head.Number.Sign())
			_, err = c.HeaderByNumber(ctx, big.NewInt(1))
			require.ErrorIs(t, err, ethereum.NotFound)

			p.Set(Refuse, 0)
			_, err = c.BlockNumber(ctx)
			require.ErrorContains(t, err, map[string]string{"http": "429", "ws": "rate limited"}[scheme])

			p.Set(Stall, 0)
			_, err = c.BlockNumber(within(t, 100*time.Millisecond))
			require.ErrorIs(t, err, context.DeadlineExceeded)

			p.Set(Fail, 0)
			_, err = c.BlockNumber(ctx)
			require.Error(t, err)

			p.Set(WrongChain, 0)
			id, err = c.ChainID(ctx)
			require.NoError(t, err)
			require.EqualValues(t, otherChain, id.Int64())

			p.Set(Honest, 0)
			n, err = c.BlockNumber(ctx)
			require.NoError(t, err)
			require.EqualValues(t, 1, n)
		})
	}
}

func TestHeadsPassUnlessTheHeadIsOld(t *testing.T) {
	chain, p, c := pair(t, "ws")
	heads := make(chan *types.Header, 8)
	sub, err := c.SubscribeNewHead(within(t, 10*time.Second), heads)
	require.NoError(t, err)
	defer sub.Unsubscribe()
	p.Set(OldHead, 0)
	_, err = chain.Commit()
	require.NoError(t, err)
	p.Set(Honest, 0)
	_, err = chain.Commit()
	require.NoError(t, err)
	for {
		select {
		case h := <-heads:
			if h.Number.Uint64() == 2 {
				return
			}
			// The first may have been on its way when the lie ended.
			require.EqualValues(t, 1, h.Number.Uint64())
		case <-time.After(10 * time.Second):
			t.Fatal("no head")
		}
	}
}

func TestMissingLogs(t *testing.T) {
	l := lie{mode: NoLogs}
	require.JSONEq(t, `[]`, string(l.bend(message{Method: "eth_getLogs"}, []byte(`[{"topics":[]}]`))))
	require.False(t, l.tells([]byte(`{"result":{"topics":[]}}`)))
	require.True(t, l.tells([]byte(`{"result":{"number":"0x1"}}`)))
}
