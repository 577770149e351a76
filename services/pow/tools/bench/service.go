package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"

	"golang.org/x/sys/unix"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/pow/internal/keccak"
	"github.com/ethml/ethml/services/pow/service"
)

type serviceFigures struct {
	kernel   string
	threads  int
	rate     float64 // hashes per CPU-second of the process
	bare     float64 // hashes per CPU-second of threads that do nothing else
	ratio    float64
	resident float64 // MB
}

// turn is how long the service and the bare kernel run in turns.
const turn = 1500 * time.Millisecond

// measureService runs the service's binary against a watcher and a submitter that want more than can be found, in turns
// with its bare kernel on as many threads.
func measureService(binary string, rounds int) (f serviceFigures, err error) {
	peers, err := startPeers()
	if err != nil {
		return f, err
	}
	defer peers.server.Stop()
	process, client, err := startService(binary, peers.addr)
	if err != nil {
		return f, err
	}
	defer func() {
		_ = process.Process.Signal(os.Interrupt)
		_ = process.Wait()
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()

	var rates, bares, ratios []float64
	for number := range rounds {
		peers.set(uint64(number) + 1)
		status, err := await(ctx, client, true)
		if err != nil {
			return f, err
		}
		f.kernel, f.threads = status.Kernel, int(status.Threads)
		hashes, cpu := status.Hashes, processTime(process.Process.Pid)
		<-time.After(turn)
		if status, err = client.GetStatus(ctx, &ethmlv1.PowServiceGetStatusRequest{}); err != nil {
			return f, err
		}
		used := processTime(process.Process.Pid) - cpu
		rates = append(rates, float64(status.Hashes-hashes)/used.Seconds())
		peers.set(0)
		if _, err := await(ctx, client, false); err != nil {
			return f, err
		}
		bare, err := bareRate(f.kernel, f.threads)
		if err != nil {
			return f, err
		}
		bares = append(bares, bare)
		ratios = append(ratios, rates[number]/bare)
	}
	f.rate, f.bare, f.ratio = median(rates), median(bares), median(ratios)
	f.resident, err = resident(process.Process.Pid)
	return f, err
}

// await waits until the service searches, or until it does no more.
func await(ctx context.Context, client ethmlv1.PowServiceClient, searching bool) (*ethmlv1.PowServiceGetStatusResponse, error) {
	var last uint64
	for {
		status, err := client.GetStatus(ctx, &ethmlv1.PowServiceGetStatusRequest{})
		if err != nil {
			return nil, err
		}
		if moved := status.Hashes != last; last != 0 && moved == searching {
			return status, nil
		}
		last = max(status.Hashes, 1)
		<-time.After(20 * time.Millisecond)
	}
}

// bareRate is what a kernel does on so many threads at once, per second of their CPU time.
func bareRate(name string, threads int) (float64, error) {
	kernel, err := keccak.Select(name)
	if err != nil {
		return 0, err
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2 * threads))
	type part struct {
		hashes uint64
		used   time.Duration
		err    error
	}
	parts := make(chan part, threads)
	end := time.Now().Add(turn)
	for range threads {
		go func() {
			// As nice as the service's threads, or a loaded machine would treat them differently. The thread ends with it.
			runtime.LockOSThread()
			_ = unix.Setpriority(unix.PRIO_PROCESS, unix.Gettid(), service.DefaultNice)
			run := kernelRun(kernel)
			var p part
			begun := threadTime()
			for time.Now().Before(end) && p.err == nil {
				var n uint64
				n, p.err = run(1 << 16)
				p.hashes += n
			}
			p.used = threadTime() - begun
			parts <- p
		}()
	}
	var sum part
	for range threads {
		p := <-parts
		if p.err != nil {
			return 0, p.err
		}
		sum.hashes += p.hashes
		sum.used += p.used
	}
	return float64(sum.hashes) / sum.used.Seconds(), nil
}

// startService starts the binary and waits for its health.
func startService(binary, peers string) (*exec.Cmd, ethmlv1.PowServiceClient, error) {
	addr, err := freeAddr()
	if err != nil {
		return nil, nil, err
	}
	command := exec.Command(binary, "--plaintext", "--watcher", peers, "--submitter", peers, "--listen", addr,
		"--admin-listen", "127.0.0.1:0", "--log-level", "warn")
	command.Stderr = os.Stderr
	if err := command.Start(); err != nil {
		return nil, nil, fmt.Errorf("start %s: %w", binary, err)
	}
	conn, err := grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.WaitForReady(true)))
	return command, ethmlv1.NewPowServiceClient(conn), err
}

// freeAddr is a loopback address whose port was free a moment ago.
func freeAddr() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// resident is the most memory that a process has had, in MB.
func resident(pid int) (float64, error) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(raw)) {
		var kib float64
		if n, _ := fmt.Sscanf(line, "VmHWM: %f kB", &kib); n == 1 {
			return kib * 1024 / 1e6, nil
		}
	}
	return 0, fmt.Errorf("no VmHWM in the status of process %d", pid)
}

// peers are a watcher and a submitter for a service that is measured: they know one block, which nobody can solve.
type peers struct {
	ethmlv1.UnimplementedWatcherServiceServer
	server *grpc.Server
	addr   string

	mu      sync.Mutex
	number  uint64 // of the open block; zero when none is
	changed chan struct{}
}

type workSource struct {
	ethmlv1.UnimplementedSubmitterServiceServer
	*peers
}

func startPeers() (*peers, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &peers{server: grpc.NewServer(), addr: l.Addr().String(), changed: make(chan struct{})}
	ethmlv1.RegisterWatcherServiceServer(p.server, p)
	ethmlv1.RegisterSubmitterServiceServer(p.server, workSource{peers: p})
	go func() { _ = p.server.Serve(l) }() // until Stop
	return p, nil
}

// set opens block number, or closes the one that is open.
func (p *peers) set(number uint64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.number = number
	close(p.changed)
	p.changed = make(chan struct{})
}

func (p *peers) get() (number uint64, changed <-chan struct{}) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.number, p.changed
}

func challenge(number uint64) []byte { return append(make([]byte, 31), byte(number)) }

func schedule() *ethmlv1.TargetSchedule {
	return &ethmlv1.TargetSchedule{Difficulty: []byte{31: 1, 0: 0x7f}, OpenedAt: 1, CommitWindowSeconds: 1 << 20}
}

// Subscribe sends a snapshot with each change, as after a reconnection.
func (p *peers) Subscribe(_ *ethmlv1.SubscribeRequest, stream grpc.ServerStreamingServer[ethmlv1.SubscribeResponse]) error {
	for {
		number, changed := p.get()
		snapshot := &ethmlv1.Snapshot{Head: &ethmlv1.Head{Time: 1}}
		if number != 0 {
			snapshot.OpenBlock = &ethmlv1.BlockState{
				Opened: &ethmlv1.BlockOpened{Number: number, Challenge: challenge(number), Target: schedule()},
				Phase:  ethmlv1.Phase_PHASE_COMMIT,
			}
		}
		if err := stream.Send(&ethmlv1.SubscribeResponse{Item: &ethmlv1.SubscribeResponse_Snapshot{Snapshot: snapshot}}); err != nil {
			return err
		}
		select {
		case <-stream.Context().Done():
			return nil
		case <-changed:
		}
	}
}

// WatchWork wants one miner served.
func (w workSource) WatchWork(stream grpc.BidiStreamingServer[ethmlv1.WatchWorkRequest, ethmlv1.WatchWorkResponse]) error {
	for {
		number, changed := w.get()
		work := &ethmlv1.WatchWorkResponse{}
		if number != 0 {
			work = &ethmlv1.WatchWorkResponse{Challenge: challenge(number), BlockNumber: number, Miners: [][]byte{make([]byte, 20)}}
		}
		if err := stream.Send(work); err != nil {
			return err
		}
		select {
		case <-stream.Context().Done():
			return nil
		case <-changed:
		}
	}
}
