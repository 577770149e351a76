package bench_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/certstest"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/services/watcher/internal/testnet"

	"github.com/ethml/ethml/internal/figures"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// emitter is a contract that passes for a coordinator, its own registry and its own stake: called with a number n it
// emits n Staked events of the caller, each with a word of data; called with a selector it returns its own address.
func emitter(b *testing.B) *bind.MetaData {
	b.Helper()
	parsed, err := bindings.OperatorStakeMetaData.ParseABI()
	require.NoError(b, err)
	topic := common.Bytes2Hex(parsed.Events["Staked"].ID.Bytes())
	runtime := "36602014600e57" + // 32 bytes of calldata: go to the loop
		"305f5260205ff3" + // else return address(this)
		"5b5f35" + // n on the stack
		"5b8015604757" + // at 0x11: leave at n = 0
		"805f52337f" + topic + "60205fa2" + // log2(n, Staked, caller)
		"60019003601156" + // n - 1, again
		"5b00" // at 0x47
	create := "6049600a5f3960495ff3"
	return &bind.MetaData{Bin: "0x" + create + runtime, ID: "emitter"}
}

// rig is a dev chain with an emitter.
type rig struct {
	*testnet.Net
	b *testing.B
}

func newRig(b *testing.B) *rig {
	b.Helper()
	n := testnet.Start(b)
	n.Coordinator = n.Create(emitter(b), nil)
	return &rig{n, b}
}

// emit seals a block with transactions of events each.
func (r *rig) emit(transactions, events int) {
	r.b.Helper()
	for range transactions {
		r.Send(r.Coordinator, common.LeftPadBytes(big.NewInt(int64(events)).Bytes(), 32))
	}
	r.Seal()
}

// process is a watcher in a process of its own, so that its CPU time and memory can be told from the chain's.
type process struct {
	b      *testing.B
	cmd    *exec.Cmd
	client ethmlv1.WatcherServiceClient
	conn   *grpc.ClientConn
}

func build(b *testing.B) string {
	b.Helper()
	binary := filepath.Join(b.TempDir(), "watcher")
	out, err := exec.Command("go", "build", "-o", binary, "..").CombinedOutput()
	require.NoError(b, err, "%s", out)
	return binary
}

// watch starts one with the certificates of a folder, or in plaintext.
func (r *rig) watch(binary, certificates string) *process {
	b := r.b
	b.Helper()
	as := func(role string) grpcx.Security { return certstest.As(certificates, role) }
	security := []string{"--plaintext"}
	if s := as(grpcx.RoleWatcher); !s.Plaintext {
		security = []string{"--tls-cert", s.TLSCert, "--tls-key", s.TLSKey, "--tls-ca", s.TLSCA}
	}
	cmd := exec.Command(binary, append([]string{"serve", "--rpc", r.Chain.WSURL(), "--coordinator", r.Coordinator.Hex(),
		"--data-dir", b.TempDir(), "--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0"}, security...)...)
	cmd.Env = append(os.Environ(), "GOMAXPROCS=2")
	stderr, err := cmd.StderrPipe()
	require.NoError(b, err)
	require.NoError(b, cmd.Start())
	p := &process{b: b, cmd: cmd}
	addresses := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(stderr)
		for lines.Scan() {
			var line struct {
				Message string `json:"msg"`
				Listen  string `json:"listen"`
			}
			if json.Unmarshal(lines.Bytes(), &line) == nil && line.Message == "watcher started" {
				addresses <- line.Listen
			}
		}
	}()
	select {
	case address := <-addresses:
		p.conn, err = grpcx.Dial(address, grpcx.ClientConfig{Security: as(grpcx.RoleSubmitter), Role: grpcx.RoleWatcher})
		require.NoError(b, err)
	case <-time.After(20 * time.Second):
		b.Fatal("the watcher doesn't start")
	}
	p.client = ethmlv1.NewWatcherServiceClient(p.conn)
	b.Cleanup(p.stop)
	return p
}

func (p *process) stop() {
	if p.conn == nil {
		return
	}
	_ = p.conn.Close()
	p.conn = nil
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	_ = p.cmd.Wait()
}

// cpu is the CPU time used so far.
func (p *process) cpu() time.Duration {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(p.cmd.Process.Pid) + "/stat")
	require.NoError(p.b, err)
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	user, err := strconv.Atoi(fields[11])
	require.NoError(p.b, err)
	system, err := strconv.Atoi(fields[12])
	require.NoError(p.b, err)
	return time.Duration(user+system) * 10 * time.Millisecond
}

// rss is the peak of resident memory in MB.
func (p *process) rss() float64 {
	status, err := os.ReadFile("/proc/" + strconv.Itoa(p.cmd.Process.Pid) + "/status")
	require.NoError(p.b, err)
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, err := strconv.Atoi(strings.Fields(rest)[0])
			require.NoError(p.b, err)
			return float64(kb) / 1024
		}
	}
	p.b.Fatal("no VmHWM")
	return 0
}

// subscribe waits until the watcher has reached the chain.
func (p *process) subscribe(ctx context.Context, request *ethmlv1.SubscribeRequest) grpc.ServerStreamingClient[ethmlv1.SubscribeResponse] {
	p.b.Helper()
	pause := time.NewTicker(10 * time.Millisecond)
	defer pause.Stop()
	for {
		stream, err := p.client.Subscribe(ctx, request, grpc.WaitForReady(true))
		require.NoError(p.b, err)
		if _, err := stream.Recv(); err == nil {
			return stream
		}
		require.NoError(p.b, ctx.Err())
		<-pause.C
	}
}

// report prints figures and puts them into the file that the environment names.
func report(b *testing.B, measured map[string]float64) {
	b.Helper()
	for name, value := range measured {
		b.ReportMetric(value, name)
	}
	require.NoError(b, figures.Add(os.Getenv(figures.Env), measured))
}
