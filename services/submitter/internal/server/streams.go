package server

import (
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/work"
)

// WatchWork implements ethml.v1.SubmitterService.
func (s *Server) WatchWork(stream ethmlv1.SubmitterService_WatchWorkServer) error {
	return toStatus(s.Log, "WatchWork", s.watchWork(stream))
}

func (s *Server) watchWork(stream ethmlv1.SubmitterService_WatchWorkServer) error {
	first, err := stream.Recv()
	if err != nil {
		return ended(err)
	}
	if err := checkReplica(first); err != nil {
		return err
	}
	member := s.Hub.Join(work.Replica{
		ID: first.GetReplicaId(), Kernel: first.GetKernel(), Threads: first.GetThreads(), HashRate: first.GetHashRate(), Peer: peerOf(stream.Context()),
	})
	defer member.Leave()
	gone := make(chan error, 1)
	go func() {
		for {
			m, err := stream.Recv()
			if err == nil {
				err = checkReplica(m)
			}
			if err != nil {
				gone <- err
				return
			}
			member.Report(m.GetKernel(), m.GetThreads(), m.GetHashRate())
		}
	}()
	for {
		w, changed := s.Hub.Work()
		if err := stream.Send(workOf(w)); err != nil {
			return ended(err)
		}
		select {
		case <-changed:
		case err := <-gone:
			return ended(err)
		case <-member.Replaced():
			return work.ErrReplaced
		case <-s.Stopping:
			return errUnavailable
		case <-stream.Context().Done():
			return stream.Context().Err()
		}
	}
}

// ended makes the end that the client chose a good one.
func ended(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	if errors.Is(err, round.ErrMalformed) {
		return err
	}
	return fmt.Errorf("%w: stream broken: %w", errUnavailable, err)
}

func checkReplica(r *ethmlv1.WatchWorkRequest) error {
	if r.GetReplicaId() == "" {
		return fmt.Errorf("%w: a replica needs a name", round.ErrMalformed)
	}
	if rate := r.GetHashRate(); math.IsNaN(rate) || math.IsInf(rate, 0) || rate < 0 {
		return fmt.Errorf("%w: hash rate %v", round.ErrMalformed, rate)
	}
	return replicaID(r.GetReplicaId())
}

func workOf(w round.Work) *ethmlv1.WatchWorkResponse {
	if len(w.Miners) == 0 {
		return &ethmlv1.WatchWorkResponse{}
	}
	out := &ethmlv1.WatchWorkResponse{Challenge: w.Challenge[:], BlockNumber: w.Number, Target: targetOf(w.Target)}
	for _, m := range w.Miners {
		out.Miners = append(out.Miners, m[:])
	}
	return out
}

func targetOf(t protocol.TargetSchedule) *ethmlv1.TargetSchedule {
	return &ethmlv1.TargetSchedule{
		Difficulty: t.Difficulty.Bytes(), OpenedAt: t.OpenedAt, CommitWindowSeconds: uint64(t.CommitWindow.Seconds()),
	}
}

// WatchRounds implements ethml.v1.SubmitterService.
func (s *Server) WatchRounds(_ *ethmlv1.WatchRoundsRequest, stream ethmlv1.SubmitterService_WatchRoundsServer) error {
	// Watching begins before the first look, so that nothing falls between.
	watcher := s.Changes.Watch()
	defer watcher.Stop()
	send := func(all []round.Status) error {
		for _, r := range all {
			if err := stream.Send(&ethmlv1.WatchRoundsResponse{Round: roundOf(r)}); err != nil {
				return ended(err)
			}
		}
		return nil
	}
	if err := send(s.Rounds.Rounds()); err != nil {
		return toStatus(s.Log, "WatchRounds", err)
	}
	for {
		select {
		case <-watcher.Signal():
			if err := send(watcher.Take()); err != nil {
				return toStatus(s.Log, "WatchRounds", err)
			}
		case <-s.Stopping:
			return toStatus(s.Log, "WatchRounds", errUnavailable)
		case <-stream.Context().Done():
			return toStatus(s.Log, "WatchRounds", stream.Context().Err())
		}
	}
}

func roundOf(r round.Status) *ethmlv1.Round {
	out := &ethmlv1.Round{
		Challenge: r.Round.Challenge[:], BlockNumber: r.Round.Number, Miner: r.Round.Miner[:], State: ethmlv1.RoundState(r.Round.State),
		RequestIds: r.Requests, Predictions: uint32(len(r.Votes)), Solved: r.Round.Nonce != nil, Detail: r.Round.Detail,
	}
	if r.TxHash != ([32]byte{}) {
		out.TransactionHash = r.TxHash[:]
	}
	for _, v := range r.Votes {
		out.Votes = append(out.Votes, &ethmlv1.Vote{RequestId: v.Request, Status: uint32(v.Status), Word: v.Word[:], Detail: v.Detail})
	}
	return out
}
