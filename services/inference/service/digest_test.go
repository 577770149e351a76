package service

import (
	"encoding/json"
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/kubotest"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/models"
	"github.com/ethml/ethml/services/inference/internal/codec"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
	"github.com/ethml/ethml/services/inference/internal/pool"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

// scores is model 1's manifest with its scores, rounded, as a digest.
func scores(t *testing.T, p *pool.Pool) (raw []byte, data []byte, want codec.Encoded) {
	t.Helper()
	examples, err := models.All()
	require.NoError(t, err)
	m, err := manifest.Parse(examples[0].ManifestJSON)
	require.NoError(t, err)
	m.Name, m.Output.Name, m.Output.Codec, m.Output.Decimals = "scores", "scores", manifest.Digest, 3
	data = m.Golden[0].Data
	var row []float64
	require.NoError(t, json.Unmarshal(data, &row))
	var floats []float32
	for _, v := range row {
		floats = append(floats, float32(v))
	}
	r, err := p.Run(t.Context(), specOf(examples[0].ONNX),
		[]frame.Tensor{{Name: "input", Type: frame.FP32, Shape: []int64{1, 30}, Data: onnxtest.F32(floats...)}}, []string{"scores"})
	require.NoError(t, err)
	want, err = codec.Codec{Kind: codec.Digest, Decimals: 3}.Encode(&r.Outputs[0])
	require.NoError(t, err)
	m.Golden = []manifest.Golden{{Data: data, Word: new(big.Int).SetBytes(want.Word[:]).String()}}
	raw, err = m.Encode()
	require.NoError(t, err)
	return raw, data, want
}

// voted is the CID that the node's vote on a data point names, which is to be that of the word.
func voted(t *testing.T, n *node, model uint64, point cid.CID, word [32]byte) cid.CID {
	t.Helper()
	n.request(1, model, point.String())
	n.open(1, 600, 1)
	r := n.report(t, 1)
	require.Zero(t, r.GetStatus(), r.GetDetail())
	require.Equal(t, word[:], r.GetWord())
	digest, err := cid.FromDigest(word, byte(cid.Raw))
	require.NoError(t, err)
	return digest
}

func TestADigestIsPublishedAndFoundByItsWord(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	raw, data, want := scores(t, lab(t))
	model := n.register(t, store, raw)
	run(t, Config{Watcher: n.address, Submitter: n.address, Content: store})
	id, err := store.Add(t.Context(), data)
	require.NoError(t, err)
	digest := voted(t, n, model, id, want.Word)
	block, err := store.Get(t.Context(), digest, codec.MaxBlock)
	require.NoError(t, err)
	require.Equal(t, string(want.Block), string(block))
	require.Contains(t, string(block), `{"shape":[1,`)
}

// TestADigestIsPublishedToKuboAndReadBack does the same with a real daemon as
// the one source and place of content.
func TestADigestIsPublishedToKuboAndReadBack(t *testing.T) {
	daemon := kubotest.Start(t)
	kubo, err := content.NewKubo(daemon.API, nil)
	require.NoError(t, err)
	store, err := content.New(content.Config{Remotes: []content.Source{kubo}})
	require.NoError(t, err)
	examples, err := models.All()
	require.NoError(t, err)
	n := startNode(t)
	_, err = store.Add(t.Context(), examples[0].ONNX)
	require.NoError(t, err)
	raw, data, want := scores(t, lab(t))
	model := n.register(t, store, raw)
	id, err := store.Add(t.Context(), data)
	require.NoError(t, err)
	run(t, Config{Watcher: n.address, Submitter: n.address, IPFS: []string{daemon.API}})
	digest := voted(t, n, model, id, want.Word)
	require.Equal(t, string(want.Block), daemon.Run("cat", digest.String()))
}

// lab is a pool of its own.
func lab(t *testing.T) *pool.Pool {
	t.Helper()
	p, err := pool.New(pool.Config{Command: workertest.Command(t), Library: workertest.Library(t), ModelsPerWorker: 8})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, p.Close()) })
	return p
}

func specOf(model []byte) pool.Spec {
	sum := cid.Sum(cid.Raw, model)
	return pool.Spec{Key: sum.String(), Bytes: bytesOf(model), Limit: 5 * time.Second, Vote: true}
}
