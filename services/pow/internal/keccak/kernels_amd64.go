//go:build !purego

package keccak

import "golang.org/x/sys/cpu"

// kernels are all kernels of this architecture, fastest first.
func kernels() []Kernel {
	x := cpu.X86
	return []Kernel{
		{
			name: "avx512", laneBits: 3, slice: 1 << 10,
			supported: x.HasAVX512F && x.HasAVX512DQ && x.HasBMI1,
			newWalk:   func() walk { return aligned[walk8]() },
		},
		{
			name: "avx2", laneBits: 2, slice: 1 << 10,
			supported: x.HasAVX2 && x.HasBMI1,
			newWalk:   func() walk { return aligned[walk4]() },
		},
		portable,
	}
}
