//go:build !linux

package search

// lowerPriority does nothing where threads have no niceness of their own.
func lowerPriority(int) {}
