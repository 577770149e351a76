package deploy

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
)

// Run deploys, or goes on with a deployment that was cut off, or checks one
// that is complete, as its record says.
func Run(ctx context.Context, cfg Config) (*Record, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	cfg = cfg.withDefaults()
	chainID, err := checkChain(ctx, cfg)
	if err != nil {
		return nil, err
	}
	inputs, err := cfg.inputsHash()
	if err != nil {
		return nil, err
	}
	record, err := open(cfg.RecordPath)
	if err != nil {
		return nil, err
	}
	d := &deployment{cfg: cfg, chainID: chainID, record: record}
	if record == nil {
		err = d.begin(ctx)
	} else if err = record.fits(cfg, chainID, inputs); err == nil && record.Complete {
		return record, verifyCode(ctx, cfg.Client, record)
	} else if err == nil {
		err = d.resume()
	}
	if err != nil {
		return nil, err
	}
	if err := d.finish(ctx); err != nil {
		return nil, err
	}
	return d.record, nil
}

type deployment struct {
	cfg     Config
	chainID *big.Int
	record  *Record
	steps   []Step
	// resumed is set where an earlier process sent what is waited for, if it
	// got that far.
	resumed bool
}

// begin plans, signs and records everything.
func (d *deployment) begin(ctx context.Context) error {
	plan, err := NewPlan(ctx, d.cfg)
	if err != nil {
		return err
	}
	if err := plan.CheckBalance(); err != nil {
		return err
	}
	r := &Record{
		Version: recordVersion, ChainID: d.chainID.Uint64(), Deployer: plan.Deployer, Owner: d.cfg.Owner,
		Addresses: plan.Addresses, Parameters: d.cfg.Parameters,
	}
	if r.ParametersHash, err = d.cfg.Parameters.Hash(); err != nil {
		return err
	}
	if r.InputsHash, err = d.cfg.inputsHash(); err != nil {
		return err
	}
	for _, step := range plan.Steps {
		r.Steps = append(r.Steps, StepRecord{
			Name: step.Name, Nonce: step.Nonce, Address: step.Address, CodeHash: step.CodeHash, GasLimit: step.GasLimit,
		})
	}
	d.record, d.steps = r, plan.Steps
	return d.send(ctx, plan.FeeCap, plan.TipCap)
}

// resume lays the same steps out again; the record has what was sent.
func (d *deployment) resume() error {
	_, steps, err := layout(d.cfg, d.record.Steps[0].Nonce)
	if err != nil {
		return err
	}
	d.steps, d.resumed = steps, true
	d.cfg.Log.Info("deployment resumed", slog.String("record", d.cfg.RecordPath))
	return nil
}

// send signs what is not mined yet for these fees, records it, and sends it.
func (d *deployment) send(ctx context.Context, feeCap, tipCap *big.Int) error {
	var transactions []*types.Transaction
	for i := range d.record.Steps {
		step := &d.record.Steps[i]
		if step.Block != 0 {
			continue
		}
		unsigned := types.NewTx(&types.DynamicFeeTx{
			ChainID: d.chainID, Nonce: step.Nonce, GasFeeCap: feeCap, GasTipCap: tipCap,
			Gas: step.GasLimit, To: d.steps[i].To, Data: d.steps[i].Data,
		})
		tx, err := d.cfg.Signer.Sign(ctx, unsigned, d.chainID)
		if err != nil {
			return fmt.Errorf("sign %q: %w", step.Name, err)
		}
		transactions = append(transactions, tx)
		if last := len(step.Sent) - 1; last < 0 || step.Sent[last].Hash != tx.Hash() {
			step.Sent = append(step.Sent, SentTransaction{tx.Hash(), feeCap, tipCap})
		}
	}
	if err := d.record.write(d.cfg.RecordPath); err != nil {
		return err
	}
	for _, tx := range transactions {
		if err := d.cfg.Client.SendTransaction(ctx, tx); err != nil && !alreadySent(err) {
			return fmt.Errorf("send transaction %s: %w", tx.Hash(), err)
		}
	}
	return nil
}

// alreadySent recognises refusals of what the node has, or had and mined; the
// wait that follows finds out which.
func alreadySent(err error) bool {
	text := err.Error()
	return strings.Contains(text, "already known") || strings.Contains(text, "nonce too low") ||
		strings.Contains(text, "replacement transaction underpriced")
}

// finish waits until everything is mined deep enough, and verifies it.
func (d *deployment) finish(ctx context.Context) error {
	progress := time.Now()
	poll := time.NewTicker(d.cfg.PollEvery)
	defer poll.Stop()
	// A run that was cut off may have left before it sent anything.
	unsent := d.resumed
	for {
		mined, done, err := d.collect(ctx)
		if err != nil {
			return err
		}
		switch {
		case done:
			if err := d.verify(ctx); err != nil {
				return err
			}
			d.record.Complete = true
			return d.record.write(d.cfg.RecordPath)
		case unsent, time.Since(progress) > d.cfg.ResendAfter:
			sent, err := d.resend(ctx)
			if err != nil {
				return err
			}
			if sent {
				unsent, progress = false, time.Now()
			}
		case mined:
			progress = time.Now()
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("wait for %q: %w", d.waitingFor(), context.Cause(ctx))
		case <-poll.C:
		}
	}
}

func (d *deployment) waitingFor() string {
	for _, step := range d.record.Steps {
		if step.Block == 0 {
			return step.Name
		}
	}
	return "confirmations"
}

// collect looks for receipts: of what is not mined as far as is known, and once
// all is, of everything again, since a reorg may have undone some.
func (d *deployment) collect(ctx context.Context) (mined, done bool, err error) {
	var last uint64
	for i := range d.record.Steps {
		step := &d.record.Steps[i]
		if step.Block == 0 {
			receipt, err := d.receipt(ctx, *step)
			if err != nil {
				return mined, false, err
			}
			if receipt == nil {
				break // nonces are used in order
			}
			step.Block, step.GasUsed, mined = receipt.BlockNumber.Uint64(), receipt.GasUsed, true
			if d.record.Block == 0 {
				d.record.Block = step.Block
			}
			d.cfg.Log.Debug("deployment step mined", slog.String("step", step.Name),
				slog.Uint64("block", step.Block), slog.Uint64("gas_used", step.GasUsed))
		}
		last = max(last, step.Block)
	}
	if mined {
		if err := d.record.write(d.cfg.RecordPath); err != nil {
			return mined, false, err
		}
	}
	if slices.ContainsFunc(d.record.Steps, func(s StepRecord) bool { return s.Block == 0 }) {
		return mined, false, nil
	}
	head, err := d.cfg.Client.BlockNumber(ctx)
	if err != nil {
		return mined, false, fmt.Errorf("read head: %w", err)
	}
	if head < last+d.cfg.Confirmations {
		return mined, false, nil
	}
	if d.cfg.Confirmations == 0 {
		return mined, true, nil
	}
	lost, err := d.forgetLost(ctx)
	return mined, !lost && err == nil, err
}

// forgetLost marks the steps that a reorg has undone, or moved, as not mined.
func (d *deployment) forgetLost(ctx context.Context) (lost bool, err error) {
	for i := range d.record.Steps {
		step := &d.record.Steps[i]
		receipt, err := d.receipt(ctx, *step)
		if err != nil {
			return lost, err
		}
		if receipt == nil || receipt.BlockNumber.Uint64() != step.Block {
			d.cfg.Log.Warn("deployment step lost in a reorg", slog.String("step", step.Name))
			step.Block, step.GasUsed, lost = 0, 0, true
		}
	}
	if !lost {
		return false, nil
	}
	d.record.Block = d.record.Steps[0].Block
	return true, d.record.write(d.cfg.RecordPath)
}

// receipt finds the receipt of whichever version of the step was mined; nil if
// none was.
func (d *deployment) receipt(ctx context.Context, step StepRecord) (*types.Receipt, error) {
	for i := len(step.Sent) - 1; i >= 0; i-- {
		hash := step.Sent[i].Hash
		receipt, err := d.cfg.Client.TransactionReceipt(ctx, hash)
		switch {
		case errors.Is(err, ethereum.NotFound) || stillIndexing(err):
		case err != nil:
			return nil, fmt.Errorf("read receipt of %s: %w", hash, err)
		case receipt.Status != types.ReceiptStatusSuccessful:
			return nil, fmt.Errorf("%s failed in transaction %s, block %s: deploy anew, with another record file", step.Name, hash, receipt.BlockNumber)
		default:
			return receipt, nil
		}
	}
	return nil, nil
}

// stillIndexing is what a geth that has just started says of transactions that it may find later.
func stillIndexing(err error) bool {
	return err != nil && strings.Contains(err.Error(), "transaction indexing is in progress")
}

// resend sends again what is not mined, for higher fees where the network asks
// for them. It reports false if it must be called again, for something was
// mined just now.
func (d *deployment) resend(ctx context.Context) (bool, error) {
	nonce, err := d.cfg.Client.NonceAt(ctx, d.record.Deployer, nil)
	if err != nil {
		return false, fmt.Errorf("read nonce of %s: %w", d.record.Deployer, err)
	}
	var waiting *StepRecord
	for i := range d.record.Steps {
		if d.record.Steps[i].Block == 0 {
			waiting = &d.record.Steps[i]
			break
		}
	}
	if waiting == nil {
		return true, nil
	}
	if nonce > waiting.Nonce {
		// Mined after collect looked, or by somebody else.
		receipt, err := d.receipt(ctx, *waiting)
		if err != nil || receipt != nil {
			return false, err
		}
		return false, fmt.Errorf("nonce %d of %s, meant for %q, was used by another transaction: deploy anew, with another record file, from an account used for nothing else",
			waiting.Nonce, d.record.Deployer, waiting.Name)
	}
	feeCap, tipCap, _, err := fees(ctx, d.cfg)
	if err != nil {
		return false, err
	}
	if sent := waiting.Sent; len(sent) > 0 {
		last := sent[len(sent)-1]
		if feeCap.Cmp(last.FeeCap) <= 0 && tipCap.Cmp(last.TipCap) <= 0 {
			feeCap, tipCap = last.FeeCap, last.TipCap // the same again: the node may have dropped it
		} else {
			feeCap, tipCap = raised(feeCap, last.FeeCap), raised(tipCap, last.TipCap)
		}
		if d.cfg.MaxFee != nil && feeCap.Cmp(d.cfg.MaxFee) > 0 {
			d.cfg.Log.Warn("fee limit keeps the deployment waiting", slog.String("max_fee", d.cfg.MaxFee.String()))
			feeCap, tipCap = last.FeeCap, last.TipCap
		}
	}
	d.cfg.Log.Info("deployment transactions sent again", slog.String("from_step", waiting.Name), slog.String("fee_cap", feeCap.String()))
	return true, d.send(ctx, feeCap, tipCap)
}

// raised is the larger of what the network asks for and what nodes accept as a
// replacement, a tenth more and some.
func raised(asked, last *big.Int) *big.Int {
	least := new(big.Int).Add(last, new(big.Int).Div(last, big.NewInt(8)))
	least.Add(least, big.NewInt(1))
	if asked.Cmp(least) > 0 {
		return asked
	}
	return least
}
