package doctor

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/deploy"
	"github.com/ethml/ethml/internal/devchain"
)

// deployed is a chain with the contracts, one account that has staked and one that has not.
func deployed(t *testing.T) (*Node, deploy.Addresses) {
	t.Helper()
	chain, err := devchain.Start(t.Context(), devchain.Config{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, chain.Close()) })
	record, err := deploy.Run(t.Context(), deploy.Config{
		Client: chain.Client(), Signer: deploy.KeySigner(chain.Accounts[9].Key), ChainID: 1337, Parameters: deploy.Devnet(),
		Models: []deploy.Model{{CID: cid.Sum(cid.Raw, []byte("one"))}, {CID: cid.Sum(cid.Raw, []byte("two"))}},
		Grants: []deploy.Transfer{{To: chain.Accounts[0].Address, Amount: deploy.EML(1000)}}, Stakes: []deploy.Transfer{{To: chain.Accounts[0].Address, Amount: deploy.EML(500)}},
		RecordPath: filepath.Join(t.TempDir(), "deployment.json"), PollEvery: 10 * time.Millisecond,
	})
	require.NoError(t, err)
	return &Node{Client: chain.Client(), Now: time.Now, Accounts: []common.Address{chain.Accounts[0].Address, {9}},
		Network: &network.Network{RPC: chain.HTTPURL(), ChainID: 1337, Coordinator: record.Coordinator, IPFS: "http://127.0.0.1:1"}}, record.Addresses
}

// findings are by check; names end in the account they are about.
func findings(t *testing.T, n *Node) map[string]Finding {
	t.Helper()
	out := map[string]Finding{}
	Run(t.Context(), n.Checks(), func(f Finding) { out[f.Check] = f })
	return out
}

func TestDoctorReadsTheChainAndNamesWhatIsAmiss(t *testing.T) {
	n, addresses := deployed(t)
	staked, poor := short(n.Accounts[0]), short(n.Accounts[1])
	found := findings(t, n)
	for _, well := range []string{"chain id", "clock", "coordinator", "ether of " + staked, "stake of " + staked, "allowance of " + staked} {
		require.True(t, found[well].OK, "%s: %s", well, found[well].Detail)
	}
	require.Contains(t, found["coordinator"].Detail, "version 1, 5 seats")
	require.Contains(t, found["allowance of "+staked].Detail, "none needed")
	for check, remedy := range map[string]string{
		"ipfs": "start kubo", "ether of " + poor: "send it some", "stake of " + poor: "stake at least 100.0000 EML", "allowance of " + poor: "ethml operator stake",
	} {
		require.False(t, found[check].OK, check)
		require.Contains(t, found[check].Remedy, remedy)
	}

	n.Now = func() time.Time { return time.Now().Add(-time.Minute) }
	require.Contains(t, findings(t, n)["clock"].Remedy, "NTP")
	n.Network.ChainID = 1
	require.Contains(t, findings(t, n)["chain id"].Detail, "on chain 1337, the network on 1")
	n.Network.Coordinator = common.Address{1}
	require.Contains(t, findings(t, n)["coordinator"].Detail, "no contract at 0x01")
	n.Network.Coordinator = addresses.Token
	require.Contains(t, findings(t, n)["coordinator"].Detail, "no EthML coordinator")
	n.Client.Close()
	require.Contains(t, findings(t, n)["chain id"].Remedy, "start the Ethereum node")
}
