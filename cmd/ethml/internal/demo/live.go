package demo

import (
	"context"
	"fmt"
	"strings"
	"time"

	"google.golang.org/grpc"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// rateMeter asks every operator's pow for its hash rate.
type rateMeter struct {
	conns []*grpc.ClientConn
}

func newRateMeter(nodes []network.Node) *rateMeter {
	m := &rateMeter{}
	for _, n := range nodes {
		for _, target := range n.Pow {
			if conn, err := grpcx.Dial(target, grpcx.ClientConfig{Security: loopback}); err == nil {
				m.conns = append(m.conns, conn)
			}
		}
	}
	return m
}

// total is the sum of what answers in time, in hashes per second.
func (m *rateMeter) total(ctx context.Context) float64 {
	ctx, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
	defer cancel()
	sum := 0.0
	for _, conn := range m.conns {
		if s, err := ethmlv1.NewPowServiceClient(conn).GetStatus(ctx, &ethmlv1.PowServiceGetStatusRequest{}); err == nil {
			sum += s.GetHashRate()
		}
	}
	return sum
}

func (m *rateMeter) close() {
	for _, conn := range m.conns {
		conn.Close()
	}
}

// liveLine is the block in progress in one line: requests, challenge, difficulty, seats, hash rate.
func liveLine(ctx context.Context, p oracle.Progress, rates *rateMeter) string {
	line := fmt.Sprintf("  request %d %s", p.Request.ID, progress.Phase(p, oracle.Seats))
	if p.Block.Number == 0 {
		return line
	}
	ids := make([]string, len(p.Block.Ids))
	for i, id := range p.Block.Ids {
		ids[i] = id.String()
	}
	return fmt.Sprintf("%s | requests %s | challenge %s… | difficulty %s | %s", line, strings.Join(ids, ","),
		common.Hash(p.Block.Challenge).Hex()[:10], p.Block.Difficulty, progress.Rate(rates.total(ctx)))
}
