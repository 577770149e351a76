package sim

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	submitter "github.com/ethml/ethml/services/submitter/service"
	watcher "github.com/ethml/ethml/services/watcher/service"
)

// Blocks. A node that lags behind a chain whose head went down shows a drop that is deeper by its lag.
const (
	reorgLimit = 16
	maxLag     = 2
)

// killPoints lie between every two durable steps of the submitter.
var killPoints = []string{"block written", "reports written", "sealed", "transaction signed", "transaction written", "transaction sent", "receipt written"}

// life is one life of a service.
type life struct {
	end      context.CancelFunc
	done     chan error
	endpoint *endpoint
	since    time.Time

	mu      sync.Mutex
	spoilt  bool   // it asked for its data directory to be deleted
	killAt  string // dies at this step
	countTo int    // or at this many more, of any kind
	died    string // the step it died at
}

// operator is a node: a watcher and a submitter with one account. Its pow and inference are the run's.
type operator struct {
	r         *run
	index     int
	key       *ecdsa.PrivateKey
	account   common.Address
	dir       map[string]string // data directory by service
	lives     map[string]*life  // running services
	back      map[string]int    // ticks until a service starts again
	lag       map[string]int
	killed    map[string]int // by step
	reports   *grpc.ClientConn
	submitter ethmlv1.SubmitterServiceClient
	events    *grpc.ClientConn
	book      *book
	generated int
	away      bool // its services don't start

	startedOver int // watchers with a new data directory
}

var services = []string{"watcher", "submitter"}

func newOperator(r *run, index int) *operator {
	o := &operator{r: r, index: index, key: r.genesis.miners[index], account: addressOf(r.genesis.miners[index]), dir: map[string]string{},
		lives: map[string]*life{}, back: map[string]int{}, lag: map[string]int{}, killed: map[string]int{}}
	for _, s := range services {
		o.dir[s] = o.freshDir(s)
	}
	o.reports = r.connect(o.address("submitter"))
	o.submitter = ethmlv1.NewSubmitterServiceClient(o.reports)
	o.events = r.connect(o.address("watcher"))
	o.book = newBook(ethmlv1.NewWatcherServiceClient(o.events))
	return o
}

func (o *operator) address(service string) string {
	return fmt.Sprintf("10.0.0.%d:%s", o.index+1, map[string]string{"watcher": "8000", "submitter": "8003"}[service])
}

func (o *operator) freshDir(service string) string {
	o.generated++
	return filepath.Join(o.r.dir, fmt.Sprintf("%d-%s-%d", o.index, service, o.generated))
}

func (o *operator) start(service string) {
	ctx, cancel := context.WithCancel(context.Background())
	l := &life{end: cancel, done: make(chan error, 1), since: time.Now()}
	l.endpoint = newEndpoint(o.r.chain, o.r.rnd.Uint64())
	o.lives[service] = l
	logger := slog.New(slog.NewTextHandler(heard{o.r.story, l}, &slog.HandlerOptions{Level: logLevel})).With("operator", o.index, "service", service)
	run := o.runWatcher
	if service == "submitter" {
		run = o.runSubmitter
	}
	go func() { l.done <- run(ctx, l, logger) }()
}

// heard is a service's log, read by its operator.
type heard struct {
	*story
	life *life
}

func (h heard) Write(p []byte) (int, error) {
	if bytes.Contains(p, []byte("stop the watcher, delete")) {
		h.life.mu.Lock()
		h.life.spoilt = true
		h.life.mu.Unlock()
	}
	return h.story.Write(p)
}

// startOver does what a watcher asked for whose history a node had left holes in; who follows it starts over too.
func (o *operator) startOver() {
	o.r.tell("operator %d: watcher starts over", o.index)
	o.stop("watcher")
	o.dir["watcher"] = o.freshDir("watcher")
	o.book.end()
	o.book = newBook(ethmlv1.NewWatcherServiceClient(o.events))
	o.startedOver++
}

func (l *life) isSpoilt() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.spoilt
}

const chainID = 1337

func (o *operator) runWatcher(ctx context.Context, l *life, log *slog.Logger) error {
	return watcher.Run(ctx, watcher.Config{
		RPC: []string{"ws://node"}, ChainID: chainID, Coordinator: o.r.genesis.coordinator.Hex(), DeploymentBlock: 1, DataDir: o.dir["watcher"],
		ReorgLimit: reorgLimit + maxLag, Listen: o.address("watcher"), AdminListen: o.address("watcher") + "1", Security: plaintext,
		Logger: log, Network: o.r.network.hooks(), DialRPC: l.endpoint.dial,
	})
}

func (o *operator) runSubmitter(ctx context.Context, l *life, log *slog.Logger) error {
	return submitter.Run(ctx, submitter.Config{
		RPC: "ws://node", ChainID: chainID, Coordinator: o.r.genesis.coordinator, Watcher: o.address("watcher"), DataDir: o.dir["submitter"],
		Keystore: o.r.genesis.keystores[o.index], PasswordFile: o.r.genesis.password, RankDelay: 2 * time.Second,
		Listen: o.address("submitter"), AdminListen: o.address("submitter") + "1", Security: plaintext,
		Logger: log, Step: func(name string) { o.step(l, name) }, Network: o.r.network.hooks(), DialRPC: l.endpoint.dial,
	})
}

var plaintext = grpcx.Security{Plaintext: true}

// step is called by the submitter between durable steps. One that dies there is cut off in that instant, and its disk is
// copied as it is; what its goroutines do after that reaches nobody.
func (o *operator) step(l *life, name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.countTo > 0 {
		l.countTo--
		if l.countTo == 0 {
			l.killAt = name
		}
	}
	if l.killAt != name || l.died != "" {
		return
	}
	l.died = name
	o.cutOff("submitter", l)
}

// diedAt is the step at which a service died, empty while it lives.
func (l *life) diedAt() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.died
}

// cutOff ends a service for everybody else, as kill -9 does: what its disk holds now is what the next life finds.
func (o *operator) cutOff(service string, l *life) {
	l.endpoint.set(func(e *endpoint) { e.dead = true })
	o.r.network.cut(o.address(service), true)
	next := o.freshDir(service)
	copyFiles(o.dir[service], next)
	o.dir[service] = next
}

// kill ends a service now, or clears away one that died at a step.
func (o *operator) kill(service string) {
	l := o.lives[service]
	if step := l.diedAt(); step != "" {
		o.killed[step]++
		o.r.tell("operator %d: %s killed at %q", o.index, service, step)
	} else {
		o.r.tell("operator %d: %s killed", o.index, service)
		o.cutOff(service, l)
	}
	_ = o.bury(service) // whatever it says, nobody hears
}

// bury lets a service's goroutines end, and takes it off the list.
func (o *operator) bury(service string) error {
	l := o.lives[service]
	l.end()
	err := <-l.done
	l.endpoint.die()
	delete(o.lives, service)
	return err
}

// stop ends a service as an operator does.
func (o *operator) stop(service string) {
	o.r.tell("operator %d: %s stopped", o.index, service)
	if err := o.bury(service); err != nil {
		o.r.tell("operator %d: %s ended: %v", o.index, service, err)
	}
}

// copyFiles copies the files directly in a directory, each as it was at one instant: two equal readings in a row mean that
// nothing was written in between.
func copyFiles(from, to string) {
	if err := os.MkdirAll(to, 0o700); err != nil {
		panic(err)
	}
	files, err := os.ReadDir(from)
	if err != nil {
		return // it died before it made one
	}
	for _, f := range files {
		if f.IsDir() {
			continue
		}
		path := filepath.Join(from, f.Name())
		data, err := os.ReadFile(path)
		for again := []byte(nil); err == nil && !bytes.Equal(data, again); {
			again = data
			data, err = os.ReadFile(path)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(to, f.Name()), data, 0o600)
		}
		if err != nil {
			panic(err)
		}
	}
}

// end stops everything that is the operator's.
func (o *operator) end() {
	for _, s := range services {
		if o.lives[s] != nil {
			o.stop(s)
		}
	}
	o.book.end()
	o.reports.Close()
	o.events.Close()
}

// story is what happened in a run, and what the services logged.
type story struct {
	mu   sync.Mutex
	text []byte
	also io.Writer
}

func (s *story) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text = append(s.text, p...)
	if s.also != nil {
		return s.also.Write(p)
	}
	return len(p), nil
}

// logLevel of the services' part of a story.
var logLevel = slog.LevelInfo
