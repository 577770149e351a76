//go:build conformance

package conformance

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/ort"
	"github.com/ethml/ethml/services/inference/internal/workertest"
	"github.com/ethml/ethml/services/inference/service"
)

// TestMain is the worker too, when it is started as one.
func TestMain(m *testing.M) { os.Exit(workertest.Main(m)) }

const remedy = "install it (apt-get install libonnx-testdata), or set ETHML_ONNX_TESTDATA to its data folder"

func folder(t *testing.T) string {
	dir := cmp.Or(os.Getenv("ETHML_ONNX_TESTDATA"), "/usr/share/libonnx-testdata/data")
	if _, err := os.Stat(dir); err != nil {
		t.Fatalf("ONNX's test data isn't at %s: %s", dir, remedy)
	}
	return dir
}

// one is a case: a model and its data.
type one struct {
	name string
	file string
	sets []dataset
	// why the protocol can't express it; nil if it can
	err error
}

func collect(t *testing.T, dir string) []one {
	files, err := filepath.Glob(filepath.Join(dir, "*", "*", "model.onnx"))
	require.NoError(t, err)
	require.NotEmpty(t, files, remedy)
	var all []one
	for _, f := range files {
		d := filepath.Dir(f)
		c := one{name: filepath.Base(filepath.Dir(d)) + "." + filepath.Base(d), file: f}
		c.sets, c.err = readSets(d)
		all = append(all, c)
	}
	return all
}

func serve(t *testing.T, cases []one) inference.GRPCInferenceServiceClient {
	dir := t.TempDir()
	for _, c := range cases {
		b, err := os.ReadFile(c.file)
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Join(dir, c.name, "1"), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, c.name, "1", "model.onnx"), b, 0o644))
	}
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan service.Addrs, 1), make(chan error, 1)
	security := grpcx.Security{Plaintext: true}
	go func() {
		done <- service.Run(ctx, service.Config{ModelDir: dir, WorkerCommand: workertest.Command(t), Library: workertest.Library(t),
			Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0", Security: security, Workers: 2, ModelsPerWorker: 32,
			Logger: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
			Ready:  func(a service.Addrs) { ready <- a }})
	}()
	t.Cleanup(func() {
		cancel()
		require.NoError(t, <-done)
	})
	select {
	case a := <-ready:
		conn, err := grpcx.Dial(a.GRPC.String(), grpcx.ClientConfig{Security: security, MaxMessageBytes: 256 << 20})
		require.NoError(t, err)
		t.Cleanup(func() { conn.Close() })
		return inference.NewGRPCInferenceServiceClient(conn)
	case err := <-done:
		t.Fatal(err)
	}
	return nil
}

// inProcess is ONNX Runtime's own verdict.
func inProcess(file string, sets []dataset) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	m, err := ort.Load(b)
	if err != nil {
		return err
	}
	defer m.Close()
	d := m.Describe()
	for _, p := range slices.Concat(d.Inputs, d.Outputs) {
		if !p.IsTensor() {
			return errNotExpressible
		}
	}
	var names []string
	var outs []int
	for i, o := range d.Outputs {
		names, outs = append(names, o.Name), append(outs, i)
	}
	for _, set := range sets {
		var ins []frame.Input
		for i := range set.inputs {
			ins = append(ins, frame.Input{Index: place(d.Inputs, set.inputs[i].Name, i), Tensor: &set.inputs[i]})
		}
		var request, result ort.Buffer
		body := frame.AppendRun(nil, ins, outs)
		if err := request.Grow(len(body)); err != nil {
			return err
		}
		copy(request.Bytes(), body)
		if err := m.Run(request.Bytes(), &result); err != nil {
			return err
		}
		got, err := frame.ParseRun(slices.Clone(result.Bytes()), names)
		request.Free()
		result.Free()
		if err != nil {
			return err
		}
		if err := compare(got, set.outputs); err != nil {
			return err
		}
	}
	return nil
}

// place finds an input by name, else by order.
func place(ports []frame.Port, name string, i int) int {
	if at := slices.IndexFunc(ports, func(p frame.Port) bool { return p.Name == name }); at >= 0 {
		return at
	}
	return i
}

func compare(got, want []frame.Tensor) error {
	if len(got) < len(want) {
		return fmt.Errorf("%d outputs, want %d", len(got), len(want))
	}
	for i := range want {
		if d := differs(&got[i], &want[i]); d != "" {
			return fmt.Errorf("output %d: %s", i, d)
		}
	}
	return nil
}

// served is the service's verdict.
func served(ctx context.Context, client inference.GRPCInferenceServiceClient, name string, sets []dataset, raw bool) error {
	meta, err := client.ModelMetadata(ctx, &inference.ModelMetadataRequest{Name: name})
	if err != nil {
		return err
	}
	var ports []frame.Port
	for _, in := range meta.GetInputs() {
		ports = append(ports, frame.Port{Name: in.GetName()})
	}
	for _, set := range sets {
		r := &inference.ModelInferRequest{ModelName: name}
		for i := range set.inputs {
			in := &set.inputs[i]
			port := place(ports, in.Name, i)
			if port >= len(ports) {
				return fmt.Errorf("no input for tensor %d", i)
			}
			t := &inference.ModelInferRequest_InferInputTensor{Name: ports[port].Name, Datatype: in.Type.String(), Shape: in.Shape}
			if raw {
				r.RawInputContents = append(r.RawInputContents, in.Data)
			} else if t.Contents, err = contents(in); err != nil {
				return err
			}
			r.Inputs = append(r.Inputs, t)
		}
		response, err := client.ModelInfer(ctx, r)
		if err != nil {
			return err
		}
		got, err := tensors(response)
		if err != nil {
			return err
		}
		if err := compare(got, set.outputs); err != nil {
			return err
		}
	}
	return nil
}

func TestNothingONNXRuntimePassesFailsThroughTheProtocol(t *testing.T) {
	require.NoError(t, ort.Open(workertest.Library(t)))
	cases := collect(t, folder(t))
	client := serve(t, cases)
	passed, failed, inexpressible := 0, 0, 0
	for _, c := range cases {
		if c.err != nil {
			inexpressible++
			continue
		}
		verdict := inProcess(c.file, c.sets)
		if errors.Is(verdict, errNotExpressible) {
			inexpressible++
			continue
		}
		ok := true
		for _, raw := range []bool{true, false} {
			err := served(t.Context(), client, c.name, c.sets, raw)
			if errors.Is(err, errNotExpressible) {
				continue // half floats have no typed form
			}
			if err == nil {
				continue
			}
			ok = false
			if verdict == nil {
				t.Errorf("%s passes in ONNX Runtime and fails here (raw %v): %v", c.name, raw, err)
				continue
			}
			if raw {
				t.Logf("%s fails here: %v; in ONNX Runtime: %v", c.name, err, verdict)
			}
		}
		if ok {
			passed++
		} else {
			failed++
		}
	}
	t.Logf("%d cases pass, %d fail as they do in ONNX Runtime, %d the protocol can't express", passed, failed, inexpressible)
	require.Greater(t, passed, len(cases)*3/4)
}
