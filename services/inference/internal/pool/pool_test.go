package pool

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/proctest"
	"github.com/ethml/ethml/models"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

// TestMain is the worker too, when it is started as one.
func TestMain(m *testing.M) { os.Exit(workertest.Main(m)) }

func start(t *testing.T, c Config) *Pool {
	t.Helper()
	c.Command, c.Library = workertest.Command(t), workertest.Library(t)
	p, err := New(c)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, p.Close()) })
	return p
}

func spec(key string, model []byte) Spec {
	return Spec{Key: key, Bytes: func(context.Context) ([]byte, error) { return model, nil },
		Limit: 500 * time.Millisecond, Memory: 256, Vote: true}
}

func floats(name string, shape []int64, v ...float32) frame.Tensor {
	return frame.Tensor{Name: name, Type: frame.FP32, Shape: shape, Data: onnxtest.F32(v...)}
}

func TestAWorkerCanNeitherOpenFilesNorSocketsNorRunPrograms(t *testing.T) {
	p := start(t, Config{})
	g := p.Greeting()
	require.True(t, g.Sandboxed)
	require.Equal(t, map[string]string{
		"socket": "operation not permitted", "open": "operation not permitted", "exec": "operation not permitted",
	}, g.Attempts)
}

func TestRunGivesBackEveryElementType(t *testing.T) {
	p := start(t, Config{ModelsPerWorker: 20, MaxWorkers: 1})
	for _, et := range []frame.ElementType{frame.FP32, frame.UINT8, frame.INT8, frame.UINT16, frame.INT16, frame.INT32,
		frame.INT64, frame.BYTES, frame.BOOL, frame.FP16, frame.FP64, frame.UINT32, frame.UINT64, frame.BF16} {
		t.Run(et.String(), func(t *testing.T) {
			for _, shape := range [][]int64{{2, 3}, {}, {0, 3}} {
				n, _ := frame.Elements(shape)
				in := frame.Tensor{Name: "x", Type: et, Shape: shape, Data: make([]byte, int(n)*et.Size())}
				if et == frame.BYTES {
					var all [][]byte
					for i := range n {
						all = append(all, []byte{0, byte('a' + i), 0xff}[:i%4])
					}
					in.Data = frame.JoinBytes(all)
				}
				for i := range in.Data {
					if et != frame.BYTES {
						in.Data[i] = byte(i % 2)
					}
				}
				s := spec(fmt.Sprint(et, shape), onnxtest.Identity(et, shape...))
				r, err := p.Run(t.Context(), s, []frame.Tensor{in}, nil)
				require.NoError(t, err)
				require.Len(t, r.Outputs, 1)
				require.Equal(t, et, r.Outputs[0].Type)
				require.Equal(t, shape, r.Outputs[0].Shape)
				require.Equal(t, string(in.Data), string(r.Outputs[0].Data))
			}
		})
	}
}

func TestModelsNoNodeMayRunAreRefusedAtLoad(t *testing.T) {
	p := start(t, Config{MaxWorkers: 1, ModelsPerWorker: 9})
	valid := onnxtest.Identity(frame.FP32, 1)
	for name, c := range map[string]struct {
		model []byte
		says  string
	}{
		"random":         {onnxtest.Random(), "random operator: RandomNormalLike"},
		"seeded random":  {onnxtest.Random(1), "random operator"},
		"nested random":  {onnxtest.Nested(3, onnxtest.Node("Bernoulli", []string{"x"}, []string{"y"})), "random operator: Bernoulli"},
		"too deep":       {onnxtest.Nested(60, onnxtest.Node("Identity", []string{"x"}, []string{"y"})), "too deeply"},
		"external data":  {onnxtest.External("weights.bin"), "outside its file"},
		"path traversal": {onnxtest.External("../../../../etc/passwd"), "outside its file"},
		"truncated":      {valid[:len(valid)-7], "not an ONNX model"},
		"empty":          {nil, "no graph"},
		"text":           {[]byte("hello, I am a model"), "not an ONNX model"},
		"training":       {dropout(), "random operator: Dropout"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := p.Load(t.Context(), spec(name, c.model))
			require.ErrorIs(t, err, ErrModel)
			require.ErrorContains(t, err, c.says)
		})
	}
	_, err := p.Load(t.Context(), spec("valid", valid))
	require.NoError(t, err)
}

func dropout() []byte {
	return onnxtest.Graph{
		Nodes:   []onnxtest.Message{onnxtest.Node("Dropout", []string{"x", "", "t"}, []string{"y"})},
		Inputs:  []onnxtest.Message{onnxtest.Value("x", frame.FP32, 1), onnxtest.Value("t", frame.BOOL)},
		Outputs: []onnxtest.Message{onnxtest.Value("y", frame.FP32, 1)},
	}.Model()
}

func TestAnEndlessModelCostsOneRequestAndThenRests(t *testing.T) {
	now := time.Unix(1000, 0)
	p := start(t, Config{MaxWorkers: 2, Strikes: 2, Now: func() time.Time { return now }})
	bad, good := spec("endless", onnxtest.Endless()), spec("good", onnxtest.Unary("Neg", 1))
	in := []frame.Tensor{floats("x", []int64{1}, 2)}
	for range 2 {
		began := time.Now()
		_, err := p.Run(t.Context(), bad, in, nil)
		require.ErrorIs(t, err, ErrResources)
		require.ErrorContains(t, err, "ms of CPU time")
		require.Less(t, time.Since(began), 8*time.Second)
		r, err := p.Run(t.Context(), good, in, nil)
		require.NoError(t, err)
		require.Equal(t, onnxtest.F32(-2), r.Outputs[0].Data)
	}
	_, err := p.Run(t.Context(), bad, in, nil)
	require.ErrorIs(t, err, ErrQuarantined)
	now = now.Add(31 * time.Second)
	_, err = p.Run(t.Context(), bad, in, nil)
	require.ErrorIs(t, err, ErrResources, "no further try")
	now = now.Add(31 * time.Second)
	_, err = p.Run(t.Context(), bad, in, nil)
	require.ErrorIs(t, err, ErrQuarantined, "no longer rest after the further try")
	p.Forget("endless")
	require.NoError(t, p.quarantined("endless"))
}

func TestAMemoryBombCostsOneRequest(t *testing.T) {
	p := start(t, Config{MaxWorkers: 1, ModelsPerWorker: 4})
	shape := func(a, b int64) []frame.Tensor {
		m := onnxtest.Int64s("", nil, a, b)
		return []frame.Tensor{{Name: "x", Type: frame.INT64, Shape: []int64{2}, Data: []byte(m[len(m)-16:])}}
	}
	s := spec("bomb", onnxtest.Bomb())
	_, err := p.Run(t.Context(), s, shape(1000, 1000), nil)
	require.NoError(t, err)
	for _, side := range []int64{20_000, 1 << 20} {
		_, err = p.Run(t.Context(), s, shape(side, side), nil)
		require.ErrorIs(t, err, ErrResources, "side %d", side)
	}
	_, err = p.Run(t.Context(), s, shape(1000, 1000), nil)
	require.NoError(t, err)
}

// TestDamagedModelsCostOnlyThemselves flips bits of a model, and cuts it, in a
// hundred ways. Some still load; whatever they do, the next model runs.
func TestDamagedModelsCostOnlyThemselves(t *testing.T) {
	examples, err := models.All()
	require.NoError(t, err)
	good := examples[0].ONNX
	p := start(t, Config{MaxWorkers: 1})
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 100 {
		model := slices.Clone(good)
		if i%4 == 0 {
			model = model[:random.IntN(len(model))]
		} else {
			// Most of the file is weights: what is damaged is what stands around them, as often.
			at := random.IntN(len(model))
			if i%2 == 0 {
				at = len(model) - 1 - random.IntN(600)
			}
			model[at] ^= 1 << random.IntN(8)
		}
		s := spec(fmt.Sprint("damaged", i), model)
		_, err := p.Run(t.Context(), s, []frame.Tensor{floats("input", []int64{1, 30}, make([]float32, 30)...)}, nil)
		if err != nil {
			require.True(t, errors.Is(err, ErrModel) || errors.Is(err, ErrInput) || errors.Is(err, ErrResources), "%d: %v", i, err)
		}
	}
	_, err = p.Run(t.Context(), spec("good", good), []frame.Tensor{floats("input", []int64{1, 30}, make([]float32, 30)...)}, nil)
	require.NoError(t, err)
}

func TestAnInputTheModelCannotTakeIsTheInputsFault(t *testing.T) {
	p := start(t, Config{MaxWorkers: 1})
	s := spec("neg", onnxtest.Unary("Neg", 1, 30))
	_, err := p.Run(t.Context(), s, []frame.Tensor{floats("x", []int64{1, 2}, 1, 2)}, nil)
	require.ErrorIs(t, err, ErrInput)
	_, err = p.Run(t.Context(), s, []frame.Tensor{floats("other", []int64{1}, 1)}, nil)
	require.ErrorIs(t, err, ErrInput)
	_, err = p.Run(t.Context(), s, nil, nil)
	require.ErrorIs(t, err, ErrInput)
	_, err = p.Run(t.Context(), s, []frame.Tensor{floats("x", []int64{1, 30}, make([]float32, 30)...)}, []string{"z"})
	require.ErrorIs(t, err, ErrInput)
}

func TestLeastRecentlyUsedModelsMakeWay(t *testing.T) {
	for _, c := range []Config{{MaxWorkers: 2, ModelsPerWorker: 1}, {MaxWorkers: 1, ModelsPerWorker: 2}} {
		p := start(t, c)
		for i := range 6 {
			r, err := p.Run(t.Context(), spec(fmt.Sprint(i%3), onnxtest.Unary("Neg", 1)), []frame.Tensor{floats("x", []int64{1}, float32(i))}, nil)
			require.NoError(t, err)
			require.Equal(t, onnxtest.F32(-float32(i)), r.Outputs[0].Data)
		}
		p.mu.Lock()
		total := 0
		for _, w := range p.workers {
			total += len(w.models)
		}
		require.LessOrEqual(t, len(p.workers), c.MaxWorkers)
		require.LessOrEqual(t, total, 2)
		p.mu.Unlock()
	}
}

func TestModelsThatMayShareAProcessDo(t *testing.T) {
	p := start(t, Config{MaxWorkers: 8, ModelsPerWorker: 8})
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			_, err := p.Run(t.Context(), spec(fmt.Sprint(i), onnxtest.Unary("Neg", 1)), []frame.Tensor{floats("x", []int64{1}, 1)}, nil)
			assert.NoError(t, err)
		})
	}
	all.Wait()
	require.Equal(t, 1, p.Workers())
}

func TestModelsThatMayNotShareAProcessDoNot(t *testing.T) {
	p := start(t, Config{MaxWorkers: 3})
	for i := range 6 {
		_, err := p.Run(t.Context(), spec(fmt.Sprint(i), onnxtest.Unary("Neg", 1)), []frame.Tensor{floats("x", []int64{1}, 1)}, nil)
		require.NoError(t, err)
		p.mu.Lock()
		for _, w := range p.workers {
			require.LessOrEqual(t, w.slots, uint64(1), "a process served two models")
		}
		p.mu.Unlock()
	}
}

func TestNobodyIsForgottenInACrowd(t *testing.T) {
	p := start(t, Config{MaxWorkers: 2})
	var all sync.WaitGroup
	for i := range 400 {
		all.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if i%7 == 0 {
				cancel() // gives up
			}
			v := float32(i)
			r, err := p.Run(ctx, spec(fmt.Sprint(i%3), onnxtest.Unary("Neg", 1)), []frame.Tensor{floats("x", []int64{1}, v)}, nil)
			if i%7 == 0 {
				assert.ErrorIs(t, err, context.Canceled)
				return
			}
			if assert.NoError(t, err) {
				assert.Equal(t, onnxtest.F32(-v), r.Outputs[0].Data)
			}
		})
	}
	all.Wait()
	require.Empty(t, p.waiters)
}

func TestAKilledWorkerIsReplaced(t *testing.T) {
	p := start(t, Config{MaxWorkers: 1})
	s, in := spec("neg", onnxtest.Unary("Neg", 1)), []frame.Tensor{floats("x", []int64{1}, 3)}
	for range 3 {
		_, err := p.Run(t.Context(), s, in, nil)
		require.NoError(t, err)
		p.mu.Lock()
		w := p.workers[0]
		p.mu.Unlock()
		w.kill()
	}
	_, err := p.Run(t.Context(), s, in, nil)
	require.NoError(t, err)
}

// TestAWorkerThatHangsIsEndedByTheClock stops a worker, which then takes no CPU
// time either.
func TestAWorkerThatHangsIsEndedByTheClock(t *testing.T) {
	p := start(t, Config{MaxWorkers: 1})
	s, in := spec("neg", onnxtest.Unary("Neg", 1)), []frame.Tensor{floats("x", []int64{1}, 3)}
	s.Limit = 50 * time.Millisecond
	_, err := p.Run(t.Context(), s, in, nil)
	require.NoError(t, err)
	p.mu.Lock()
	w := p.workers[0]
	p.mu.Unlock()
	proctest.Freeze(t, w.cmd.Process)
	began := time.Now()
	_, err = p.Run(t.Context(), s, in, nil)
	require.ErrorIs(t, err, ErrResources)
	require.ErrorContains(t, err, "0 ms of CPU time")
	require.GreaterOrEqual(t, time.Since(began), starved*s.Limit)
	require.Less(t, time.Since(began), 20*time.Second)
	s.Limit = time.Minute
	r, err := p.Run(t.Context(), s, in, nil)
	require.NoError(t, err)
	require.Equal(t, onnxtest.F32(-3), r.Outputs[0].Data)
}

func TestAMissingLibraryIsNamed(t *testing.T) {
	_, err := New(Config{Command: workertest.Command(t), Library: "/nowhere/libonnxruntime.so.1"})
	require.ErrorIs(t, err, ErrStart)
	require.ErrorContains(t, err, "/nowhere/libonnxruntime.so.1")
}

// TestStringsAreNormalizedOnAMachineWithoutLocales hides the machine's locales;
// the operator asks for one by name.
func TestStringsAreNormalizedOnAMachineWithoutLocales(t *testing.T) {
	t.Setenv("LOCPATH", t.TempDir())
	p := start(t, Config{})
	upper := onnxtest.Graph{
		Nodes: []onnxtest.Message{onnxtest.Node("StringNormalizer", []string{"x"}, []string{"y"},
			onnxtest.Message(nil).String(1, "case_change_action").String(4, "UPPER").Int(20, 3))},
		Inputs:  []onnxtest.Message{onnxtest.Value("x", frame.BYTES, -1)},
		Outputs: []onnxtest.Message{onnxtest.Value("y", frame.BYTES, -1)},
	}.Model()
	in := frame.Tensor{Name: "x", Type: frame.BYTES, Shape: []int64{2}, Data: frame.JoinBytes([][]byte{[]byte("straße"), []byte("éa")})}
	r, err := p.Run(t.Context(), spec("upper", upper), []frame.Tensor{in}, nil)
	require.NoError(t, err)
	words, err := frame.SplitBytes(r.Outputs[0].Data, 2)
	require.NoError(t, err)
	require.Equal(t, "STRAßE ÉA", string(words[0])+" "+string(words[1]))
}
