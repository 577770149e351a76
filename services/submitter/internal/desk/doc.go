// Package desk carries out what the rounds ask for: it checks each commit and reveal against the chain just before it goes
// out, hands it to the transaction manager, and tells the rounds what became of it. Each account has a worker of its own, so
// that one slow answer holds up one account only.
package desk
