package guides

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ethml/ethml/test/internal/system"
)

// Network is what the guides are run against: `ethml demo`, which stays up until End.
type Network struct {
	Dir  string // where everything of it lies
	File string // its network file

	mu    sync.Mutex
	demo  *exec.Cmd
	ended chan error
	read  networkFile
}

// networkFile is what the guides' variables come from.
type networkFile struct {
	RPC             string `json:"rpc"`
	IPFS            string `json:"ipfs"`
	Coordinator     string `json:"coordinator"`
	DeploymentBlock uint64 `json:"deployment_block"`
	Nodes           []struct {
		Watcher   string   `json:"watcher"`
		Inference string   `json:"inference"`
		Submitter string   `json:"submitter"`
		Pow       []string `json:"pow"`
	} `json:"nodes"`
}

var shared Network

// Shared is the network of all guides; the first test that asks for it starts it.
func Shared(t *testing.T) *Network {
	t.Helper()
	shared.mu.Lock()
	defer shared.mu.Unlock()
	if shared.demo == nil {
		shared.start(t)
	}
	return &shared
}

// isUp is what the demo says once it has answered its own two requests.
const isUp = "The network is up."

// networkLimit bounds the network's life, in seconds.
const networkLimit = "900"

// startLimit bounds how long the demo may take to answer its own two requests.
const startLimit = 3 * time.Minute

func (n *Network) start(t *testing.T) {
	t.Helper()
	var err error
	if n.Dir, err = lastingFolder(); err != nil {
		t.Fatal(err)
	}
	n.File = filepath.Join(n.Dir, "network.json")
	log, err := os.Create(filepath.Join(n.Dir, "demo.log"))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	// It outlives the test that starts it, and ends by itself also where this process can't end it.
	n.demo = exec.Command("timeout", "--foreground", "--kill-after=20s", networkLimit, system.Binary(t, "ethml"), "demo",
		"--network", n.File, "--data-dir", filepath.Join(n.Dir, "data"))
	n.demo.Stdout, n.demo.Stderr = log, log
	n.demo.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	if err := n.demo.Start(); err != nil {
		t.Fatal(err)
	}
	n.ended = make(chan error, 1)
	go func() { n.ended <- n.demo.Wait() }()
	ctx, cancel := context.WithTimeout(t.Context(), startLimit)
	defer cancel()
	system.Await(ctx, t, "the demo's two answers", func() error {
		said, err := os.ReadFile(log.Name())
		if err != nil {
			return err
		}
		select {
		case err := <-n.ended:
			n.ended <- err
			t.Fatalf("the demo ended: %v\n%s", err, said)
		default:
		}
		if !strings.Contains(string(said), isUp) {
			return fmt.Errorf("the demo has said:\n%s", said)
		}
		raw, err := os.ReadFile(n.File)
		if err != nil {
			return err
		}
		return json.Unmarshal(raw, &n.read)
	})
}

// lastingFolder is a folder that outlives the test.
func lastingFolder() (string, error) { return os.MkdirTemp("", "ethml-guides-") }

// environment is what every block sees.
func (n *Network) environment(t *testing.T) []string {
	t.Helper()
	node, bin := n.read.Nodes[0], filepath.Dir(system.Binary(t, "ethml"))
	return append(os.Environ(),
		"PATH="+bin+":"+filepath.Join(root(), "bin", "tools")+":"+os.Getenv("PATH"),
		"ETHML_NETWORK="+n.File, "ROOT="+root(), "LOGS="+filepath.Join(n.Dir, "data", "logs"),
		"RPC="+n.read.RPC, "IPFS="+n.read.IPFS, "COORDINATOR="+n.read.Coordinator,
		"DEPLOYMENT_BLOCK="+strconv.FormatUint(n.read.DeploymentBlock, 10),
		"WATCHER="+node.Watcher, "INFERENCE="+node.Inference, "POW="+node.Pow[0], "SUBMITTER="+node.Submitter)
}

// End stops the shared network, if it was started, and removes what it kept; call it from TestMain.
func End() error {
	shared.mu.Lock()
	defer shared.mu.Unlock()
	if shared.demo == nil {
		return nil
	}
	// An error means that it has ended already, and how is told below.
	_ = shared.demo.Process.Signal(syscall.SIGTERM)
	return errors.Join(<-shared.ended, os.RemoveAll(shared.Dir))
}

// root is the repository's root.
func root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..")
}
