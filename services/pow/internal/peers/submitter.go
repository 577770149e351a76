package peers

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/pow/internal/mine"
)

// Worker is told what needs mining.
type Worker interface {
	SetWork(mine.Work)
}

// Replica is what a submitter is told of this replica.
type Replica struct {
	ID      string
	Threads int
	Kernel  func() string
	Rate    func() float64 // hashes per second
}

// rateEvery is how often the submitter is told of the rate.
const rateEvery = 2 * time.Second

// Submitter follows the submitter's work and reports solutions to it.
type Submitter struct {
	Client  ethmlv1.SubmitterServiceClient
	Worker  Worker
	Replica Replica
	Logger  *slog.Logger
	Link    Link
	streams uint64 // used by Run's goroutine only
}

// Run follows the work until ctx ends.
func (s *Submitter) Run(ctx context.Context) { keepUp(ctx, s.Logger, &s.Link, s.follow) }

func (s *Submitter) follow(ctx context.Context, up func()) error {
	stream, err := s.Client.WatchWork(ctx, grpc.WaitForReady(true))
	if err != nil {
		return err
	}
	if err := s.announce(stream); err != nil {
		return err
	}
	done := make(chan struct{})
	defer func() { <-done }()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		defer close(done)
		s.tell(ctx, stream)
	}()
	s.streams++
	for {
		r, err := stream.Recv()
		if err != nil {
			return err
		}
		up()
		work, err := workOf(r)
		if err != nil {
			return fmt.Errorf("work from the submitter: %w", err)
		}
		work.Stream = s.streams
		s.Worker.SetWork(work)
	}
}

type workStream = grpc.BidiStreamingClient[ethmlv1.WatchWorkRequest, ethmlv1.WatchWorkResponse]

// tell sends the rate now and then. An error shows up in Recv as well.
func (s *Submitter) tell(ctx context.Context, stream workStream) {
	ticker := time.NewTicker(rateEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if s.announce(stream) != nil {
				return
			}
		}
	}
}

func (s *Submitter) announce(stream workStream) error {
	return stream.Send(&ethmlv1.WatchWorkRequest{
		ReplicaId: s.Replica.ID,
		Kernel:    s.Replica.Kernel(),
		Threads:   uint32(s.Replica.Threads),
		HashRate:  s.Replica.Rate(),
	})
}

func workOf(r *ethmlv1.WatchWorkResponse) (mine.Work, error) {
	if len(r.GetChallenge()) == 0 {
		return mine.Work{}, nil
	}
	challenge, err := protocol.HashFromBytes("challenge", r.GetChallenge())
	if err != nil {
		return mine.Work{}, err
	}
	work := mine.Work{Challenge: challenge}
	for _, raw := range r.GetMiners() {
		miner, err := protocol.AddressFromBytes("miner", raw)
		if err != nil {
			return mine.Work{}, err
		}
		work.Miners = append(work.Miners, miner)
	}
	return work, nil
}

// Report hands a solution in.
func (s *Submitter) Report(ctx context.Context, solution mine.Solution) (used bool, err error) {
	answer, err := s.Client.ReportSolution(ctx, &ethmlv1.ReportSolutionRequest{
		Challenge: solution.Challenge[:],
		Miner:     solution.Miner[:],
		Nonce:     solution.Nonce[:],
		ReplicaId: s.Replica.ID,
	})
	switch status.Code(err) {
	case codes.FailedPrecondition, codes.AlreadyExists:
		return false, fmt.Errorf("report solution: %w: %w", mine.ErrSuperseded, err)
	case codes.InvalidArgument:
		return false, fmt.Errorf("report solution: %w: %w", mine.ErrRefused, err)
	case codes.OK:
		return answer.GetUsed(), nil
	default:
		return false, fmt.Errorf("report solution: %w", err)
	}
}
