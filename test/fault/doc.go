// Package fault runs whole networks of real processes, breaks them by a seed's plan, and has the chain judged afterwards.
// README.md tells how.
package fault
