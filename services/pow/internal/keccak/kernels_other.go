//go:build !amd64 || purego

package keccak

// kernels are all kernels of this architecture, fastest first.
func kernels() []Kernel { return []Kernel{portable} }
