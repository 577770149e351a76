package e2e

import (
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/internal/system"
)

// A program that can't work says why in one line on standard error, names the thing and the remedy, and exits non-zero.
func TestAStartThatCannotWorkSaysWhyInOneLine(t *testing.T) {
	dir := t.TempDir()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	nobody := system.FreeAddress(t)
	const coordinator = "0x002dF952e0E8d0Ee66771b03914bb53Bb393d204"
	network := filepath.Join(dir, "network.json")
	require.NoError(t, os.WriteFile(network, []byte(`{"rpc":"http://`+nobody+`","coordinator":"`+coordinator+`"}`), 0o600))

	for name, c := range map[string]struct {
		program string
		args    []string
		env     string
		want    []string
	}{
		"a missing library": {
			program: "inference", args: []string{"--plaintext", "--watcher", nobody, "--submitter", nobody, "--ipfs", "http://" + nobody, "--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0"},
			env: "ETHML_ONNXRUNTIME_LIB=" + filepath.Join(dir, "none.so"), want: []string{"none.so", "make onnxruntime", "ETHML_ONNXRUNTIME_LIB"},
		},
		"a taken port of a service": {
			program: "pow", args: []string{"--plaintext", "--watcher", nobody, "--submitter", nobody, "--listen", taken.Addr().String(), "--admin-listen", "127.0.0.1:0"},
			want: []string{taken.Addr().String(), "--listen"},
		},
		"a taken port of the dev chain": {
			program: "ethml", args: []string{"devnet", "--http", taken.Addr().String(), "--ws", "127.0.0.1:0", "--content-listen", "127.0.0.1:0"},
			want: []string{taken.Addr().String(), "stop the program", "--http"},
		},
		"a taken port of the demo's explorer": {
			program: "ethml", args: []string{"demo", "--once", "--explorer", taken.Addr().String(), "--network", filepath.Join(dir, "demo.json")},
			want: []string{taken.Addr().String(), "stop the program", "--explorer"},
		},
		"an unreachable Ethereum node": {
			program: "ethml", args: []string{"status", "--network", network}, want: []string{nobody, "ethml demo"},
		},
		"an unreachable node of a submitter": {
			program: "submitter", args: []string{"--plaintext", "--rpc", "http://" + nobody, "--coordinator", coordinator, "--watcher", nobody, "--keystore", dir,
				"--password-file", network, "--data-dir", filepath.Join(dir, "s"), "--connect-wait", "1s", "--log-level", "error", "--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0"},
			want: []string{nobody, "--rpc"},
		},
		"no network": {
			program: "ethml", args: []string{"request", "--network", filepath.Join(dir, "none.json"), "--model", "1", "--values", "1"},
			want: []string{"none.json", "ethml demo", "--network"},
		},
		"no transport security": {
			program: "watcher", args: []string{"--rpc", "http://" + nobody, "--coordinator", coordinator, "--data-dir", filepath.Join(dir, "w")}, want: []string{"--tls-cert", "--plaintext"},
		},
		"a malformed address": {
			program: "watcher", args: []string{"--plaintext", "--rpc", "http://" + nobody, "--coordinator", "0x12", "--data-dir", filepath.Join(dir, "w")}, want: []string{"0x12", "40 hex"},
		},
		"a misspelt flag": {program: "ethml", args: []string{"demo", "--onec"}, want: []string{"--onec", "--once"}},
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			cmd := exec.CommandContext(ctx, system.Binary(t, c.program), c.args...)
			if c.env != "" {
				cmd.Env = append(os.Environ(), c.env)
			}
			out, err := cmd.CombinedOutput()
			require.Error(t, err, "%s", out)
			text := strings.TrimSpace(string(out))
			require.NotContains(t, text, "\n", "one line")
			require.NotContains(t, text, "goroutine", "no stack trace")
			require.True(t, strings.HasPrefix(text, c.program+": "), text)
			for _, want := range c.want {
				require.Contains(t, text, want)
			}
		})
	}
}
