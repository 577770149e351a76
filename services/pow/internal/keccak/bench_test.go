package keccak

import "testing"

// BenchmarkKernel measures whole batches, set-up included; ns/op is for one hash.
func BenchmarkKernel(b *testing.B) {
	for _, k := range Kernels() {
		b.Run(k.name, func(b *testing.B) {
			p := &Puzzle{Target: [32]byte{31: 1}}
			n := Nonce{}
			s := k.NewScanner(p, n)
			done := uint64(0)
			for done < uint64(b.N) {
				if s.Done() {
					n = n.AddBatches(1)
					s.Reset(p, n)
				}
				_, hashes, err := s.Scan()
				if err != nil {
					b.Fatal(err)
				}
				done += hashes
			}
		})
	}
}

func BenchmarkLibrary(b *testing.B) {
	p, v := &Puzzle{}, newVerifier()
	for i := range b.N {
		v.keccak256(p, Nonce{}.Add(uint64(i)))
	}
}

func BenchmarkReset(b *testing.B) {
	for _, k := range Kernels() {
		b.Run(k.name, func(b *testing.B) {
			s := k.NewScanner(&Puzzle{}, Nonce{})
			for b.Loop() {
				s.Reset(&s.puzzle, s.base)
			}
		})
	}
}
