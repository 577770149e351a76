package service_test

import (
	"context"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/google/uuid"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/metricstest"
	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/testnet"
	"github.com/ethml/ethml/services/submitter/service"
)

const password = "correct horse"

// writeKeys makes a keystore of the accounts, with a cheap cipher.
func writeKeys(t *testing.T, dir string, accounts ...devchain.Account) (folder, passwordFile string) {
	t.Helper()
	folder, passwordFile = filepath.Join(dir, "keystore"), filepath.Join(dir, "password")
	require.NoError(t, os.MkdirAll(folder, 0o700))
	require.NoError(t, os.WriteFile(passwordFile, []byte(password+"\n"), 0o600))
	for _, a := range accounts {
		key := &keystore.Key{Id: uuid.New(), Address: a.Address, PrivateKey: a.Key}
		b, err := keystore.EncryptKey(key, password, 2, 1)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(folder, a.Address.Hex()), b, 0o600))
	}
	return folder, passwordFile
}

func config(t *testing.T, n *testnet.Net, w *testnet.Watcher, dir string, accounts ...devchain.Account) service.Config {
	t.Helper()
	folder, passwordFile := writeKeys(t, dir, accounts...)
	return service.Config{
		RPC: n.Chain.HTTPURL(), ChainID: n.Chain.ChainID.Uint64(), Coordinator: n.Coordinator, Watcher: w.Addr,
		DataDir: filepath.Join(dir, "data"), Keystore: folder, PasswordFile: passwordFile, Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0",
		Security: grpcx.Security{Plaintext: true}, RankDelay: time.Second, Logger: slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
}

// running is a submitter under test.
type running struct {
	ethmlv1.SubmitterServiceClient
	t    *testing.T
	stop func()
}

func run(t *testing.T, c service.Config) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan service.Addrs, 1), make(chan error, 1)
	c.Ready = func(a service.Addrs) { ready <- a }
	go func() { done <- service.Run(ctx, c) }()
	var addrs service.Addrs
	select {
	case addrs = <-ready:
	case err := <-done:
		require.NoError(t, err)
	}
	conn, err := grpc.NewClient(addrs.GRPC.String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	require.NoError(t, err)
	stopped := false
	r := &running{SubmitterServiceClient: ethmlv1.NewSubmitterServiceClient(conn), t: t, stop: func() {
		if !stopped {
			stopped = true
			cancel()
			require.NoError(t, <-done)
			require.NoError(t, conn.Close())
		}
	}}
	t.Cleanup(r.stop)
	return r
}

// solve finds a nonce.
func solve(challenge common.Hash, miner common.Address, difficulty *big.Int) common.Hash {
	d, _ := uint256.FromBig(difficulty)
	target := protocol.TargetSchedule{Difficulty: d, CommitWindow: time.Hour}.At(0)
	var nonce common.Hash
	for i := uint64(0); ; i++ {
		nonce = common.BigToHash(new(big.Int).SetUint64(i))
		if protocol.Solves(protocol.Hash(challenge), protocol.Address(miner), protocol.Hash(nonce), target) {
			return nonce
		}
	}
}

// insist retries what is answered with UNAVAILABLE, as reporters do.
func insist(t *testing.T, what string, f func() error) {
	t.Helper()
	require.Eventually(t, func() bool {
		err := f()
		if status.Code(err) == codes.Unavailable {
			return false
		}
		require.NoError(t, err)
		return true
	}, time.Minute, 5*time.Millisecond, what)
}

// report hands in one word for every request of the open block and a nonce for each account.
func (r *running) report(n *testnet.Net, word int64, accounts ...devchain.Account) {
	b := n.Block()
	for _, id := range b.Ids {
		w := common.BigToHash(big.NewInt(word))
		insist(r.t, "prediction", func() error {
			_, err := r.ReportPrediction(context.Background(), &ethmlv1.ReportPredictionRequest{Challenge: b.Challenge[:], RequestId: id.Uint64(), Word: w[:]})
			return err
		})
	}
	for _, a := range accounts {
		nonce := solve(b.Challenge, a.Address, b.Difficulty)
		insist(r.t, "solution", func() error {
			_, err := r.ReportSolution(context.Background(), &ethmlv1.ReportSolutionRequest{Challenge: b.Challenge[:], Miner: a.Address[:], Nonce: nonce[:]})
			return err
		})
	}
}

func answered(n *testnet.Net, id int64) func() bool {
	return func() bool { s, _ := n.Prediction(id); return s == uint8(protocol.RequestAnswered) }
}

func TestFiveAccountsInOneSubmitterAnswerARequest(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	c := config(t, n, w, t.TempDir(), n.Operators...)
	c.Registry = admin.NewRegistry()
	r := run(t, c)
	for id := int64(1); id <= 3; id++ {
		n.Request()
		n.Seal()
		r.report(n, 40+id, n.Operators...)
		n.SealUntil("request answered", 2*time.Minute, answered(n, id))
		_, word := n.Prediction(id)
		require.EqualValues(t, 40+id, word.Int64())
	}
	out, err := r.GetStatus(context.Background(), &ethmlv1.SubmitterServiceGetStatusRequest{})
	require.NoError(t, err)
	require.Len(t, out.Accounts, 5)
	for _, a := range out.Accounts {
		require.True(t, a.CanCommit)
		require.Equal(t, "150", new(big.Int).Div(new(big.Int).SetBytes(a.Rewards), big.NewInt(1e18)).String())
	}
	metricstest.Check(t, "submitter", c.Registry)
}
