// Package server is the submitter's gRPC face: messages to rounds and back, errors to codes, nothing else.
package server

import (
	"context"
	"fmt"
	"log/slog"
	"math/big"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"google.golang.org/grpc/peer"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/work"
)

// Rounds takes reports.
type Rounds interface {
	ReportVote(round.Vote) (used bool, err error)
	ReportSolution(round.Solution) (used bool, err error)
	Rounds() []round.Status
	Latest() round.Head
}

// Accounts tells how the accounts stand.
type Accounts interface {
	Accounts(ctx context.Context) ([]Account, error)
}

// Account is how one account stands; amounts in wei.
type Account struct {
	Address                 common.Address
	Balance, Stake, Rewards *big.Int
	InFlight                int
	CanCommit               bool
}

// Server implements ethml.v1.SubmitterService.
type Server struct {
	ethmlv1.UnimplementedSubmitterServiceServer

	Rounds      Rounds
	Hub         *work.Hub
	Changes     *work.Rounds
	Accounts    Accounts
	ChainID     uint64
	Coordinator common.Address
	Log         *slog.Logger
	// Stopping closes when the service stops: streams end then.
	Stopping <-chan struct{}
}

const (
	maxDetail    = 1024
	maxReplicaID = 64
)

func hash(what string, b []byte) (common.Hash, error) {
	h, err := protocol.HashFromBytes(what, b)
	if err != nil {
		return common.Hash{}, fmt.Errorf("%w: %w", round.ErrMalformed, err)
	}
	return common.Hash(h), nil
}

func replicaID(id string) error {
	if len(id) > maxReplicaID || !utf8.ValidString(id) {
		return fmt.Errorf("%w: replica id takes at most %d bytes of UTF-8, got %d", round.ErrMalformed, maxReplicaID, len(id))
	}
	return nil
}

// ReportPrediction implements ethml.v1.SubmitterService.
func (s *Server) ReportPrediction(_ context.Context, r *ethmlv1.ReportPredictionRequest) (*ethmlv1.ReportPredictionResponse, error) {
	used, err := s.reportPrediction(r)
	if err != nil {
		return nil, toStatus(s.Log, "ReportPrediction", err)
	}
	return &ethmlv1.ReportPredictionResponse{Used: used}, nil
}

func (s *Server) reportPrediction(r *ethmlv1.ReportPredictionRequest) (bool, error) {
	challenge, err := hash("challenge", r.GetChallenge())
	if err != nil {
		return false, err
	}
	word, err := hash("word", r.GetWord())
	if err != nil {
		return false, err
	}
	switch {
	case r.GetRequestId() == 0:
		return false, fmt.Errorf("%w: request ids start at 1", round.ErrMalformed)
	case r.GetStatus() > uint32(protocol.ModelUnavailable):
		return false, fmt.Errorf("%w: status %d, votes use 0 to 4", round.ErrMalformed, r.GetStatus())
	case len(r.GetDetail()) > maxDetail:
		return false, fmt.Errorf("%w: detail takes at most %d bytes, got %d", round.ErrMalformed, maxDetail, len(r.GetDetail()))
	}
	if err := replicaID(r.GetReplicaId()); err != nil {
		return false, err
	}
	return s.Rounds.ReportVote(round.Vote{
		Challenge: challenge, Request: r.GetRequestId(), Replica: r.GetReplicaId(),
		Vote: journal.Vote{Status: uint8(r.GetStatus()), Word: word, Detail: r.GetDetail()},
	})
}

// ReportSolution implements ethml.v1.SubmitterService.
func (s *Server) ReportSolution(_ context.Context, r *ethmlv1.ReportSolutionRequest) (*ethmlv1.ReportSolutionResponse, error) {
	used, err := s.reportSolution(r)
	if err != nil {
		return nil, toStatus(s.Log, "ReportSolution", err)
	}
	return &ethmlv1.ReportSolutionResponse{Used: used}, nil
}

func (s *Server) reportSolution(r *ethmlv1.ReportSolutionRequest) (bool, error) {
	challenge, err := hash("challenge", r.GetChallenge())
	if err != nil {
		return false, err
	}
	nonce, err := hash("nonce", r.GetNonce())
	if err != nil {
		return false, err
	}
	miner, err := protocol.AddressFromBytes("miner", r.GetMiner())
	if err != nil {
		return false, fmt.Errorf("%w: %w", round.ErrMalformed, err)
	}
	if err := replicaID(r.GetReplicaId()); err != nil {
		return false, err
	}
	used, err := s.Rounds.ReportSolution(round.Solution{Challenge: challenge, Miner: common.Address(miner), Nonce: nonce, Replica: r.GetReplicaId()})
	if used {
		s.Hub.Solved(r.GetReplicaId())
	}
	return used, err
}

// ListReplicas implements ethml.v1.SubmitterService.
func (s *Server) ListReplicas(context.Context, *ethmlv1.ListReplicasRequest) (*ethmlv1.ListReplicasResponse, error) {
	out := &ethmlv1.ListReplicasResponse{}
	for _, r := range s.Hub.Replicas() {
		out.Replicas = append(out.Replicas, &ethmlv1.Replica{
			ReplicaId: r.ID, Kernel: r.Kernel, Threads: r.Threads, HashRate: r.HashRate, SecondsSinceReport: r.Silent.Seconds(),
			Solutions: r.Solutions, Peer: r.Peer,
		})
	}
	return out, nil
}

// GetStatus implements ethml.v1.SubmitterService.
func (s *Server) GetStatus(ctx context.Context, _ *ethmlv1.SubmitterServiceGetStatusRequest) (*ethmlv1.SubmitterServiceGetStatusResponse, error) {
	accounts, err := s.Accounts.Accounts(ctx)
	if err != nil {
		s.Log.Warn("accounts not read", "error", err)
		return nil, toStatus(s.Log, "GetStatus", fmt.Errorf("%w: the Ethereum node does not answer: %w", errUnavailable, err))
	}
	head := s.Rounds.Latest()
	out := &ethmlv1.SubmitterServiceGetStatusResponse{
		ChainId: s.ChainID, Coordinator: s.Coordinator[:],
		Head: &ethmlv1.Head{Number: head.Number, Hash: head.Hash[:], Time: head.Time},
	}
	for _, a := range accounts {
		out.Accounts = append(out.Accounts, &ethmlv1.Account{
			Address: a.Address[:], Balance: a.Balance.Bytes(), Stake: a.Stake.Bytes(), Rewards: a.Rewards.Bytes(),
			TransactionsInFlight: uint32(a.InFlight), CanCommit: a.CanCommit,
		})
	}
	return out, nil
}

func peerOf(ctx context.Context) string {
	if p, ok := peer.FromContext(ctx); ok {
		return p.Addr.String()
	}
	return ""
}
