//go:build bench

package bench

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/certstest"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/models"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
	"github.com/ethml/ethml/services/inference/internal/ort"
	"github.com/ethml/ethml/services/inference/internal/workertest"
	"github.com/ethml/ethml/services/inference/service"
)

// TestMain is a worker, a bare server or the service too, when started as one.
func TestMain(m *testing.M) {
	run := func(f func(args []string) error) {
		if err := f(os.Args[2:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if len(os.Args) > 1 {
		switch os.Args[1] {
		case "bare":
			run(bare)
		case "full":
			run(full)
		}
	}
	os.Exit(workertest.Main(m))
}

// bareServer does the least a server of this protocol can.
type bareServer struct {
	inference.UnimplementedGRPCInferenceServiceServer
	models map[string]*ort.Model
	mu     sync.Mutex
}

func (s *bareServer) ModelInfer(_ context.Context, r *inference.ModelInferRequest) (*inference.ModelInferResponse, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.models[r.GetModelName()]
	d := m.Describe()
	in := frame.Tensor{Type: d.Inputs[0].Type, Shape: r.GetInputs()[0].GetShape(), Data: r.GetRawInputContents()[0]}
	var names []string
	var outs []int
	for i, o := range d.Outputs {
		names, outs = append(names, o.Name), append(outs, i)
	}
	var result ort.Buffer
	defer result.Free()
	if err := m.Run(frame.AppendRun(nil, []frame.Input{{Tensor: &in}}, outs), &result); err != nil {
		return nil, err
	}
	got, err := frame.ParseRun(result.Bytes(), names)
	if err != nil {
		return nil, err
	}
	response := &inference.ModelInferResponse{ModelName: r.GetModelName()}
	for i, t := range got {
		response.Outputs = append(response.Outputs, &inference.ModelInferResponse_InferOutputTensor{Name: names[i], Datatype: t.Type.String(), Shape: t.Shape})
		response.RawOutputContents = append(response.RawOutputContents, append([]byte(nil), t.Data...))
	}
	return response, nil
}

// bare serves the models of a folder; args are the library and the folder.
func bare(args []string) error {
	if err := ort.Open(args[0]); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(args[1], "*", "1", "model.onnx"))
	if err != nil {
		return err
	}
	s := &bareServer{models: map[string]*ort.Model{}}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		if s.models[filepath.Base(filepath.Dir(filepath.Dir(f)))], err = ort.Load(b); err != nil {
			return err
		}
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(l.Addr())
	g := grpc.NewServer()
	inference.RegisterGRPCInferenceServiceServer(g, s)
	return g.Serve(l)
}

// full runs the service; args are the library, the folder, how many workers and, for mutual TLS, a folder of certificates.
func full(args []string) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	workers, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	service.LeaveRoom()
	return service.Run(context.Background(), service.Config{Library: args[0], ModelDir: args[1], Workers: workers,
		WorkerCommand: []string{exe, "worker"}, Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0", Security: certstest.As(certificates(args), grpcx.RoleInference),
		Ready: func(a service.Addrs) { fmt.Println(a.GRPC) }})
}

// certificates is the folder of certificates among what a server is started with.
func certificates(args []string) string {
	if len(args) > 3 {
		return args[3]
	}
	return ""
}

// process is a server under measurement.
type process struct {
	pid    int
	client inference.GRPCInferenceServiceClient
}

func start(t *testing.T, args ...string) *process {
	exe, err := os.Executable()
	require.NoError(t, err)
	c := exec.Command(exe, args...)
	c.Stderr = os.Stderr
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := c.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, c.Start())
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	conn, err := grpcx.Dial(strings.TrimSpace(line), grpcx.ClientConfig{Security: certstest.As(certificates(args[1:]), grpcx.RoleOperator), Role: grpcx.RoleInference})
	require.NoError(t, err)
	t.Cleanup(func() { conn.Close() })
	return &process{c.Process.Pid, inference.NewGRPCInferenceServiceClient(conn)}
}

// family is a process and its children.
func family(t *testing.T, pid int) []int {
	all := []int{pid}
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	require.NoError(t, err)
	for _, f := range stats {
		b, err := os.ReadFile(f)
		if err != nil {
			continue // it has ended
		}
		fields := strings.Fields(string(b[strings.LastIndexByte(string(b), ')')+1:]))
		if fields[1] == strconv.Itoa(pid) {
			child, err := strconv.Atoi(filepath.Base(filepath.Dir(f)))
			require.NoError(t, err)
			all = append(all, child)
		}
	}
	return all
}

func (p *process) cpu(t *testing.T) time.Duration {
	var total time.Duration
	for _, pid := range family(t, p.pid) {
		var ts unix.Timespec
		require.NoError(t, unix.ClockGettime(int32(^pid<<3|2), &ts))
		total += time.Duration(ts.Nano())
	}
	return total
}

func (p *process) rss(t *testing.T) (mb float64) {
	for _, pid := range family(t, p.pid) {
		b, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
		require.NoError(t, err)
		pages, err := strconv.ParseFloat(strings.Fields(string(b))[1], 64)
		require.NoError(t, err)
		mb += pages * float64(os.Getpagesize()) / (1 << 20)
	}
	return mb
}

func request(model string, shape ...int64) *inference.ModelInferRequest {
	n, _ := frame.Elements(shape)
	values := make([]float32, n)
	for i := range values {
		values[i] = rand.Float32()
	}
	return &inference.ModelInferRequest{ModelName: model, RawInputContents: [][]byte{onnxtest.F32(values...)},
		Inputs: []*inference.ModelInferRequest_InferInputTensor{{Name: inputName(model), Datatype: "FP32", Shape: shape}}}
}

func inputName(model string) string {
	if model == "small" {
		return "input"
	}
	return "x"
}

// layers is a model of so many products with a square matrix.
func layers(width, count int) []byte {
	weights := make([]float32, width*width)
	for i := range weights {
		weights[i] = rand.Float32() - 0.5
	}
	g := onnxtest.Graph{
		Initializers: []onnxtest.Message{onnxtest.Float32s("w", []int64{int64(width), int64(width)}, weights...)},
		Inputs:       []onnxtest.Message{onnxtest.Value("x", frame.FP32, 1, int64(width))},
		Outputs:      []onnxtest.Message{onnxtest.Value("y", frame.FP32, 1, int64(width))},
	}
	name := "x"
	for i := range count {
		product, next := fmt.Sprint("p", i), fmt.Sprint("t", i)
		if i == count-1 {
			next = "y"
		}
		g.Nodes = append(g.Nodes, onnxtest.Node("MatMul", []string{name, "w"}, []string{product}), onnxtest.Node("Tanh", []string{product}, []string{next}))
		name = next
	}
	return g.Model()
}

func writeModel(t *testing.T, dir, name string, b []byte) {
	require.NoError(t, os.MkdirAll(filepath.Join(dir, name, "1"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, name, "1", "model.onnx"), b, 0o644))
}

// perCall measures a server's CPU time per call, calls one after another.
func perCall(t *testing.T, p *process, r *inference.ModelInferRequest, calls int) time.Duration {
	for range calls/10 + 1 {
		_, err := p.client.ModelInfer(t.Context(), r)
		require.NoError(t, err)
	}
	before := p.cpu(t)
	for range calls {
		_, err := p.client.ModelInfer(t.Context(), r)
		require.NoError(t, err)
	}
	return (p.cpu(t) - before) / time.Duration(calls)
}

func record(t *testing.T, name string, value float64) {
	t.Logf("%s %.3f", name, value)
	require.NoError(t, Record(name, value))
}

func TestCPUPerCallAgainstABareServer(t *testing.T) {
	library := workertest.Library(t)
	dir := t.TempDir()
	examples, err := models.All()
	require.NoError(t, err)
	writeModel(t, dir, "small", examples[0].ONNX)
	writeModel(t, dir, "large", layers(512, 220))
	plain, walled := start(t, "bare", library, dir), start(t, "full", library, dir, "2")
	for _, c := range []struct {
		name    string
		request *inference.ModelInferRequest
		calls   int
	}{
		{"cpu_ratio_6us_model", request("small", 1, 30), 6000},
		{"cpu_ratio_3ms_model", request("large", 1, 512), 400},
	} {
		var ratios []float64
		for range 5 {
			a, b := perCall(t, plain, c.request, c.calls), perCall(t, walled, c.request, c.calls)
			t.Logf("%s: bare %v a call, with walls %v", c.name, a, b)
			ratios = append(ratios, float64(b)/float64(a))
		}
		slices.Sort(ratios)
		record(t, c.name, ratios[len(ratios)/2])
	}
}

// TestCallsASecondOfEightCallers also runs the service as it was before it left
// half of the CPUs to its workers.
func TestCallsASecondOfEightCallers(t *testing.T) {
	dir := t.TempDir()
	examples, err := models.All()
	require.NoError(t, err)
	writeModel(t, dir, "small", examples[0].ONNX)
	half := start(t, "full", workertest.Library(t), dir, "2")
	t.Setenv("GOMAXPROCS", strconv.Itoa(runtime.NumCPU()))
	all := start(t, "full", workertest.Library(t), dir, "2")
	var halves, alls []float64
	for range 5 {
		halves, alls = append(halves, rate(t, half)), append(alls, rate(t, all))
		t.Logf("half of the CPUs %.0f calls/s, all %.0f", halves[len(halves)-1], alls[len(alls)-1])
	}
	slices.Sort(halves)
	slices.Sort(alls)
	record(t, "calls_per_s_8_callers", halves[2])
	record(t, "calls_per_s_8_callers_all_cpus", alls[2])
}

// rate is how many calls a second eight callers get answered.
func rate(t *testing.T, p *process) float64 {
	const callers, calls = 8, 1000
	began := time.Now()
	var callersDone sync.WaitGroup
	for range callers {
		callersDone.Go(func() {
			r := request("small", 1, 30)
			for range calls {
				if _, err := p.client.ModelInfer(t.Context(), r); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	callersDone.Wait()
	return callers * calls / time.Since(began).Seconds()
}

// TestWhatMutualTLSCosts compares calls in plaintext and with mutual TLS, in turns.
func TestWhatMutualTLSCosts(t *testing.T) {
	library, dir := workertest.Library(t), t.TempDir()
	examples, err := models.All()
	require.NoError(t, err)
	writeModel(t, dir, "small", examples[0].ONNX)
	writeModel(t, dir, "large", layers(512, 220))
	servers := map[string]*process{"": start(t, "full", library, dir, "2"), "tls_": start(t, "full", library, dir, "2", certstest.Roles(t))}
	for _, c := range []struct {
		name    string
		request *inference.ModelInferRequest
		calls   int // in each of the turns
	}{
		{"infer_6us_model", request("small", 1, 30), 2000},
		{"infer_3ms_model", request("large", 1, 512), 150},
	} {
		took, used := map[string][]time.Duration{}, map[string]time.Duration{}
		for range 6 {
			for name, p := range servers {
				used[name] += perCall(t, p, c.request, c.calls) / 6
				for range c.calls {
					begun := time.Now()
					_, err := p.client.ModelInfer(t.Context(), c.request)
					require.NoError(t, err)
					took[name] = append(took[name], time.Since(begun))
				}
			}
		}
		for name, all := range took {
			slices.Sort(all)
			for quantile, q := range map[string]float64{"p50": .5, "p99": .99} {
				record(t, fmt.Sprintf("%s_%s%s_us", c.name, name, quantile), float64(all[int(q*float64(len(all)-1))])/float64(time.Microsecond))
			}
			record(t, fmt.Sprintf("%s_%scpu_us", c.name, name), float64(used[name])/float64(time.Microsecond))
		}
	}
}

func TestMemoryIsBoundedWithAThousandModels(t *testing.T) {
	dir := t.TempDir()
	const count = 1000
	for i := range count {
		writeModel(t, dir, fmt.Sprint("m", i), layers(64, 1))
	}
	p := start(t, "full", workertest.Library(t), dir, "0")
	for i := range count {
		_, err := p.client.ModelInfer(t.Context(), request(fmt.Sprint("m", i), 1, 64))
		require.NoError(t, err)
	}
	record(t, "rss_mb_1000_models", p.rss(t))
}
