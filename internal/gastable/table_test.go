package gastable

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// table is what forge measured, by row.
type table map[string]struct{ Gas, Budget uint64 }

func readTable(t *testing.T) table {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "contracts", "test", "gas", "snapshot.json"))
	require.NoError(t, err, "make -C contracts gas writes it")
	var rows table
	require.NoError(t, json.Unmarshal(raw, &rows))
	return rows
}

// check holds a sum of receipts to the budget, and to forge's figure within half a percent: the chains differ in
// addresses, hashes and times, and with them in how many bytes of calldata are zero.
func (rows table) check(t *testing.T, row string, receipts uint64) {
	t.Helper()
	want, known := rows[row]
	require.True(t, known, "snapshot.json has no row %s", row)
	t.Logf("%-34s receipts %9d, forge %9d, budget %9d", row, receipts, want.Gas, want.Budget)
	require.LessOrEqual(t, receipts, want.Budget, row)
	require.InEpsilon(t, want.Gas, receipts, 0.005, row)
}

func TestReceiptsOfABlockOfOneAreTheTables(t *testing.T) {
	rows, p := readTable(t), start(t)
	p.warmUp()
	request := p.ask()
	rows.check(t, "request_open_gas", request)
	commits := p.commitAll(p.alike(1))
	reveals := p.revealAll()
	rows.check(t, "commit_gas", dearest(commits))
	rows.check(t, "reveal_gas_block1", dearest(reveals[:4]))
	rows.check(t, "gas_per_prediction_block1", request+sum(commits)+sum(reveals))
	p.requireAnswered(1)
}

func TestReceiptsOfARequestAreTheTablesHoweverManyWait(t *testing.T) {
	rows, p := readTable(t), start(t)
	p.warmUp()
	p.ask()
	at10 := p.fillTo(10)
	at10000 := p.fillTo(10_000)
	rows.check(t, "request_gas_open10", at10)
	rows.check(t, "request_gas_open10000", at10000)
	require.InEpsilon(t, at10, at10000, 0.01, "10,000 waiting within 1 %% of 10")
}

func TestReceiptsOfFullBlocksAreTheTables(t *testing.T) {
	rows, p := readTable(t), start(t)
	p.warmUp()
	p.ask()
	requests := sum(p.wait(p.consumer, 500))
	p.answer(1)

	commits := p.commitAll(p.alike(7))
	reveals := p.revealAll()
	rows.check(t, "reveal_gas_block32", dearest(reveals[:4]))
	rows.check(t, "gas_per_prediction_block32", requests/500+(sum(commits)+sum(reveals))/32)
	p.requireAnswered(7)

	commits = p.commitAll(p.mixed())
	reveals = p.revealAll()
	settling := p.settle()
	rows.check(t, "gas_per_prediction_block32_mixed", requests/500+(sum(commits)+sum(reveals)+settling)/32)
	p.requireAnswered(7)
}

func TestReceiptOfTheWorstSettlementIsTheTables(t *testing.T) {
	rows, p := readTable(t), start(t)
	p.warmUp()
	p.ask()
	p.wait(p.burner(), 96)
	p.answer(1)
	p.commitAll(p.mixed())
	p.revealAll()
	rows.check(t, "worst_settle_gas", p.settle())
	p.requireAnswered(7)
	require.True(t, p.view(p.ids[0]).Undelivered, "every callback burnt all it got")
}

func sum(gas []uint64) (total uint64) {
	for _, g := range gas {
		total += g
	}
	return total
}

func dearest(gas []uint64) (most uint64) {
	for _, g := range gas {
		most = max(most, g)
	}
	return most
}
