package server_test

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"

	"github.com/holiman/uint256"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/server"
	"github.com/ethml/ethml/services/submitter/internal/work"
)

// rounds answers what it is told to.
type rounds struct {
	used bool
	err  error
	vote round.Vote
}

func (r *rounds) ReportVote(v round.Vote) (bool, error)       { r.vote = v; return r.used, r.err }
func (r *rounds) ReportSolution(round.Solution) (bool, error) { return r.used, r.err }
func (r *rounds) Latest() round.Head                          { return round.Head{Number: 9} }
func (r *rounds) Rounds() []round.Status {
	return []round.Status{{Round: journal.Round{Challenge: common.Hash{1}, Number: 7, State: journal.Committed}, Requests: []uint64{4},
		Votes: []round.HeldVote{{Request: 4, Vote: journal.Vote{Status: 3, Detail: "30 features"}}}}}
}

type accounts struct{ err error }

func (a accounts) Accounts(context.Context) ([]server.Account, error) { return nil, a.err }

type rig struct {
	ethmlv1.SubmitterServiceClient
	rounds   *rounds
	hub      *work.Hub
	changes  *work.Rounds
	stopping chan struct{}
}

func newRig(t *testing.T) *rig {
	t.Helper()
	r := &rig{rounds: &rounds{}, hub: work.NewHub(time.Now), changes: work.NewRounds(), stopping: make(chan struct{})}
	listener := bufconn.Listen(1 << 20)
	s := grpc.NewServer()
	ethmlv1.RegisterSubmitterServiceServer(s, &server.Server{Rounds: r.rounds, Hub: r.hub, Changes: r.changes,
		Accounts: accounts{errors.New("connection refused")}, ChainID: 1337, Log: slog.New(slog.DiscardHandler), Stopping: r.stopping})
	done := make(chan error, 1)
	go func() { done <- s.Serve(listener) }()
	conn, err := grpc.NewClient("passthrough:///bufconn", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }))
	require.NoError(t, err)
	t.Cleanup(func() {
		require.NoError(t, conn.Close())
		s.Stop()
		require.NoError(t, <-done)
	})
	r.SubmitterServiceClient = ethmlv1.NewSubmitterServiceClient(conn)
	return r
}

func prediction() *ethmlv1.ReportPredictionRequest {
	return &ethmlv1.ReportPredictionRequest{Challenge: make([]byte, 32), RequestId: 4, Word: make([]byte, 32)}
}

func TestErrorsOfRoundsBecomeTheCodesThatTheProtoPromises(t *testing.T) {
	r := newRig(t)
	for err, code := range map[error]codes.Code{
		round.ErrUnknownChallenge: codes.Unavailable, round.ErrSuperseded: codes.FailedPrecondition, round.ErrContradiction: codes.AlreadyExists,
		round.ErrNotInBlock: codes.NotFound, round.ErrMalformed: codes.InvalidArgument, round.ErrWrongSolution: codes.InvalidArgument,
		errors.New("write journal: disk full"): codes.Internal,
	} {
		r.rounds.err = err
		_, got := r.ReportPrediction(context.Background(), prediction())
		require.Equal(t, code, status.Code(got), err)
		if code == codes.Internal {
			require.NotContains(t, got.Error(), "disk full", "what isn't in the table is logged, not told")
		}
	}
}

func TestMalformedReportsNeverReachTheRounds(t *testing.T) {
	r := newRig(t)
	for name, spoil := range map[string]func(*ethmlv1.ReportPredictionRequest){
		"short challenge": func(p *ethmlv1.ReportPredictionRequest) { p.Challenge = p.Challenge[1:] },
		"long word":       func(p *ethmlv1.ReportPredictionRequest) { p.Word = make([]byte, 33) },
		"no request":      func(p *ethmlv1.ReportPredictionRequest) { p.RequestId = 0 },
		"status 5":        func(p *ethmlv1.ReportPredictionRequest) { p.Status = 5 },
		"status 256":      func(p *ethmlv1.ReportPredictionRequest) { p.Status = 256 },
		"long detail":     func(p *ethmlv1.ReportPredictionRequest) { p.Detail = string(make([]byte, 1025)) },
		"long name":       func(p *ethmlv1.ReportPredictionRequest) { p.ReplicaId = string(make([]byte, 65)) },
	} {
		p := prediction()
		spoil(p)
		_, err := r.ReportPrediction(context.Background(), p)
		require.Equal(t, codes.InvalidArgument, status.Code(err), name)
	}
	require.Zero(t, r.rounds.vote)
	_, err := r.ReportSolution(context.Background(), &ethmlv1.ReportSolutionRequest{Challenge: make([]byte, 32), Miner: make([]byte, 19), Nonce: make([]byte, 32)})
	require.Equal(t, codes.InvalidArgument, status.Code(err))
}

func TestReplicaHearsOfWorkAndIsListedUntilItLeaves(t *testing.T) {
	r := newRig(t)
	ctx, cancel := context.WithCancel(context.Background())
	stream, err := r.WatchWork(ctx)
	require.NoError(t, err)
	require.NoError(t, stream.Send(&ethmlv1.WatchWorkRequest{ReplicaId: "pow-1", Kernel: "avx2", Threads: 2}))
	first, err := stream.Recv()
	require.NoError(t, err)
	require.Empty(t, first.Challenge)

	miner := common.Address{1}
	r.hub.Publish(round.Work{Challenge: common.Hash{7}, Number: 3, Miners: []common.Address{miner},
		Target: protocol.TargetSchedule{Difficulty: uint256.NewInt(500), OpenedAt: 5, CommitWindow: time.Minute}})
	second, err := stream.Recv()
	require.NoError(t, err)
	require.Equal(t, [][]byte{miner[:]}, second.Miners)
	require.EqualValues(t, 60, second.Target.CommitWindowSeconds)

	r.rounds.used = true
	_, err = r.ReportSolution(ctx, &ethmlv1.ReportSolutionRequest{Challenge: make([]byte, 32), Miner: make([]byte, 20), Nonce: make([]byte, 32), ReplicaId: "pow-1"})
	require.NoError(t, err)
	list, err := r.ListReplicas(ctx, &ethmlv1.ListReplicasRequest{})
	require.NoError(t, err)
	require.Len(t, list.Replicas, 1)
	require.Equal(t, "pow-1", list.Replicas[0].ReplicaId)
	require.EqualValues(t, 1, list.Replicas[0].Solutions)

	cancel()
	require.Eventually(t, func() bool {
		list, err := r.ListReplicas(context.Background(), &ethmlv1.ListReplicasRequest{})
		return err == nil && len(list.Replicas) == 0
	}, 5*time.Second, time.Millisecond)
}

func TestSecondReplicaOfANameTakesItsPlace(t *testing.T) {
	r := newRig(t)
	join := func() ethmlv1.SubmitterService_WatchWorkClient {
		stream, err := r.WatchWork(t.Context())
		require.NoError(t, err)
		require.NoError(t, stream.Send(&ethmlv1.WatchWorkRequest{ReplicaId: "pow-1"}))
		_, err = stream.Recv()
		require.NoError(t, err)
		return stream
	}
	old := join()
	join()
	_, err := old.Recv()
	require.Equal(t, codes.Aborted, status.Code(err))
}

func TestNamelessReplicaIsRefused(t *testing.T) {
	r := newRig(t)
	stream, err := r.WatchWork(t.Context())
	require.NoError(t, err)
	require.NoError(t, stream.Send(&ethmlv1.WatchWorkRequest{}))
	_, err = stream.Recv()
	require.Equal(t, codes.InvalidArgument, status.Code(err))
}

func TestRoundsAreSentFirstAndThenEachChange(t *testing.T) {
	r := newRig(t)
	stream, err := r.WatchRounds(t.Context(), &ethmlv1.WatchRoundsRequest{})
	require.NoError(t, err)
	first, err := stream.Recv()
	require.NoError(t, err)
	require.Equal(t, ethmlv1.RoundState_ROUND_STATE_COMMITTED, first.Round.State)
	require.Equal(t, "30 features", first.Round.Votes[0].Detail)
	r.changes.Changed(round.Status{Round: journal.Round{Number: 8, State: journal.Revealed}})
	second, err := stream.Recv()
	require.NoError(t, err)
	require.EqualValues(t, 8, second.Round.BlockNumber)
	require.Equal(t, ethmlv1.RoundState_ROUND_STATE_REVEALED, second.Round.State)

	close(r.stopping)
	_, err = stream.Recv()
	require.Equal(t, codes.Unavailable, status.Code(err), "a stopping service ends its streams")
}

func TestStatusWithoutTheNodeIsUnavailable(t *testing.T) {
	r := newRig(t)
	_, err := r.GetStatus(context.Background(), &ethmlv1.SubmitterServiceGetStatusRequest{})
	require.Equal(t, codes.Unavailable, status.Code(err))
}

func TestSilentReplicaIsNotListed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hub := work.NewHub(time.Now)
		member := hub.Join(work.Replica{ID: "pow-1"})
		require.Len(t, hub.Replicas(), 1)
		<-time.After(work.Silence)
		require.Empty(t, hub.Replicas())
		member.Report("avx2", 2, 1e6)
		require.Len(t, hub.Replicas(), 1)
		member.Leave()
		require.Empty(t, hub.Replicas())
	})
}
