// Package e2e tests the whole system as its users meet it: real processes on loopback, requests by the command line,
// and proof of every answer from Ethereum RPC alone.
package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/test/internal/chainproof"
	"github.com/ethml/ethml/test/internal/collector"
	"github.com/ethml/ethml/test/internal/system"
)

const (
	cancerCID   = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem"
	diabetesCID = "bafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuua"
)

func TestMain(m *testing.M) {
	code := m.Run()
	system.CleanUp()
	os.Exit(code)
}

// TestNetwork starts one network and asks it everything in turn: starting one takes most of the time.
func TestNetwork(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 8*time.Minute)
	defer cancel()
	traces := collector.Start(t)
	n := system.StartNetwork(ctx, t, system.Options{Operators: 5, Collector: traces.URL})

	t.Run("the two documented requests are answered as the prototype answered them", func(t *testing.T) {
		first := n.Request(ctx, t, "--model", "1", "--cid", cancerCID)
		second := n.Request(ctx, t, "--model", "2", "--cid", diabetesCID)
		require.Equal(t, "1", first.Prediction.String())
		require.Equal(t, "59", second.Prediction.String())
		requireProven(ctx, t, n, first)
		requireProven(ctx, t, n, second)
	})
	t.Run("a fresh data point gets scikit-learn's label", func(t *testing.T) {
		row := freshRow(t)
		answer := n.Request(ctx, t, "--model", row.id(t), "--values", row.values()) // which may begin with a minus
		require.Equal(t, row.Word, answer.Prediction.String(), "model %s, row %s", row.Model, row.values())
		requireProven(ctx, t, n, answer)
	})
	t.Run("an application sells cover by what the model predicts", func(t *testing.T) {
		insuranceQuote(ctx, t, n)
	})
	t.Run("the wrong pairing fails, says why where an operator looks, and holds nobody up", func(t *testing.T) {
		failed := n.Request(ctx, t, "--model", "1", "--cid", diabetesCID, "--no-check")
		require.Equal(t, "failed", failed.Status)
		require.Equal(t, protocol.ModelRejectedInput.String(), failed.Reason)
		block, err := chainproof.New(n.Client, n.Coordinator).BlockOf(ctx, failed.RequestID)
		require.NoError(t, err)
		require.GreaterOrEqual(t, block.Votes(failed.RequestID, protocol.Hash{}, protocol.ModelRejectedInput), 3)
		for _, o := range n.Operators {
			require.Contains(t, o.Inference.Output(), "model 1 takes 30 features, got 10", o.Inference.Name)
		}
		next := n.Request(ctx, t, "--model", "1", "--cid", cancerCID)
		require.Equal(t, "1", next.Prediction.String())
	})
	t.Run("bad input is named with its remedy and costs nobody else anything", func(t *testing.T) {
		badInput(ctx, t, n)
	})
	t.Run("the doctor finds all well, and names what is not", func(t *testing.T) {
		out := n.Command(ctx, t, "doctor", "--network", n.File)
		require.Regexp(t, `(?m)^ok +chain id +1337$`, out)
		require.Regexp(t, `(?m)^ok +stake of 0x`, out)
		require.NotContains(t, out, "FAIL")
		out, err := n.Run(ctx, t, "doctor", "--network", n.File, "--account", absentAccount)
		require.Error(t, err)
		require.Regexp(t, `(?m)^FAIL +stake of 0x0000.*stake at least 100.0000 EML$`, out)
	})
	t.Run("Prometheus reaches every service and understands every rule", func(t *testing.T) { prometheusWatches(ctx, t, n) })
	t.Run("with every pow stopped nothing is answered, and started again all is", func(t *testing.T) {
		n.StopEach(t, func(o *system.Operator) *system.Process { return o.Pow })
		id := n.Send(ctx, t, "--model", "1", "--cid", cancerCID)
		n.AwaitBlocks(ctx, t, 8)
		require.Zero(t, n.Commits(ctx, t, id), "a seat was taken without work")
		require.False(t, n.State(ctx, t, id).Ended())
		n.StartEach(ctx, t, func(o *system.Operator) (*system.Process, string) { return o.Pow, o.PowAddress })
		n.AwaitEnd(ctx, t, id, protocol.RequestAnswered)
	})
	t.Run("with every inference stopped nothing is committed, and started again all is answered", func(t *testing.T) {
		n.StopEach(t, func(o *system.Operator) *system.Process { return o.Inference })
		id := n.Send(ctx, t, "--model", "2", "--cid", diabetesCID)
		n.AwaitBlocks(ctx, t, 8)
		require.Zero(t, n.Commits(ctx, t, id), "a seat was taken without a prediction")
		n.StartEach(ctx, t, func(o *system.Operator) (*system.Process, string) { return o.Inference, o.InferenceAddress })
		n.AwaitEnd(ctx, t, id, protocol.RequestAnswered)
		awaitTraced(ctx, t, n, traces, id)
	})
	t.Run("a node that restarts, and a history read again, answer nothing twice", func(t *testing.T) {
		restartNode(ctx, t, n.Operators[0])
		readAgain(ctx, t, n.Operators[0])
		last := n.Request(ctx, t, "--model", "1", "--cid", cancerCID)
		require.Equal(t, "answered", last.Status)
		// A service that stops before it has heard of the answer leaves its part of the trace for its next start to end.
		awaitTraced(ctx, t, n, traces, last.RequestID)
	})
	t.Run("every service stops cleanly when asked to", func(t *testing.T) {
		for _, o := range n.Operators {
			for _, p := range []*system.Process{o.Pow, o.Inference, o.Submitter, o.Watcher} {
				require.NoError(t, p.Stop(), "%s: %s", p.Name, p.Tail())
			}
		}
	})
	t.Run("each request is one trace over all services of all nodes", func(t *testing.T) {
		requireTraced(ctx, t, n, traces, 1, 2)
	})
}

// requireProven checks from the chain alone that an answer came about as the protocol says.
func requireProven(ctx context.Context, t *testing.T, n *system.Network, a system.Answer) {
	t.Helper()
	block, err := chainproof.New(n.Client, n.Coordinator).BlockOf(ctx, a.RequestID)
	require.NoError(t, err)
	require.Equal(t, a.VirtualBlock, block.Number)
	require.Len(t, block.Commits, 5, "commits from five keys")
	require.Len(t, block.Reveals, 5, "reveals that open them")
	word, ok := new(big.Int).SetString(a.Prediction.String(), 10)
	require.True(t, ok)
	var want protocol.Hash
	word.FillBytes(want[:])
	require.GreaterOrEqual(t, block.Votes(a.RequestID, want, protocol.OK), 3)
	require.True(t, a.Delivered, "the consumer's callback took it")
}

// row is one of the data points whose label scikit-learn has computed beforehand.
type row struct {
	Model string          `json:"model"`
	Data  json.RawMessage `json:"data"`
	Word  string          `json:"word"`
}

func (r row) values() string { return strings.Trim(string(r.Data), "[]") }

func (r row) id(t *testing.T) string {
	t.Helper()
	id, ok := map[string]string{"breast-cancer": "1", "diabetes": "2"}[r.Model]
	require.True(t, ok, r.Model)
	return id
}

// freshRow draws one of the 200 perturbed rows at random; its number is in the log for a repeat.
func freshRow(t *testing.T) row {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "models", "testdata", "perturbed.json"))
	require.NoError(t, err)
	var rows []row
	require.NoError(t, json.Unmarshal(raw, &rows))
	require.Len(t, rows, 200)
	i := rand.IntN(len(rows))
	t.Logf("row %d of the table", i)
	return rows[i]
}

// absentAccount has neither ether nor stake.
const absentAccount = "0x00000000000000000000000000000000DeaDBeef"

// absentCID is well formed; nothing in the store has this hash.
const absentCID = "bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy"

func badInput(ctx context.Context, t *testing.T, n *system.Network) {
	dir := t.TempDir()
	wrong, text := filepath.Join(dir, "wrong"), filepath.Join(dir, "text")
	require.NoError(t, os.WriteFile(wrong, []byte("not it\n"), 0o600))
	require.NoError(t, os.WriteFile(text, []byte("no numbers here"), 0o600))
	keystore := filepath.Join(n.Dir, "keystore", n.Operators[0].Account.Hex()+".json")

	for name, c := range map[string]struct{ args, want []string }{
		"a malformed CID":          {[]string{"--model", "1", "--cid", "bafynonsense"}, []string{"bafynonsense", "CID"}},
		"an unknown model":         {[]string{"--model", "99", "--cid", cancerCID}, []string{"model 99", "ethml model list"}},
		"a value no number":        {[]string{"--model", "1", "--values", "1,two,3"}, []string{`"two"`, "number 2"}},
		"a missing file":           {[]string{"--model", "1", filepath.Join(dir, "none.json")}, []string{"none.json"}},
		"a wrong password":         {[]string{"--model", "1", "--cid", cancerCID, "--keystore", keystore, "--password-file", wrong}, []string{keystore, wrong, "--password-file"}},
		"a point that doesn't fit": {[]string{"--model", "1", text}, []string{text, "malformed data point", "ethml model show 1"}},
		"a tip out of range":       {[]string{"--model", "1", "--cid", cancerCID, "--tip", "1.0000000000000000001"}, []string{"1.0000000000000000001", "18 decimals"}},
	} {
		problem := n.Refused(ctx, t, append([]string{"request", "--network", n.File}, c.args...)...)
		for _, want := range c.want {
			require.Contains(t, problem, want, name)
		}
	}
	// What a CID leads to is for the operators to judge.
	malformed := putOnIPFS(ctx, t, n, []byte("no numbers here"))
	for cid, reason := range map[string]protocol.Status{absentCID: protocol.DataUnavailable, malformed: protocol.DataMalformed} {
		answer := n.Request(ctx, t, "--model", "1", "--cid", cid, "--no-check")
		require.Equal(t, "failed", answer.Status)
		require.Equal(t, reason.String(), answer.Reason)
	}

	conn, err := grpcx.Dial(n.Operators[0].InferenceAddress, grpcx.ClientConfig{Security: system.Loopback})
	require.NoError(t, err)
	defer conn.Close()
	client := ethmlv1.NewInferenceServiceClient(conn)
	_, err = client.Predict(ctx, &ethmlv1.PredictRequest{ModelId: 1, Data: &ethmlv1.PredictRequest_Cid{Cid: "bafynonsense"}})
	require.Equal(t, codes.InvalidArgument, status.Code(err), "%v", err)
	_, err = client.Predict(ctx, &ethmlv1.PredictRequest{ModelId: 99, Data: &ethmlv1.PredictRequest_Cid{Cid: cancerCID}})
	require.Equal(t, codes.NotFound, status.Code(err), "%v", err)
	p, err := client.Predict(ctx, &ethmlv1.PredictRequest{ModelId: 1, Data: &ethmlv1.PredictRequest_Cid{Cid: cancerCID}})
	require.NoError(t, err)
	require.Equal(t, "1", p.GetWordDecimal())
}

// putOnIPFS adds what no command would ask for, and gives its CID.
func putOnIPFS(ctx context.Context, t *testing.T, n *system.Network, data []byte) string {
	t.Helper()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	part, err := w.CreateFormFile("file", "data")
	require.NoError(t, err)
	_, err = part.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+n.ContentAddress+"/api/v0/add?cid-version=1", &form)
	require.NoError(t, err)
	r.Header.Set("Content-Type", w.FormDataContentType())
	answer, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer answer.Body.Close()
	require.Equal(t, http.StatusOK, answer.StatusCode)
	var added struct{ Hash string }
	require.NoError(t, json.NewDecoder(answer.Body).Decode(&added))
	return added.Hash
}
