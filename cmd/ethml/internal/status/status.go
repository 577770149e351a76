// Package status gathers how a network and its nodes are doing, for `ethml status`.
package status

import (
	"context"
	"errors"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"google.golang.org/grpc"
	grpcstatus "google.golang.org/grpc/status"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// callLimit bounds each question to a service.
const callLimit = 3 * time.Second

// Report is the whole status.
type Report struct {
	Chain Chain  `json:"chain"`
	Nodes []Node `json:"nodes"`
}

// Chain is the virtual chain as the coordinator tells it.
type Chain struct {
	Coordinator string   `json:"coordinator"`
	Block       uint64   `json:"virtual_block"`
	Phase       string   `json:"phase"`
	Difficulty  *big.Int `json:"difficulty"`
	Seats       uint64   `json:"seats"`
	Reveals     uint64   `json:"reveals"`
	Requests    []uint64 `json:"requests_in_block"`
	Waiting     uint64   `json:"requests_waiting"`
}

// Node is one operator's node. Err fields say why a service could not be asked; they are empty when it answered.
type Node struct {
	Name      string    `json:"name"`
	Watcher   Watcher   `json:"watcher"`
	Inference Inference `json:"inference"`
	Submitter Submitter `json:"submitter"`
	Replicas  []Replica `json:"pow"`
}

// Watcher is the watcher's status.
type Watcher struct {
	Err    string `json:"error,omitempty"`
	State  string `json:"state,omitempty"`
	Detail string `json:"detail,omitempty"`
	Head   uint64 `json:"head"`
	Lag    uint64 `json:"lag_blocks"`
	Events uint64 `json:"events"`
}

// Inference is the inference service's status.
type Inference struct {
	Err    string  `json:"error,omitempty"`
	Models []Model `json:"models,omitempty"`
}

// Model is a model as a node serves it.
type Model struct {
	ID     uint64 `json:"id"`
	Name   string `json:"name,omitempty"`
	State  string `json:"state"`
	Detail string `json:"detail,omitempty"`
}

// Submitter is the submitter's status.
type Submitter struct {
	Err      string    `json:"error,omitempty"`
	Accounts []Account `json:"accounts,omitempty"`
}

// Account is one account of a submitter; amounts in wei.
type Account struct {
	Address   string   `json:"address"`
	Balance   *big.Int `json:"balance_wei"`
	Stake     *big.Int `json:"stake_wei"`
	EML       *big.Int `json:"eml_wei"`     // held; a submitter claims rewards into it by itself
	Rewards   *big.Int `json:"rewards_wei"` // not claimed yet
	InFlight  uint32   `json:"transactions_in_flight"`
	CanCommit bool     `json:"can_commit"`
}

// Replica is a pow replica as its submitter sees it.
type Replica struct {
	ID      string  `json:"replica_id"`
	Kernel  string  `json:"kernel"`
	Threads uint32  `json:"threads"`
	Rate    float64 `json:"hashes_per_second"`
}

// Gather asks the chain and every service of every node. A service that can't be asked is part of the report.
func Gather(ctx context.Context, net *network.Network, o *oracle.Oracle, security grpcx.Security) (*Report, error) {
	r := &Report{Chain: Chain{Coordinator: net.Coordinator.Hex()}}
	block, err := o.Block(ctx)
	if err != nil {
		return nil, err
	}
	waiting, err := o.OpenRequests(ctx)
	if err != nil {
		return nil, err
	}
	r.Chain.Block, r.Chain.Difficulty, r.Chain.Waiting = block.Number, block.Difficulty, waiting
	r.Chain.Phase = []string{"idle", "commit", "reveal"}[min(int(block.Phase), 2)]
	if block.Phase != 0 {
		r.Chain.Seats, r.Chain.Reveals = block.Seats.Uint64(), block.Reveals.Uint64()
		for _, id := range block.Ids {
			r.Chain.Requests = append(r.Chain.Requests, id.Uint64())
		}
	}
	r.Nodes = make([]Node, len(net.Nodes))
	var asking sync.WaitGroup
	for i, n := range net.Nodes {
		asking.Go(func() { r.Nodes[i] = GatherNode(ctx, n, security) })
	}
	asking.Wait()
	if err := r.readTokens(ctx, o); err != nil {
		return nil, err
	}
	return r, nil
}

// readTokens fills in the EML of all nodes' accounts.
func (r *Report) readTokens(ctx context.Context, o *oracle.Oracle) error {
	var accounts []*Account
	var addresses []common.Address
	for _, n := range r.Nodes {
		for i := range n.Submitter.Accounts {
			a := &n.Submitter.Accounts[i]
			accounts, addresses = append(accounts, a), append(addresses, common.HexToAddress(a.Address))
		}
	}
	if len(accounts) == 0 {
		return nil
	}
	held, err := o.Tokens(ctx, addresses...)
	if err != nil {
		return err
	}
	for i, a := range accounts {
		a.EML = held[i]
	}
	return nil
}

// GatherNode asks every service of one node.
func GatherNode(ctx context.Context, n network.Node, security grpcx.Security) Node {
	node := Node{Name: n.Name, Watcher: askWatcher(ctx, n.Watcher, security), Inference: askInference(ctx, n.Inference, security)}
	node.Submitter, node.Replicas = askSubmitter(ctx, n.Submitter, security)
	return node
}

// ask dials a service, puts one question and closes the connection.
func ask[T any](ctx context.Context, role, target string, security grpcx.Security, question func(context.Context, grpc.ClientConnInterface) (T, error)) (T, string) {
	ctx, cancel := context.WithTimeout(ctx, callLimit)
	defer cancel()
	conn, err := grpcx.Dial(target, grpcx.ClientConfig{Security: security, Role: role})
	if err != nil {
		var none T
		return none, err.Error()
	}
	defer conn.Close()
	answer, err := question(ctx, conn)
	if err != nil {
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return answer, target + " doesn't answer"
		}
		return answer, target + ": " + grpcstatus.Convert(err).Message()
	}
	return answer, ""
}

func askWatcher(ctx context.Context, target string, security grpcx.Security) Watcher {
	s, problem := ask(ctx, grpcx.RoleWatcher, target, security, func(ctx context.Context, c grpc.ClientConnInterface) (*ethmlv1.WatcherServiceGetStatusResponse, error) {
		return ethmlv1.NewWatcherServiceClient(c).GetStatus(ctx, &ethmlv1.WatcherServiceGetStatusRequest{})
	})
	return Watcher{Err: problem, State: enum(s.GetState().String(), "WATCHER_STATE_"), Detail: s.GetDetail(),
		Head: s.GetHead().GetNumber(), Lag: s.GetLagBlocks(), Events: s.GetEvents()}
}

func askInference(ctx context.Context, target string, security grpcx.Security) Inference {
	s, problem := ask(ctx, grpcx.RoleInference, target, security, func(ctx context.Context, c grpc.ClientConnInterface) (*ethmlv1.ListModelsResponse, error) {
		return ethmlv1.NewInferenceServiceClient(c).ListModels(ctx, &ethmlv1.ListModelsRequest{})
	})
	i := Inference{Err: problem}
	for _, m := range s.GetModels() {
		i.Models = append(i.Models, Model{ID: m.GetId(), Name: m.GetName(), State: enum(m.GetState().String(), "MODEL_STATE_"), Detail: m.GetDetail()})
	}
	return i
}

func askSubmitter(ctx context.Context, target string, security grpcx.Security) (Submitter, []Replica) {
	type both struct {
		status   *ethmlv1.SubmitterServiceGetStatusResponse
		replicas *ethmlv1.ListReplicasResponse
	}
	b, problem := ask(ctx, grpcx.RoleSubmitter, target, security, func(ctx context.Context, c grpc.ClientConnInterface) (b both, err error) {
		client := ethmlv1.NewSubmitterServiceClient(c)
		if b.status, err = client.GetStatus(ctx, &ethmlv1.SubmitterServiceGetStatusRequest{}); err != nil {
			return b, err
		}
		b.replicas, err = client.ListReplicas(ctx, &ethmlv1.ListReplicasRequest{})
		return b, err
	})
	s := Submitter{Err: problem}
	for _, a := range b.status.GetAccounts() {
		s.Accounts = append(s.Accounts, Account{
			Address: hexAddress(a.GetAddress()), Balance: wei(a.GetBalance()), Stake: wei(a.GetStake()), Rewards: wei(a.GetRewards()),
			InFlight: a.GetTransactionsInFlight(), CanCommit: a.GetCanCommit(),
		})
	}
	var replicas []Replica
	for _, p := range b.replicas.GetReplicas() {
		replicas = append(replicas, Replica{ID: p.GetReplicaId(), Kernel: p.GetKernel(), Threads: p.GetThreads(), Rate: p.GetHashRate()})
	}
	return s, replicas
}
