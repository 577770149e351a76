// Package gastable holds the figures of the contracts' gas table to receipts: its tests play the table's rows on a real
// Ethereum node, in process, add up gasUsed of all parties' transactions, and compare with what forge measured, which is
// committed in contracts/test/gas/snapshot.json, and with the budgets there.
package gastable
