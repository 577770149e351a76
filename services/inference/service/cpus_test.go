//go:build cpus

package service

import (
	"fmt"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/models"
	"github.com/ethml/ethml/services/inference/internal/codec"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/pool"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

// cpus are processors with AVX2 that qemu can play; this machine's own is
// compared with them.
var cpus = []string{"Haswell", "EPYC", "max"}

// TestAProcessorWithoutAVX2ServesAndDoesNotVote plays one of 2008.
func TestAProcessorWithoutAVX2ServesAndDoesNotVote(t *testing.T) {
	qemu, err := exec.LookPath("qemu-x86_64")
	if err != nil {
		t.Fatal("qemu-x86_64 isn't there: install it (apt-get install qemu-user)")
	}
	self := workertest.Command(t)[0]
	for cpu, says := range map[string]string{"Nehalem": "doesn't vote", "Haswell": "votes"} {
		out, err := exec.CommandContext(t.Context(), qemu, "-cpu", cpu, self, "votes").CombinedOutput()
		require.NoError(t, err, "%s", out)
		require.Contains(t, string(out), says, cpu)
	}
	p, err := pool.New(pool.Config{Command: append([]string{qemu, "-cpu", "Nehalem"}, workertest.Command(t)...),
		Library: workertest.Library(t), AllowUnsandboxed: true, ModelsPerWorker: 8})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, p.Close()) })
	examples, err := models.All()
	require.NoError(t, err)
	for _, e := range examples {
		m, err := manifest.Parse(e.ManifestJSON)
		require.NoError(t, err)
		slow := specOf(e.ONNX)
		slow.Limit, slow.Memory = time.Minute, 8192
		r, err := p.Run(t.Context(), slow, []frame.Tensor{decode(t, m, m.Golden[0].Data)}, nil)
		require.NoError(t, err, e.Name)
		require.NotEmpty(t, r.Outputs)
	}
}

// TestWordsAreTheSameOnOtherProcessors runs the example models' golden cases in
// workers under qemu-user, and compares every output bit by bit.
func TestWordsAreTheSameOnOtherProcessors(t *testing.T) {
	qemu, err := exec.LookPath("qemu-x86_64")
	if err != nil {
		t.Fatal("qemu-x86_64 isn't there: install it (apt-get install qemu-user)")
	}
	native := lab(t)
	examples, err := models.All()
	require.NoError(t, err)
	for _, cpu := range cpus {
		// qemu-user knows no seccomp.
		p, err := pool.New(pool.Config{Command: append([]string{qemu, "-cpu", cpu}, workertest.Command(t)...),
			Library: workertest.Library(t), AllowUnsandboxed: true, ModelsPerWorker: 8})
		require.NoError(t, err)
		for _, e := range examples {
			t.Run(fmt.Sprint(cpu, "/", e.Name), func(t *testing.T) {
				m, err := manifest.Parse(e.ManifestJSON)
				require.NoError(t, err)
				c := codec.Codec{Kind: codec.Kind(m.Output.Codec), Decimals: int(m.Output.Decimals)}
				slow := specOf(e.ONNX)
				slow.Limit, slow.Memory = time.Minute, 8192
				for i, g := range m.Golden {
					in := []frame.Tensor{decode(t, m, g.Data)}
					here, err := native.Run(t.Context(), specOf(e.ONNX), in, nil)
					require.NoError(t, err)
					there, err := p.Run(t.Context(), slow, in, nil)
					require.NoError(t, err)
					require.Equal(t, here.Outputs, there.Outputs, "case %d", i)
					for _, o := range there.Outputs {
						if o.Name == m.Output.Name {
							word, err := c.Encode(&o)
							require.NoError(t, err)
							require.Equal(t, g.Word, codec.Decimal(word.Word))
						}
					}
				}
			})
		}
		require.NoError(t, p.Close())
	}
}
