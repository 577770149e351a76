package view

import (
	"slices"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

// Counts are requests by state, and blocks.
type Counts struct {
	Queued    uint64 `json:"queued"`
	Assigned  uint64 `json:"assigned"`
	Answered  uint64 `json:"answered"`
	Failed    uint64 `json:"failed"`
	Cancelled uint64 `json:"cancelled"`
	Expired   uint64 `json:"expired"`
	Requests  uint64 `json:"requests"`
	Blocks    uint64 `json:"blocks"`
	Voids     uint64 `json:"void_blocks"`
	Subsidy   Wei    `json:"subsidy_wei"` // earned by miners in all, tips apart
	Slashed   Wei    `json:"slashed_wei"`
}

func countsOf(t *index.Totals) Counts {
	c := Counts{Queued: t.States[protocol.RequestQueued], Assigned: t.States[protocol.RequestAssigned],
		Answered: t.States[protocol.RequestAnswered], Failed: t.States[protocol.RequestFailed],
		Cancelled: t.States[protocol.RequestCancelled], Expired: t.States[protocol.RequestExpired],
		Blocks: t.Blocks, Voids: t.Voids, Subsidy: WeiOf(t.Subsidy), Slashed: WeiOf(t.Burnt)}
	c.Requests = c.Queued + c.Assigned + c.Answered + c.Failed + c.Cancelled + c.Expired
	return c
}

// ByState are the states' names and counts, in the order of a request's life.
func (c Counts) ByState() []StateCount {
	return []StateCount{{"queued", c.Queued}, {"assigned", c.Assigned}, {"answered", c.Answered}, {"failed", c.Failed},
		{"cancelled", c.Cancelled}, {"expired", c.Expired}}
}

// StateCount is how many requests are in a state.
type StateCount struct {
	State string
	Count uint64
}

// Series is something over time.
type Series struct {
	Name   string       `json:"name"`
	Title  string       `json:"title"`
	Unit   string       `json:"unit"`
	Note   string       `json:"note"`
	Points [][2]float64 `json:"points"` // time (seconds since the Unix epoch) and value
}

// Overview is the front page.
type Overview struct {
	Status   Status       `json:"status"`
	Counts   Counts       `json:"counts"`
	Blocks   []BlockRow   `json:"blocks"`
	Requests []RequestRow `json:"requests"`
	Series   []Series     `json:"series"`
	Span     int          `json:"span_blocks"` // how many blocks the series go back
}

const (
	overviewBlocks   = 12
	overviewRequests = 8
	// MaxSpan is how many blocks plots go back at most, DefaultSpan how many by default.
	MaxSpan, DefaultSpan = 1000, 120
)

// Overview gives the front page, with plots over span blocks.
func (v *Views) Overview(span int) (*Overview, error) {
	out := &Overview{Span: span}
	err := v.Index.View(func(r *index.Reader) (err error) {
		if out.Status, err = v.status(r); err != nil {
			return err
		}
		t, err := r.Totals()
		if err != nil {
			return err
		}
		out.Counts = countsOf(t)
		blocks, _, err := r.Blocks(index.Page{Limit: overviewBlocks})
		if err != nil {
			return err
		}
		out.Blocks = blockRows(blocks)
		requests, _, err := r.Requests(index.Page{Limit: overviewRequests})
		if err != nil {
			return err
		}
		if out.Requests, err = v.models(r).requestRows(requests); err != nil {
			return err
		}
		points, _, err := r.Points(index.Page{Limit: span})
		if err != nil {
			return err
		}
		out.Series, err = v.series(r, points)
		return err
	})
	return out, err
}

// maxGasBlocks bounds the blocks whose receipts are asked for.
const maxGasBlocks = 120

// rateBlocks is how many blocks an estimate of the hash rate looks at: operators also wait before they search, for data that
// is slow to come, so that a single block tells little.
const rateBlocks = 5

// middle is the median; of two in the middle the greater, since what is wrong with an estimate makes it too small.
func middle(values []float64) float64 {
	return slices.Sorted(slices.Values(values))[len(values)/2]
}

func (v *Views) series(r *index.Reader, newest []*index.Point) ([]Series, error) {
	answer := Series{Name: "answer_seconds", Title: "Time to answer", Unit: "s", Points: [][2]float64{}, Note: "mean over the answers of a block, from request to settlement"}
	difficulty := Series{Name: "difficulty", Title: "Difficulty", Unit: "hashes", Points: [][2]float64{}, Note: "mean hashes to a solution, as the block opened"}
	rate := Series{Name: "hash_rate", Title: "Network hash rate", Unit: "H/s", Points: [][2]float64{}, Note: "estimated: the work that the seats stand for, over the time the commits took; the middle one of five blocks"}
	gas := Series{Name: "gas_per_prediction", Title: "Gas per prediction", Unit: "gas", Points: [][2]float64{}, Note: "commits, reveals and settlement of a block, over its answers"}
	reward := Series{Name: "rewards", Title: "Rewards", Unit: "EML", Points: [][2]float64{}, Note: "subsidy and tips of a block"}
	var rates []float64
	for i := len(newest) - 1; i >= 0; i-- {
		p := newest[i]
		if p.Opened == 0 {
			continue
		}
		add := func(s *Series, at uint64, value float64) { s.Points = append(s.Points, [2]float64{float64(at), value}) }
		add(&difficulty, p.Opened, p.Difficulty)
		if p.Closed > 0 && p.Seats > 0 {
			rates = append(rates[max(0, len(rates)-rateBlocks+1):], p.Work/float64(max(1, p.Closed-min(p.Opened, p.Closed))))
			add(&rate, p.Closed, middle(rates))
		}
		if p.Ended > 0 && p.Answered > 0 {
			add(&answer, p.Ended, float64(p.Seconds)/float64(p.Answered))
			add(&reward, p.Ended, p.Subsidy+p.Tips)
		}
		if v.Gas == nil || p.Answered == 0 || i >= maxGasBlocks {
			continue
		}
		b, err := r.Block(p.Number)
		if err != nil {
			return nil, err
		}
		if b == nil {
			continue
		}
		if used := v.gasOf(b); used != nil {
			add(&gas, p.Ended, float64(*used)/float64(p.Answered))
		}
	}
	return []Series{answer, difficulty, rate, gas, reward}, nil
}
