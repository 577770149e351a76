//go:build compose

package compose

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/internal/system"
)

const (
	project = "ethml-test"
	// helper is an image with a shell that is there anyway, for looking into volumes and killing processes.
	helper = "ethereum/client-go:v1.17.7"
)

// root is the repository's.
var root, _ = filepath.Abs(filepath.Join("..", ".."))

// stack is one compose project.
type stack struct {
	project string
	files   []string // compose files; none: the one that .env names
	env     []string
	ports   map[string]string // knob to port
}

// newStack describes the local network under a name and on ports of its own, and removes what an earlier run left.
func newStack(t testing.TB, files ...string) *stack {
	t.Helper()
	s := &stack{project: project, files: files, ports: map[string]string{}}
	for _, knob := range []string{"CHAIN_HTTP", "CHAIN_WS", "IPFS_API", "IPFS_GATEWAY", "WATCHER", "INFERENCE", "SUBMITTER", "EXPLORER"} {
		_, port, err := net.SplitHostPort(system.FreeAddress(t))
		require.NoError(t, err)
		s.ports[knob] = port
		s.env = append(s.env, "ETHML_"+knob+"_PORT="+port)
	}
	s.compose(t, "down", "--volumes", "--remove-orphans", "--timeout", "5")
	t.Cleanup(func() {
		if t.Failed() {
			out, _ := s.run(context.Background(), "logs", "--no-color", "--tail", "60")
			t.Logf("the end of the containers' logs:\n%s", out)
		}
		s.compose(t, "down", "--volumes", "--remove-orphans", "--timeout", "5")
	})
	return s
}

// run runs compose and gives what it printed.
func (s *stack) run(ctx context.Context, args ...string) (string, error) {
	program := os.Getenv("ETHML_COMPOSE")
	if program == "" {
		program = filepath.Join(root, "bin", "tools", "docker-compose")
	}
	for _, file := range slices.Backward(s.files) {
		args = append([]string{"-f", file}, args...)
	}
	cmd := exec.CommandContext(ctx, program, append([]string{"--project-name", s.project, "--ansi", "never", "--progress", "plain"}, args...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), s.env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("compose %s: %w\n%s", strings.Join(args, " "), err, out)
	}
	return string(out), err
}

// compose runs compose and fails the test if that fails.
func (s *stack) compose(t testing.TB, args ...string) string {
	t.Helper()
	out, err := s.run(context.Background(), args...)
	require.NoError(t, err)
	return out
}

// docker runs the engine's client and gives its standard output.
func docker(t testing.TB, args ...string) string {
	t.Helper()
	out, err := dockerContext(context.Background(), args...)
	require.NoError(t, err)
	return out
}

// dockerContext gives both outputs together when the command fails, which is where the client's own words are.
func dockerContext(ctx context.Context, args ...string) (string, error) {
	var out, problems bytes.Buffer
	cmd := exec.CommandContext(ctx, "docker", args...)
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil {
		return out.String() + problems.String(), fmt.Errorf("docker %s: %w\n%s%s", strings.Join(args, " "), err, &out, &problems)
	}
	return strings.TrimSpace(out.String()), nil
}

// container is what the engine says of one.
type container struct {
	ID    string `json:"Id"`
	Name  string
	Image string
	State struct {
		Status   string
		Pid      int
		ExitCode int
		Health   *struct{ Status string }
	}
	RestartCount int
	Config       struct {
		User  string
		Image string
	}
	HostConfig struct {
		ReadonlyRootfs bool
		CapDrop        []string
		SecurityOpt    []string
		Memory         int64
		NanoCpus       int64
		PortBindings   map[string][]struct{ HostIP, HostPort string }
	}
}

// containers of a service, stopped ones too; of all services without a name.
func (s *stack) containers(t testing.TB, service string) []container {
	t.Helper()
	filter := []string{"ps", "--all", "--quiet", "--no-trunc", "--filter", "label=com.docker.compose.project=" + s.project}
	if service != "" {
		filter = append(filter, "--filter", "label=com.docker.compose.service="+service)
	}
	ids := strings.Fields(docker(t, filter...))
	if len(ids) == 0 {
		return nil
	}
	var all []container
	require.NoError(t, json.Unmarshal([]byte(docker(t, append([]string{"inspect"}, ids...)...)), &all))
	return all
}

// one is the only container of a service.
func (s *stack) one(t testing.TB, service string) container {
	t.Helper()
	all := s.containers(t, service)
	require.Len(t, all, 1, service)
	return all[0]
}

// kill ends the first process of a container as kill -9 does, behind the engine's back: what the engine kills itself, it
// doesn't restart.
func (s *stack) kill(t testing.TB, c container) {
	t.Helper()
	require.NotZero(t, c.State.Pid, "%s is %s", c.Name, c.State.Status)
	docker(t, "run", "--rm", "--pid", "host", "--entrypoint", "kill", helper, "-9", strconv.Itoa(c.State.Pid))
}

// awaitHealthy waits until a service's containers are all running and those with a check healthy.
func (s *stack) awaitHealthy(ctx context.Context, t testing.TB, service string) {
	t.Helper()
	system.Await(ctx, t, service+" to be healthy", func() error {
		all := s.containers(t, service)
		if len(all) == 0 {
			return errors.New("no container")
		}
		for _, c := range all {
			if c.State.Status != "running" {
				return fmt.Errorf("%s is %s", c.Name, c.State.Status)
			}
			if c.State.Health != nil && c.State.Health.Status != "healthy" {
				return fmt.Errorf("%s is %s", c.Name, c.State.Health.Status)
			}
		}
		return nil
	})
}

// logs of a service.
func (s *stack) logs(t testing.TB, service string) string {
	t.Helper()
	return s.compose(t, "logs", "--no-color", "--no-log-prefix", service)
}

// errorLines are the lines of a service's log above the level of a warning.
func (s *stack) errorLines(t testing.TB, service string) []string {
	t.Helper()
	var found []string
	for line := range strings.Lines(s.logs(t, service)) {
		var entry struct{ Level string }
		if json.Unmarshal([]byte(line), &entry) == nil && strings.EqualFold(entry.Level, "error") {
			found = append(found, line)
		}
	}
	return found
}

// networkFile reads what deploy wrote.
func (s *stack) networkFile(t testing.TB) string {
	t.Helper()
	return docker(t, "run", "--rm", "--volume", s.project+"_network:/network:ro", "--entrypoint", "cat", helper, "/network/network.json")
}

// deployment is the part of the network file that tests need.
type deployment struct {
	Coordinator common.Address `json:"coordinator"`
	Consumer    common.Address `json:"consumer"`
}

func (s *stack) deployment(t testing.TB) deployment {
	t.Helper()
	var d deployment
	require.NoError(t, json.Unmarshal([]byte(s.networkFile(t)), &d))
	require.NotZero(t, d.Coordinator)
	require.NotZero(t, d.Consumer)
	return d
}

// dial connects to the chain's published port.
func (s *stack) dial(ctx context.Context, t testing.TB) *ethclient.Client {
	t.Helper()
	client, err := ethclient.DialContext(ctx, "http://127.0.0.1:"+s.ports["CHAIN_HTTP"])
	require.NoError(t, err)
	t.Cleanup(client.Close)
	return client
}

// awaitBlocks waits until the chain has grown by that many blocks: the tests' clock.
func (s *stack) awaitBlocks(ctx context.Context, t testing.TB, client *ethclient.Client, n uint64) {
	t.Helper()
	start, err := client.BlockNumber(ctx)
	require.NoError(t, err)
	system.Await(ctx, t, fmt.Sprintf("%d blocks", n), func() error {
		now, err := client.BlockNumber(ctx)
		if err == nil && now < start+n {
			err = fmt.Errorf("at block %d of %d", now, start+n)
		}
		return err
	})
}

// operator is deploy/operator.compose.yml on this stack's chain and IPFS, as far as its containers have to come up.
func (s *stack) operator(t testing.TB, env ...string) *stack {
	t.Helper()
	o := &stack{project: s.project + "-operator", files: []string{filepath.Join("deploy", "operator.compose.yml")}}
	o.env = append([]string{
		"ETHML_OPERATOR_RPC=http://127.0.0.1:1", "ETHML_OPERATOR_IPFS=http://127.0.0.1:1", "ETHML_CHAIN_ID=1337",
		"ETHML_COORDINATOR=" + s.deployment(t).Coordinator.Hex(),
	}, env...)
	t.Cleanup(func() { o.compose(t, "down", "--volumes", "--timeout", "1") })
	return o
}

// waitForExit is how long a container may take to find out that it can't do its work.
const waitForExit = 60 * time.Second

func imageVersion() string {
	if v := os.Getenv("ETHML_IMAGE_TAG"); v != "" {
		return v
	}
	return "local"
}
