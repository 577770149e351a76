package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/internal/logging"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/chain"
	"github.com/ethml/ethml/services/submitter/internal/desk"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/keeper"
	"github.com/ethml/ethml/services/submitter/internal/keys"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/server"
	"github.com/ethml/ethml/services/submitter/internal/spans"
	"github.com/ethml/ethml/services/submitter/internal/stream"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
	"github.com/ethml/ethml/services/submitter/internal/work"
)

// Run runs a submitter until ctx ends, then stops it gracefully: the step in hand is finished, and what is left is logged.
func Run(ctx context.Context, c Config) (err error) {
	if err := c.Check(); err != nil {
		return err
	}
	s := &submitter{Config: c, stopping: make(chan struct{})}
	if s.Logger == nil {
		s.Logger = logging.Discard()
	}
	if s.Now == nil {
		s.Now = time.Now
	}
	if s.Registry == nil {
		s.Registry = admin.NewRegistry()
	}
	if s.Logger, err = logging.Counted(s.Logger, s.Registry); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.stack.Stop(cmp.Or(c.StopLimit, lifecycle.StopLimit))) }()
	if err := s.build(ctx); err != nil {
		return err
	}
	return s.serve(ctx)
}

type submitter struct {
	Config
	stack    lifecycle.Stack
	stopping chan struct{}

	chain    *chain.Client
	signers  []txmgr.Signer
	accounts []common.Address
	journal  *journal.Journal
	txs      *txmgr.Manager
	rounds   *round.Machine
	desk     *desk.Desk
	hub      *work.Hub
	changes  *work.Rounds
	sink     *sink
	follower *stream.Follower
	grpc     *grpcx.Server
	admin    *admin.Server
}

func (s *submitter) build(ctx context.Context) error {
	// Ports first: a taken one is the likeliest mistake, and the cheapest to find.
	grpcListener, err := s.listen(cmp.Or(s.Listen, DefaultListen), "--listen")
	if err != nil {
		return err
	}
	adminListener, err := s.listen(cmp.Or(s.AdminListen, DefaultAdminListen), "--admin-listen")
	if err != nil {
		return err
	}
	node, err := s.connect(ctx)
	if err != nil {
		return err
	}
	broadcaster := txmgr.Broadcaster(node)
	if s.PrivateRPC != "" {
		relay, err := s.dialNode(ctx, s.PrivateRPC)
		if err != nil {
			return fmt.Errorf("reach the private relay at %s (--private-rpc): %w", s.PrivateRPC, err)
		}
		s.stack.PushClose("private relay", func() error { relay.Close(); return nil })
		broadcaster = relay
	}
	if err := s.loadKeys(ctx); err != nil {
		return err
	}
	contents, err := s.openState()
	if err != nil {
		return err
	}
	if err := s.assemble(node, broadcaster, contents); err != nil {
		return err
	}
	if err := s.txs.Start(ctx); err != nil {
		return err
	}
	s.sink.checkStakes(ctx)
	if err := s.dialWatcher(); err != nil {
		return err
	}
	return s.buildServers(grpcListener, adminListener)
}

func (s *submitter) listen(address, flag string) (net.Listener, error) {
	l, err := s.Network.Listen(address, flag)
	if err != nil {
		return nil, err
	}
	s.stack.PushClose("listener", func() error {
		// Closed by its server already, where one was built.
		if err := l.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
			return err
		}
		return nil
	})
	return l, nil
}

func (s *submitter) dialNode(ctx context.Context, url string) (*ethclient.Client, error) {
	dial := s.DialRPC
	if dial == nil {
		dial = rpc.DialContext
	}
	c, err := dial(ctx, url)
	if err != nil {
		return nil, err
	}
	return ethclient.NewClient(c), nil
}

// connect waits a little for the Ethereum node: it may be starting beside this service.
func (s *submitter) connect(ctx context.Context) (*ethclient.Client, error) {
	deadline := time.Now().Add(cmp.Or(s.ConnectWait, DefaultConnectWait))
	for pause := 200 * time.Millisecond; ; pause = min(2*pause, 2*time.Second) {
		node, err := s.dialNode(ctx, s.RPC)
		if err == nil {
			if _, err = node.BlockNumber(ctx); err == nil {
				s.stack.PushClose("Ethereum node", func() error { node.Close(); return nil })
				if s.chain, err = chain.Dial(ctx, node, s.RPC, s.ChainID, s.Coordinator); err != nil {
					return nil, err
				}
				return node, nil
			}
			node.Close()
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if time.Now().After(deadline) {
			return nil, fmt.Errorf("no Ethereum node answers at %s: start it, or correct --rpc (%w)", s.RPC, err)
		}
		s.Logger.Warn("waiting for the Ethereum node", "rpc", s.RPC, "error", err)
		timer := time.NewTimer(pause)
		select {
		case <-ctx.Done():
		case <-timer.C:
		}
		timer.Stop()
	}
}

func (s *submitter) loadKeys(ctx context.Context) error {
	var signers []keys.Signer
	var err error
	closer := func() {}
	switch {
	case s.Clef != "":
		signers, closer, err = keys.DialClef(ctx, s.Clef, s.Accounts, s.chain.ChainID)
	case s.Web3Signer != "":
		signers, closer, err = keys.DialWeb3Signer(ctx, s.Web3Signer, s.Accounts, s.chain.ChainID)
	default:
		signers, err = keys.LoadKeystore(s.Keystore, s.PasswordFile, s.Accounts, s.chain.ChainID)
	}
	if err != nil {
		return err
	}
	s.stack.PushClose("signer", func() error { closer(); return nil })
	for _, signer := range signers {
		s.signers = append(s.signers, signer)
		s.accounts = append(s.accounts, signer.Address())
	}
	s.Logger.Info("accounts loaded", "accounts", s.accounts)
	return nil
}

func (s *submitter) openState() (journal.Contents, error) {
	locks := cmp.Or(s.LockDir, filepath.Join(s.DataDir, "accounts"))
	for _, a := range s.accounts {
		lock, err := lockAccount(locks, a)
		if err != nil {
			return journal.Contents{}, err
		}
		s.stack.PushClose("account lock", lock.Close)
	}
	held, contents, err := journal.Open(filepath.Join(s.DataDir, journalFile),
		journal.Identity{ChainID: s.chain.ChainID.Uint64(), Coordinator: s.Coordinator})
	if err != nil {
		return contents, err
	}
	s.journal = held
	s.stack.PushClose("journal", held.Close)
	return contents, nil
}

func (s *submitter) assemble(node *ethclient.Client, broadcaster txmgr.Broadcaster, contents journal.Contents) error {
	s.hub, s.changes, s.sink = work.NewHub(time.Now), work.NewRounds(), newSink()
	recorded := spans.New(s.Tracer, s.chain.ChainID.Uint64(), s.Coordinator, contents.Rounds)
	s.follower = &stream.Follower{Heard: recorded.Heard, ChainID: s.chain.ChainID.Uint64(), Coordinator: s.Coordinator[:], Sink: s.sink, Log: s.Logger}
	m, err := newMetrics(s.Registry, s.hub, s.follower.Err, func() int {
		n := 0
		for _, a := range s.accounts {
			n += s.txs.InFlight(a)
		}
		return n
	})
	if err != nil {
		return fmt.Errorf("register metrics: %w", err)
	}
	s.txs, err = txmgr.New(txmgr.Config{
		ChainID: s.chain.ChainID, Backend: node, Broadcaster: broadcaster, Signers: s.signers, Journal: s.journal,
		Fees: s.Fees.ceilings(), Reason: s.chain.Reason, Step: s.Step, Now: s.Now, Log: s.Logger, Trace: recorded.Step,
		Outcome: func(o txmgr.Outcome) { m.outcome(o); recorded.Transaction(o); s.sink.outcome(o) },
	}, contents.Slots)
	if err != nil {
		return err
	}
	s.desk = desk.New(desk.Config{
		Coordinator: s.Coordinator, Accounts: s.accounts, Chain: s.chain, Txs: s.txs, Guard: desk.Guard{Price: s.EMLPrice},
		Now: s.Now, Log: s.Logger, Broadcast: m.latency, Work: s.hub.Publish, Trace: recorded.Step,
		Changed: func(st round.Status) { recorded.Round(st); s.changes.Changed(st) },
	})
	s.rounds = round.New(round.Config{
		Miners: s.accounts, Seats: s.chain.Seats, Journal: s.journal, Effects: s.desk, Step: s.Step, Now: s.Now, Log: s.Logger,
		Count: func(event, outcome string) { m.events.WithLabelValues(event, outcome).Inc() },
	}, contents)
	s.sink.rounds, s.sink.txs, s.sink.chain, s.sink.accounts, s.sink.log = s.rounds, s.txs, s.chain, s.accounts, s.Logger
	s.sink.metrics = m
	if err := errors.Join(watchRounds(s.Registry, s.rounds, s.desk), admin.WatchDisk(s.Registry, s.DataDir)); err != nil {
		return fmt.Errorf("register metrics: %w", err)
	}
	s.sink.keeper = keeper.New(keeper.Config{
		Coordinator: s.Coordinator, Accounts: s.accounts, Seats: s.chain.Seats, Threshold: s.chain.Threshold, Chain: s.chain,
		Txs: s.txs, Rounds: s.rounds, Reveals: s.follower, RankDelay: uint64(cmp.Or(s.RankDelay, DefaultRankDelay) / time.Second),
		ClaimAbove: s.claimAbove(), Price: s.EMLPrice, Trace: recorded.Step, Log: s.Logger,
	})
	return nil
}

func (s *submitter) dialWatcher() error {
	conn, err := s.Network.Dial(s.Watcher, grpcx.ClientConfig{Security: s.Security, Role: grpcx.RoleWatcher, Tracer: s.Tracer})
	if err != nil {
		return err
	}
	s.stack.PushClose("watcher connection", conn.Close)
	s.follower.Client = ethmlv1.NewWatcherServiceClient(conn)
	return nil
}

func (s *submitter) buildServers(grpcListener, adminListener net.Listener) error {
	var err error
	s.grpc, err = grpcx.NewServer(grpcx.ServerConfig{
		Listener: grpcListener, Security: s.Security, Logger: s.Logger, Registerer: s.Registry, Tracer: s.Tracer, Access: Access(),
	})
	if err != nil {
		return err
	}
	ethmlv1.RegisterSubmitterServiceServer(s.grpc.Server, &server.Server{
		Rounds: s.rounds, Hub: s.hub, Changes: s.changes, Accounts: books{s}, ChainID: s.chain.ChainID.Uint64(), Coordinator: s.Coordinator,
		Log: s.Logger, Stopping: s.stopping,
	})
	s.admin = admin.NewServer(adminListener, s.Registry, s.follower.Err)
	return nil
}

// serve runs all parts until ctx ends or one fails.
func (s *submitter) serve(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var parts sync.WaitGroup
	parts.Go(func() { s.desk.Run(ctx, s.rounds) })
	parts.Go(func() { s.sink.follow(ctx) })
	parts.Go(func() { s.sink.standby(ctx) })
	parts.Go(func() { s.follower.Run(ctx) })
	parts.Go(func() { s.sink.metrics.watchAccounts(ctx, books{s}, s.Logger) })
	s.stack.Push("rounds", func(ctx context.Context) error { cancel(); return s.finish(ctx, &parts) })

	failed := make(chan error, 2)
	var servers sync.WaitGroup
	servers.Go(func() { failed <- s.admin.Serve() })
	servers.Go(func() { failed <- s.grpc.Serve() })
	s.stack.Push("servers", func(ctx context.Context) error {
		close(s.stopping)
		err := errors.Join(s.grpc.Shutdown(ctx), s.admin.Shutdown(ctx))
		servers.Wait()
		return err
	})
	s.grpc.SetServing(true)
	s.Logger.Info("serving", "address", s.grpc.Addr().String(), "admin", s.admin.Addr().String())
	if s.Ready != nil {
		s.Ready(Addrs{GRPC: s.grpc.Addr(), Admin: s.admin.Addr()})
	}
	select {
	case <-ctx.Done():
		return nil
	case err := <-failed:
		return err
	}
}

// finish waits for the step in hand and says what is left for the next start.
func (s *submitter) finish(ctx context.Context, parts *sync.WaitGroup) error {
	done := make(chan struct{})
	go func() { parts.Wait(); close(done) }()
	var err error
	select {
	case <-done:
	case <-ctx.Done():
		err = fmt.Errorf("a step was cut off: %w", ctx.Err())
	}
	var left []string
	for _, r := range s.rounds.Rounds() {
		if !r.Round.State.Final() && r.Round.State != journal.Collecting && r.Round.State != journal.Revealed {
			left = append(left, fmt.Sprintf("block %d, miner %s: %s", r.Round.Number, r.Round.Miner, r.Round.State))
		}
	}
	inFlight := 0
	for _, a := range s.accounts {
		inFlight += s.txs.InFlight(a)
	}
	level := slog.LevelInfo
	if len(left) > 0 {
		level = slog.LevelWarn
	}
	s.Logger.Log(context.Background(), level, "stopped", "left", strings.Join(left, "; "), "transactions_in_flight", inFlight)
	return err
}
