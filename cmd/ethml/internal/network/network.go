// Package network describes a network that a person can talk to: the file that `ethml demo`, `devnet` and `deploy`
// write and that `request` and `status` read.
package network

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
)

// Network says where a network's parts are.
type Network struct {
	Name        string         `json:"name"`
	RPC         string         `json:"rpc"`          // Ethereum JSON-RPC, http:// or ws://
	WS          string         `json:"ws,omitempty"` // Ethereum JSON-RPC, ws://
	IPFS        string         `json:"ipfs"`         // kubo RPC, or the devnet's content store
	ChainID     uint64         `json:"chain_id"`
	Coordinator common.Address `json:"coordinator"`
	Consumer    common.Address `json:"consumer"` // the deployed PredictionConsumer

	DeploymentBlock uint64           `json:"deployment_block"`    // Ethereum block in which the deployment began
	Operators       []common.Address `json:"operators,omitempty"` // dev accounts that were given a stake
	Nodes           []Node           `json:"nodes,omitempty"`     // services that run on this machine
}

// Node says where one operator's services serve gRPC.
type Node struct {
	Name      string         `json:"name"`
	Operator  common.Address `json:"operator"`
	Watcher   string         `json:"watcher"`
	Inference string         `json:"inference"`
	Pow       []string       `json:"pow"`
	Submitter string         `json:"submitter"`
}

// DefaultPath is where the local network's file lies unless told otherwise.
func DefaultPath() string {
	if dir, err := os.UserCacheDir(); err == nil {
		return filepath.Join(dir, "ethml", "network.json")
	}
	return filepath.Join(os.TempDir(), "ethml-network.json")
}

// Read reads a network file.
func Read(path string) (*Network, error) {
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no network file at %s: start a local network with `ethml demo`, or name another file with --network", path)
	}
	if err != nil {
		return nil, fmt.Errorf("read network file: %w", err)
	}
	var n Network
	if err := json.Unmarshal(raw, &n); err != nil {
		return nil, fmt.Errorf("read network file %s: %w", path, err)
	}
	if n.RPC == "" || n.Coordinator == (common.Address{}) {
		return nil, fmt.Errorf("network file %s names no rpc or no coordinator: deploy with `ethml deploy`, or name another file with --network", path)
	}
	return &n, nil
}

// Write replaces the file at path as a whole, so that a reader never sees half of it.
func (n *Network) Write(path string) error {
	raw, err := json.MarshalIndent(n, "", "  ")
	if err != nil {
		return fmt.Errorf("write network file: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("write network file: %w", err)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".network-*")
	if err != nil {
		return fmt.Errorf("write network file: %w", err)
	}
	_, err = tmp.Write(append(raw, '\n'))
	err = errors.Join(err, tmp.Chmod(0o644), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write network file: %w", errors.Join(err, os.Remove(tmp.Name())))
	}
	return nil
}
