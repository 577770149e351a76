package oracle

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/internal/protocol"
)

// End is a request that has ended.
type End struct {
	ID       uint64                 `json:"request_id"`
	Model    uint64                 `json:"model_id"`
	Status   protocol.RequestStatus `json:"-"`
	Result   string                 `json:"result"` // the value, or why there is none
	EthBlock uint64                 `json:"ethereum_block"`
}

// Ends reads the requests that ended within the Ethereum blocks from and to, oldest first, at most the newest n.
func (o *Oracle) Ends(ctx context.Context, from, to uint64, n int) ([]End, error) {
	logs, err := o.backend.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to), Addresses: []common.Address{o.coordinator},
		Topics: [][]common.Hash{{topic("RequestAnswered"), topic("RequestFailed"), topic("RequestCancelled"), topic("RequestExpired")}},
	})
	if err != nil {
		return nil, fmt.Errorf("read the ends of requests: %w", err)
	}
	var ends []End
	for _, l := range logs[max(len(logs)-n, 0):] {
		if len(l.Topics) < 2 {
			continue
		}
		view, err := o.Status(ctx, l.Topics[1].Big().Uint64())
		if err != nil {
			return nil, err
		}
		e := End{ID: l.Topics[1].Big().Uint64(), Model: view.ModelId.Uint64(), Status: statusOf(view), EthBlock: l.BlockNumber}
		switch e.Status {
		case protocol.RequestAnswered:
			if e.Result, err = o.value(ctx, e.Model, Signed(view.Prediction)); err != nil {
				return nil, err
			}
		case protocol.RequestFailed:
			e.Result = protocol.Status(view.Reason).String()
		default:
			e.Result = e.Status.String()
		}
		ends = append(ends, e)
	}
	return ends, nil
}
