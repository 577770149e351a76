package service_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/logging"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/service"
)

// childConfig is what crosses into a submitter in a process of its own, which can be killed.
type childConfig struct {
	RPC, Watcher, DataDir, Keystore, PasswordFile string
	ChainID                                       uint64
	Coordinator                                   common.Address
	KillAt                                        string // "step:n", the n-th passage; empty for never
}

const childVariable = "SUBMITTER_TEST_CHILD"

func TestMain(m *testing.M) {
	if text := os.Getenv(childVariable); text != "" {
		os.Exit(runChild(text))
	}
	os.Exit(m.Run())
}

func runChild(text string) int {
	var c childConfig
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	log, err := logging.Flags{Level: "debug", Format: "text"}.New(os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	err = service.Run(context.Background(), service.Config{
		RPC: c.RPC, Watcher: c.Watcher, DataDir: c.DataDir, Keystore: c.Keystore, PasswordFile: c.PasswordFile, ChainID: c.ChainID,
		Coordinator: c.Coordinator, Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0", Security: grpcx.Security{Plaintext: true},
		RankDelay: time.Second, Logger: log, Step: killAt(c.KillAt), Ready: func(a service.Addrs) { fmt.Println(a.GRPC) },
	})
	fmt.Fprintln(os.Stderr, err)
	return 1
}

func killAt(point string) func(string) {
	name, count, _ := strings.Cut(point, ":")
	n, _ := strconv.ParseInt(count, 10, 64)
	var passed atomic.Int64
	return func(step string) {
		if step == name && passed.Add(1) == n {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	}
}

// child is a submitter process.
type child struct {
	*running
	process *exec.Cmd
	exited  chan struct{}
}

func startChild(t *testing.T, c childConfig) *child {
	t.Helper()
	text, err := json.Marshal(c)
	require.NoError(t, err)
	p := exec.Command(os.Args[0])
	p.Env = append(os.Environ(), childVariable+"="+string(text))
	p.Stderr = t.Output()
	out, err := p.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, p.Start())
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil && c.KillAt != "" {
		_ = p.Wait()
		dead := &child{process: p, exited: make(chan struct{})} // killed before it served
		close(dead.exited)
		return dead
	}
	require.NoError(t, err, "the submitter process did not serve")
	conn, err := grpc.NewClient(strings.TrimSpace(address), grpc.WithTransportCredentials(insecure.NewCredentials()))
	require.NoError(t, err)
	k := &child{running: &running{SubmitterServiceClient: ethmlv1.NewSubmitterServiceClient(conn), t: t}, process: p, exited: make(chan struct{})}
	go func() { _ = p.Wait(); close(k.exited) }()
	t.Cleanup(func() { k.kill(); require.NoError(t, conn.Close()) })
	return k
}

func (c *child) kill() {
	_ = c.process.Process.Kill() // it may be dead already
	<-c.exited
}

func (c *child) dead() bool {
	select {
	case <-c.exited:
		return true
	default:
		return false
	}
}
