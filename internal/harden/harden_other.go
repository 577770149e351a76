//go:build !linux

package harden

// NoDumps is for Linux only; elsewhere the system's own settings hold.
func NoDumps() error { return nil }
