package follow

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// script is a watcher whose subscriptions play given items and then end or wait.
type script struct {
	mu       sync.Mutex
	sessions []chan *ethmlv1.SubscribeResponse
	opened   int
}

func (s *script) Subscribe(ctx context.Context, r *ethmlv1.SubscribeRequest) (Stream, error) {
	if r.GetCurrent() == nil {
		return nil, errors.New("not a current subscription")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opened == len(s.sessions) {
		return nil, status.Error(codes.Unavailable, "no watcher")
	}
	s.opened++
	return &player{ctx, s.sessions[s.opened-1]}, nil
}

type player struct {
	ctx   context.Context
	items chan *ethmlv1.SubscribeResponse
}

func (p *player) Recv() (*ethmlv1.SubscribeResponse, error) {
	select {
	case item, ok := <-p.items:
		if !ok {
			return nil, io.EOF
		}
		return item, nil
	case <-p.ctx.Done():
		return nil, p.ctx.Err()
	}
}

// book is a submitter that writes down what it is told.
type book struct {
	mu      sync.Mutex
	answers []error // of the next reports; nil after them
	tried   int
	reports map[string]*ethmlv1.ReportPredictionRequest
}

func (b *book) ReportPrediction(_ context.Context, r *ethmlv1.ReportPredictionRequest) (bool, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.tried++
	if len(b.answers) > 0 {
		err := b.answers[0]
		b.answers = b.answers[1:]
		if err != nil {
			return false, err
		}
	}
	b.reports[fmt.Sprintf("%s/%d", r.GetChallenge(), r.GetRequestId())] = r
	return true, nil
}

func (b *book) status(key string) (uint32, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	r := b.reports[key]
	return r.GetStatus(), r != nil
}

// oracle votes by a function.
type oracle struct {
	mu     sync.Mutex
	asked  map[string]int
	models map[uint64]bool
	vote   func(ctx context.Context, data string, times int) Vote
}

func (o *oracle) Register(m *ethmlv1.ModelRegistered) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.models[m.GetId()] = true
}

func (o *oracle) Vote(ctx context.Context, _ uint64, data string) Vote {
	o.mu.Lock()
	o.asked[data]++
	n := o.asked[data]
	o.mu.Unlock()
	return o.vote(ctx, data, n)
}

func (o *oracle) times(data string) int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.asked[data]
}

type rig struct {
	*script
	*book
	*oracle
}

// play runs a follower over sessions inside a bubble of fake time.
func play(t *testing.T, sessions int, vote func(context.Context, string, int) Vote, test func(r rig)) {
	t.Helper()
	playAs(t, Config{}, sessions, vote, test)
}

// playAs does so with a configuration.
func playAs(t *testing.T, c Config, sessions int, vote func(context.Context, string, int) Vote, test func(r rig)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r := rig{&script{}, &book{reports: map[string]*ethmlv1.ReportPredictionRequest{}},
			&oracle{asked: map[string]int{}, models: map[uint64]bool{}, vote: vote}}
		for range sessions {
			r.sessions = append(r.sessions, make(chan *ethmlv1.SubscribeResponse, 100))
		}
		c.Watcher, c.Submitter, c.Voter, c.Replica, c.Logger = r.script, r.book, r.oracle, "test", slog.New(slog.DiscardHandler)
		f := New(c)
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			defer close(done)
			f.Run(ctx)
		}()
		test(r)
		cancel()
		<-done
	})
}

func fine(context.Context, string, int) Vote { return Vote{Word: [32]byte{31: 7}} }

func queued(id uint64, data string) *ethmlv1.RequestQueued {
	return &ethmlv1.RequestQueued{Id: id, ModelId: 1, DataCid: data}
}

func opened(number uint64, challenge string, window uint64, ids ...uint64) *ethmlv1.BlockOpened {
	return &ethmlv1.BlockOpened{Number: number, Challenge: []byte(challenge), RequestIds: ids,
		Target: &ethmlv1.TargetSchedule{CommitWindowSeconds: window, OpenedAt: 1000}}
}

func event(kind any) *ethmlv1.SubscribeResponse {
	e := &ethmlv1.Event{}
	switch k := kind.(type) {
	case *ethmlv1.RequestQueued:
		e.Kind = &ethmlv1.Event_RequestQueued{RequestQueued: k}
	case *ethmlv1.BlockOpened:
		e.Kind = &ethmlv1.Event_BlockOpened{BlockOpened: k}
	case *ethmlv1.BlockEnded:
		e.Kind = &ethmlv1.Event_BlockEnded{BlockEnded: k}
	case *ethmlv1.CommitClosed:
		e.Kind = &ethmlv1.Event_CommitClosed{CommitClosed: k}
	}
	return &ethmlv1.SubscribeResponse{Item: &ethmlv1.SubscribeResponse_Event{Event: e}}
}

func snapshot(s *ethmlv1.Snapshot) *ethmlv1.SubscribeResponse {
	return &ethmlv1.SubscribeResponse{Item: &ethmlv1.SubscribeResponse_Snapshot{Snapshot: s}}
}

func TestAVoteIsReadyBeforeItsBlockOpensAndReportedOnce(t *testing.T) {
	play(t, 1, fine, func(r rig) {
		s := r.sessions[0]
		s <- snapshot(&ethmlv1.Snapshot{Models: []*ethmlv1.Model{{Registration: &ethmlv1.ModelRegistered{Id: 1}}}})
		s <- event(queued(1, "a"))
		synctest.Wait()
		require.True(t, r.models[1])
		require.Equal(t, 1, r.times("a"), "not prepared")
		s <- event(opened(1, "c1", 60, 1))
		s <- event(opened(1, "c1", 60, 1)) // at least once
		synctest.Wait()
		require.Equal(t, 1, r.tried)
		require.Equal(t, byte(7), r.reports["c1/1"].GetWord()[31])
		require.Equal(t, "test", r.reports["c1/1"].GetReplicaId())
	})
}

func TestAMachineThatMustNotVoteFollowsAndSaysNothing(t *testing.T) {
	playAs(t, Config{Abstain: true}, 1, fine, func(r rig) {
		r.sessions[0] <- snapshot(&ethmlv1.Snapshot{Models: []*ethmlv1.Model{{Registration: &ethmlv1.ModelRegistered{Id: 1}}},
			OpenBlock:       &ethmlv1.BlockState{Opened: opened(4, "c4", 60, 8), Phase: ethmlv1.Phase_PHASE_COMMIT},
			PendingRequests: []*ethmlv1.PendingRequest{{Request: queued(8, "a")}}})
		r.sessions[0] <- event(queued(9, "b"))
		r.sessions[0] <- event(opened(5, "c5", 60, 9))
		pass(time.Hour)
		require.True(t, r.models[1], "its models are served all the same")
		require.Zero(t, r.tried)
		require.Zero(t, r.times("a")+r.times("b"))
	})
}

func TestItJoinsABlockThatIsOpenAlready(t *testing.T) {
	play(t, 1, fine, func(r rig) {
		r.sessions[0] <- snapshot(&ethmlv1.Snapshot{
			Head:            &ethmlv1.Head{Time: 1010},
			OpenBlock:       &ethmlv1.BlockState{Opened: opened(4, "c4", 60, 8, 9), Phase: ethmlv1.Phase_PHASE_COMMIT},
			PendingRequests: []*ethmlv1.PendingRequest{{Request: queued(8, "a")}, {Request: queued(9, "b")}},
		})
		synctest.Wait()
		require.Len(t, r.reports, 2)
	})
}

func TestItLeavesABlockAloneThatTakesNoCommits(t *testing.T) {
	play(t, 1, fine, func(r rig) {
		r.sessions[0] <- snapshot(&ethmlv1.Snapshot{
			OpenBlock:       &ethmlv1.BlockState{Opened: opened(4, "c4", 60, 8), Phase: ethmlv1.Phase_PHASE_REVEAL},
			PendingRequests: []*ethmlv1.PendingRequest{{Request: queued(8, "a")}},
		})
		synctest.Wait()
		require.Empty(t, r.reports)
	})
}

func TestDataMissingByHalfTheWindowIsUnavailable(t *testing.T) {
	missing := func(context.Context, string, int) Vote {
		return Vote{Status: StatusDataUnavailable, Detail: "nowhere", Again: true}
	}
	play(t, 1, missing, func(r rig) {
		r.sessions[0] <- snapshot(&ethmlv1.Snapshot{})
		r.sessions[0] <- event(queued(1, "a"))
		r.sessions[0] <- event(opened(1, "c1", 60, 1))
		pass(29 * time.Second)
		_, ok := r.status("c1/1")
		require.False(t, ok, "reported before the deadline")
		pass(1100 * time.Millisecond)
		got, ok := r.status("c1/1")
		require.True(t, ok, "not reported by the deadline")
		require.Equal(t, StatusDataUnavailable, got)
		require.Equal(t, "nowhere", r.reports["c1/1"].GetDetail())
	})
}

func TestAVoteThatCannotChangeDoesNotHoldItsBlockUp(t *testing.T) {
	broken := func(context.Context, string, int) Vote { return Vote{Status: StatusModelUnavailable, Detail: "broken"} }
	play(t, 1, broken, func(r rig) {
		r.sessions[0] <- snapshot(&ethmlv1.Snapshot{})
		r.sessions[0] <- event(queued(1, "a"))
		r.sessions[0] <- event(opened(1, "c1", 600, 1))
		synctest.Wait()
		got, ok := r.status("c1/1")
		require.True(t, ok, "held up")
		require.Equal(t, StatusModelUnavailable, got)
	})
}

func TestDataThatComesLateIsStillUsed(t *testing.T) {
	late := func(_ context.Context, _ string, times int) Vote {
		if times < 50 {
			return Vote{Status: StatusDataUnavailable, Again: true}
		}
		return Vote{}
	}
	play(t, 1, late, func(r rig) {
		r.sessions[0] <- snapshot(&ethmlv1.Snapshot{})
		r.sessions[0] <- event(queued(1, "a"))
		r.sessions[0] <- event(opened(1, "c1", 60, 1))
		pass(20 * time.Second)
		got, ok := r.status("c1/1")
		require.True(t, ok)
		require.Equal(t, StatusOK, got)
	})
}

func TestASubmitterThatIsntReadyIsAskedAgainUntilTheBlockEnds(t *testing.T) {
	play(t, 1, fine, func(r rig) {
		unavailable := status.Error(codes.Unavailable, "challenge not seen yet")
		r.answers = []error{unavailable, unavailable, nil}
		r.sessions[0] <- snapshot(&ethmlv1.Snapshot{})
		r.sessions[0] <- event(queued(1, "a"))
		r.sessions[0] <- event(opened(1, "c1", 600, 1))
		pass(10 * time.Second)
		require.Contains(t, r.reports, "c1/1")
		require.Equal(t, 3, r.tried)

		for range 1000 {
			r.answers = append(r.answers, unavailable)
		}
		r.sessions[0] <- event(queued(2, "b"))
		r.sessions[0] <- event(opened(2, "c2", 600, 2))
		pass(10 * time.Second)
		r.sessions[0] <- event(&ethmlv1.CommitClosed{Number: 2})
		synctest.Wait()
		tried := r.tried
		pass(time.Minute)
		require.Equal(t, tried, r.tried, "still asking after commits closed")
	})
}

func TestASupersededReportIsDropped(t *testing.T) {
	for _, code := range []codes.Code{codes.FailedPrecondition, codes.AlreadyExists, codes.InvalidArgument, codes.NotFound} {
		play(t, 1, fine, func(r rig) {
			r.answers = []error{status.Error(code, "no")}
			r.sessions[0] <- snapshot(&ethmlv1.Snapshot{})
			r.sessions[0] <- event(queued(1, "a"))
			r.sessions[0] <- event(opened(1, "c1", 60, 1))
			pass(20 * time.Second)
			require.Equal(t, 1, r.tried, code)
		})
	}
}

func TestABrokenStreamIsJoinedAgainAndItsBlockKeepsGoing(t *testing.T) {
	slow := func(ctx context.Context, _ string, _ int) Vote {
		sleep(ctx, 5*time.Second)
		return Vote{}
	}
	play(t, 2, slow, func(r rig) {
		r.sessions[0] <- snapshot(&ethmlv1.Snapshot{})
		r.sessions[0] <- event(queued(1, "a"))
		r.sessions[0] <- event(opened(1, "c1", 60, 1))
		close(r.sessions[0])
		pass(time.Second)
		r.sessions[1] <- snapshot(&ethmlv1.Snapshot{
			OpenBlock:       &ethmlv1.BlockState{Opened: opened(1, "c1", 60, 1), Phase: ethmlv1.Phase_PHASE_COMMIT},
			PendingRequests: []*ethmlv1.PendingRequest{{Request: queued(1, "a")}},
		})
		pass(20 * time.Second)
		require.Equal(t, 1, r.tried)
		require.Contains(t, r.reports, "c1/1")
	})
}

func TestAReorganisationStartsOverWithTheOtherBranch(t *testing.T) {
	slow := func(ctx context.Context, data string, _ int) Vote {
		if data == "old" {
			sleep(ctx, time.Hour)
		}
		return Vote{}
	}
	play(t, 2, slow, func(r rig) {
		r.sessions[0] <- snapshot(&ethmlv1.Snapshot{})
		r.sessions[0] <- event(queued(1, "old"))
		r.sessions[0] <- event(opened(1, "c1", 60, 1))
		r.sessions[0] <- &ethmlv1.SubscribeResponse{Item: &ethmlv1.SubscribeResponse_Retracted{Retracted: &ethmlv1.Retracted{}}}
		r.sessions[1] <- snapshot(&ethmlv1.Snapshot{
			OpenBlock:       &ethmlv1.BlockState{Opened: opened(1, "c1b", 60, 1), Phase: ethmlv1.Phase_PHASE_COMMIT},
			PendingRequests: []*ethmlv1.PendingRequest{{Request: queued(1, "new")}},
		})
		pass(2 * time.Minute)
		require.Contains(t, r.reports, "c1b/1")
		require.NotContains(t, r.reports, "c1/1")
	})
}

func TestAWatcherThatIsAwayIsWaitedFor(t *testing.T) {
	play(t, 0, fine, func(r rig) {
		pass(time.Minute)
		r.script.mu.Lock()
		r.sessions = append(r.sessions, make(chan *ethmlv1.SubscribeResponse, 10))
		s := r.sessions[0]
		r.script.mu.Unlock()
		s <- snapshot(&ethmlv1.Snapshot{})
		s <- event(queued(1, "a"))
		s <- event(opened(1, "c1", 60, 1))
		pass(5 * time.Second)
		require.Contains(t, r.reports, "c1/1")
	})
}

// pass lets the bubble's time pass, and what is due then happen.
func pass(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}
