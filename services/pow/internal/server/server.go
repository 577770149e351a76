// Package server answers ethml.v1.PowService.
package server

import (
	"context"
	"crypto/rand"
	"fmt"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/pow/internal/keccak"
	"github.com/ethml/ethml/services/pow/internal/mine"
	"github.com/ethml/ethml/services/pow/internal/search"
)

// Searcher runs searches.
type Searcher interface {
	Search(context.Context, search.Job) (search.Result, error)
}

// Status is what GetStatus tells.
type Status struct {
	ReplicaID string
	Kernel    string
	Threads   int
	Rate      float64 // hashes per second
	Hashes    uint64
	Solutions uint64
	Mining    mine.Status
}

// Server implements ethmlv1.PowServiceServer.
type Server struct {
	ethmlv1.UnimplementedPowServiceServer
	Searcher Searcher
	Status   func() Status
	// Slots bounds the searches that run at once by its capacity.
	Slots chan struct{}
	// Stopping ends running searches when the service stops.
	Stopping <-chan struct{}
}

// progressEvery is how often a running search tells how far it is.
const progressEvery = time.Second

// GetStatus tells what the service is doing.
func (s *Server) GetStatus(context.Context, *ethmlv1.PowServiceGetStatusRequest) (*ethmlv1.PowServiceGetStatusResponse, error) {
	now := s.Status()
	r := &ethmlv1.PowServiceGetStatusResponse{
		ReplicaId:   now.ReplicaID,
		Kernel:      now.Kernel,
		Threads:     uint32(now.Threads),
		HashRate:    now.Rate,
		Hashes:      now.Hashes,
		Solutions:   now.Solutions,
		BlockNumber: now.Mining.Number,
	}
	if now.Mining.Number != 0 {
		r.Challenge = now.Mining.Challenge[:]
	}
	for _, m := range now.Mining.Miners {
		r.Miners = append(r.Miners, m[:])
	}
	return r, nil
}

// jobOf checks a request.
func jobOf(r *ethmlv1.SearchRequest) (job search.Job, err error) {
	challenge, err := protocol.HashFromBytes("challenge", r.GetChallenge())
	if err != nil {
		return job, err
	}
	miner, err := protocol.AddressFromBytes("miner", r.GetMiner())
	if err != nil {
		return job, err
	}
	job.Puzzle = keccak.Puzzle{Challenge: challenge, Miner: miner}
	if job.Target, err = number("target", r.GetTarget()); err != nil {
		return job, err
	}
	if job.Start, err = number("start", r.GetStart()); err != nil {
		return job, err
	}
	if len(r.GetStart()) == 0 {
		rand.Read(job.Start[:8])
	}
	return job, job.Check()
}

// number reads an unsigned big-endian number of at most 32 bytes.
func number(name string, raw []byte) (n [32]byte, err error) {
	if len(raw) > len(n) {
		return n, fmt.Errorf("%s takes at most 32 bytes, got %d", name, len(raw))
	}
	copy(n[len(n)-len(raw):], raw)
	return n, nil
}

// Search looks for a nonce and streams progress.
func (s *Server) Search(r *ethmlv1.SearchRequest, stream grpc.ServerStreamingServer[ethmlv1.SearchResponse]) error {
	job, err := jobOf(r)
	if err != nil {
		return status.Error(codes.InvalidArgument, err.Error())
	}
	select {
	case s.Slots <- struct{}{}:
		defer func() { <-s.Slots }()
	default:
		return status.Errorf(codes.ResourceExhausted, "%d searches run already; try again when one has ended", cap(s.Slots))
	}

	ctx, cancel := context.WithCancel(stream.Context())
	defer cancel()
	type outcome struct {
		search.Result
		err error
	}
	ended := make(chan outcome, 1)
	var hashes atomic.Uint64
	job.Progress = &hashes
	begun := time.Now()
	go func() {
		result, err := s.Searcher.Search(ctx, job)
		ended <- outcome{result, err}
	}()
	ticker := time.NewTicker(progressEvery)
	defer ticker.Stop()
	for {
		select {
		case o := <-ended:
			if o.err != nil {
				return s.statusOf(stream.Context(), o.err)
			}
			return stream.Send(solution(&job, o.Result, time.Since(begun)))
		case <-ticker.C:
			if err := stream.Send(progress(&job, hashes.Load(), time.Since(begun))); err != nil {
				cancel()
				<-ended
				return err
			}
		case <-s.Stopping:
			cancel()
			<-ended
			return status.Error(codes.Unavailable, "the service is stopping")
		}
	}
}

func (s *Server) statusOf(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return status.FromContextError(ctx.Err()).Err()
	}
	return status.Errorf(codes.Internal, "search failed: %v", err)
}

func progress(job *search.Job, hashes uint64, elapsed time.Duration) *ethmlv1.SearchResponse {
	p := &ethmlv1.SearchProgress{Hashes: hashes, ElapsedSeconds: elapsed.Seconds()}
	p.HashRate = float64(hashes) / elapsed.Seconds()
	if hashes > 0 {
		// However long it has run, a search has as much before it as at its start.
		p.ExpectedSecondsLeft = mine.Expected(job.Target) / p.HashRate
	}
	return &ethmlv1.SearchResponse{Result: &ethmlv1.SearchResponse_Progress{Progress: p}}
}

func solution(job *search.Job, r search.Result, elapsed time.Duration) *ethmlv1.SearchResponse {
	hash := protocol.ProofOfWork(job.Challenge, job.Miner, protocol.Hash(r.Nonce))
	return &ethmlv1.SearchResponse{Result: &ethmlv1.SearchResponse_Solution{Solution: &ethmlv1.SearchSolution{
		Nonce:          r.Nonce[:],
		Hash:           hash[:],
		Hashes:         r.Hashes,
		ElapsedSeconds: elapsed.Seconds(),
	}}}
}
