package service

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/desk"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/server"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
	"github.com/ethml/ethml/services/submitter/internal/work"
)

type metrics struct {
	events    *prometheus.CounterVec
	txs       *prometheus.CounterVec
	gas       *prometheus.CounterVec
	spent     *prometheus.CounterVec
	claimed   *prometheus.CounterVec
	slashed   *prometheus.CounterVec
	balance   *prometheus.GaugeVec
	stake     *prometheus.GaugeVec
	rewards   *prometheus.GaugeVec
	broadcast prometheus.Histogram
}

func newMetrics(r prometheus.Registerer, hub *work.Hub, connected func() error, inFlight func() int) (*metrics, error) {
	opts := func(name, help string) prometheus.Opts {
		return prometheus.Opts{Namespace: "ethml", Subsystem: "submitter", Name: name, Help: help}
	}
	m := &metrics{
		events: prometheus.NewCounterVec(prometheus.CounterOpts(opts("events_total",
			"Reports taken in (prediction, solution) and rounds that ended (round), by what became of them.")), []string{"event", "outcome"}),
		txs: prometheus.NewCounterVec(prometheus.CounterOpts(opts("transactions_total",
			"Transactions by what they were for and what became of them.")), []string{"kind", "outcome"}),
		gas:   prometheus.NewCounterVec(prometheus.CounterOpts(opts("gas_used_total", "Gas used by mined transactions.")), []string{"kind"}),
		spent: prometheus.NewCounterVec(prometheus.CounterOpts(opts("fees_ether_total", "Ether paid for gas.")), []string{"kind"}),
		claimed: prometheus.NewCounterVec(prometheus.CounterOpts(opts("claimed_eml_total",
			"EML that the accounts were paid, by where it came from.")), []string{"source"}),
		slashed: prometheus.NewCounterVec(prometheus.CounterOpts(opts("slashed_eml_total",
			"EML of stake that the accounts lost, by why.")), []string{"cause"}),
		balance: prometheus.NewGaugeVec(prometheus.GaugeOpts(opts("balance_ether", "Ether that an account has for gas.")), []string{"account"}),
		stake:   prometheus.NewGaugeVec(prometheus.GaugeOpts(opts("stake_eml", "EML that an account has staked.")), []string{"account"}),
		rewards: prometheus.NewGaugeVec(prometheus.GaugeOpts(opts("rewards_eml", "EML that an account has earned and not claimed.")), []string{"account"}),
		broadcast: prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: "ethml", Subsystem: "submitter", Name: "report_to_broadcast_seconds",
			Help:    "From the last report a commit needed to its broadcast.",
			Buckets: []float64{.002, .004, .008, .012, .016, .02, .03, .05, .1, .25, 1, 5}}),
	}
	for _, kind := range []string{"commit", "reveal", "close", "settle", "open", "expire", "claim"} {
		m.gas.WithLabelValues(kind)
		m.spent.WithLabelValues(kind)
	}
	for _, source := range []string{"subsidy", "tips"} {
		m.claimed.WithLabelValues(source)
	}
	for _, cause := range []string{causeHidden, causeMinority} {
		m.slashed.WithLabelValues(cause)
	}
	m.events.WithLabelValues("round", journal.Missed.String())
	var errs []error
	for _, c := range []prometheus.Collector{m.events, m.txs, m.gas, m.spent, m.broadcast, m.claimed, m.slashed, m.balance, m.stake, m.rewards,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(opts("watcher_connected", "Whether the watcher's stream is up.")), func() float64 {
			if connected() == nil {
				return 1
			}
			return 0
		}),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(opts("transactions_in_flight", "Transactions sent and not yet mined.")),
			func() float64 { return float64(inFlight()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(opts("replicas", "Pow replicas connected.")),
			func() float64 { return float64(len(hub.Replicas())) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(opts("hash_rate", "Hashes per second of all pow replicas.")), func() float64 {
			var sum float64
			for _, r := range hub.Replicas() {
				sum += r.HashRate
			}
			return sum
		}),
	} {
		errs = append(errs, r.Register(c))
	}
	return m, errors.Join(errs...)
}

func kindOf(key string) string {
	kind, _, _ := strings.Cut(key, "/")
	return kind
}

func (m *metrics) outcome(o txmgr.Outcome) {
	kind := kindOf(o.Key)
	m.txs.WithLabelValues(kind, o.Kind.String()).Inc()
	if o.GasUsed > 0 {
		m.gas.WithLabelValues(kind).Add(float64(o.GasUsed))
	}
	if o.Fee != nil {
		m.spent.WithLabelValues(kind).Add(tokens(o.Fee))
	}
}

// tokens turns wei, of ether or EML, into whole ones.
func tokens(wei *big.Int) float64 {
	whole, _ := new(big.Float).Quo(new(big.Float).SetInt(wei), big.NewFloat(1e18)).Float64()
	return whole
}

func tokensOf(wei []byte) float64 { return tokens(new(big.Int).SetBytes(wei)) }

// Causes of a slash.
const (
	causeHidden   = "did_not_reveal"
	causeMinority = "minority"
)

func (m *metrics) wasSlashed(e *ethmlv1.MinerSlashed) {
	cause := causeHidden
	if e.GetCause() != 0 {
		cause = causeMinority
	}
	m.slashed.WithLabelValues(cause).Add(tokensOf(e.GetAmount()))
}

func (m *metrics) wasPaid(e *ethmlv1.RewardsClaimed) {
	m.claimed.WithLabelValues("subsidy").Add(tokensOf(e.GetMinted()))
	m.claimed.WithLabelValues("tips").Add(tokensOf(e.GetTips()))
}

// watchRounds registers what is read from the rounds when asked for.
func watchRounds(r prometheus.Registerer, rounds *round.Machine, d *desk.Desk) error {
	unrevealed := func() float64 {
		n := 0
		for _, s := range rounds.Rounds() {
			if s.Round.State == journal.Committed || s.Round.State == journal.Revealing {
				n++
			}
		}
		if b := rounds.Situation().Block; n == 0 || b == nil || b.Phase != round.RevealPhase {
			return 0
		}
		return float64(n)
	}
	return errors.Join(
		r.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: "ethml", Subsystem: "submitter", Name: "pending_reveals",
			Help: "Seats whose reveal is due and not seen on chain yet."}, unrevealed)),
		r.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Namespace: "ethml", Subsystem: "submitter", Name: "reveal_deadline_timestamp_seconds",
			Help: "When the reveal phase ends that a reveal was last sent in, since the Unix epoch; 0 before."},
			func() float64 { return float64(d.RevealsUntil()) })))
}

// accountsEvery is how often the accounts' books are read for the metrics.
const accountsEvery = 30 * time.Second

// watchAccounts keeps the accounts' gauges until ctx ends.
func (m *metrics) watchAccounts(ctx context.Context, accounts server.Accounts, log *slog.Logger) {
	ticker := time.NewTicker(accountsEvery)
	defer ticker.Stop()
	for {
		limit, cancel := context.WithTimeout(ctx, accountsEvery/2)
		all, err := accounts.Accounts(limit)
		cancel()
		if err != nil && ctx.Err() == nil {
			log.Debug("accounts not read", "error", err)
		}
		for _, a := range all {
			if err != nil {
				break
			}
			m.balance.WithLabelValues(a.Address.Hex()).Set(tokens(a.Balance))
			m.stake.WithLabelValues(a.Address.Hex()).Set(tokens(a.Stake))
			m.rewards.WithLabelValues(a.Address.Hex()).Set(tokens(a.Rewards))
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

func (m *metrics) latency(d time.Duration) { m.broadcast.Observe(d.Seconds()) }
