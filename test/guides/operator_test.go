package guides

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/internal/system"
)

// The guide's node takes the fifth seat of a network of four: so it is in every block, and earns.
func TestTheOperatorGuide(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	dir := t.TempDir()
	file := filepath.Join(dir, "network.json")
	four := system.NewProcess(t, dir, "four", "ethml", nil, "demo", "--operators", "4", "--network", file)
	four.Start()
	t.Cleanup(func() {
		if err := four.Stop(); err != nil {
			t.Errorf("the network of four: %v\n%s", err, four.Tail())
		}
	})
	system.Await(ctx, t, "a network of four", func() error {
		select {
		case <-four.Ended():
			t.Fatalf("the network of four ended: %v\n%s", four.Err(), four.Tail())
		default:
		}
		if !strings.Contains(four.Output(), isUp) {
			return errors.New(four.Tail())
		}
		return nil
	})
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	var n networkFile
	require.NoError(t, json.Unmarshal(raw, &n))
	Run(t, "docs/operator-guide.md", map[string]string{
		"ETHML_NETWORK": filepath.Join(dir, "none.json"), "ASK_NETWORK": file, "RPC": n.RPC, "IPFS": n.IPFS, "COORDINATOR": n.Coordinator,
		"DEPLOYMENT_BLOCK": strconv.FormatUint(n.DeploymentBlock, 10),
		"AT_WATCHER":       system.FreeAddress(t), "AT_INFERENCE": system.FreeAddress(t), "AT_POW": system.FreeAddress(t), "AT_SUBMITTER": system.FreeAddress(t),
	})
}
