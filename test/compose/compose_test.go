//go:build compose

package compose

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/test/internal/system"
)

func TestMain(m *testing.M) {
	code := m.Run()
	if err := writeMetrics(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// The four services of a node, in the order in which a request passes them.
var services = []string{"watcher", "inference", "pow", "submitter"}

// TestCompose brings the local network up once and puts it through everything that can happen to it in turn.
func TestCompose(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 15*time.Minute)
	defer cancel()
	s := newStack(t)

	started := time.Now()
	s.compose(t, "up", "--detach")
	client := s.dial(ctx, t)
	asker := newAsker(ctx, t, client, s.deployment(t))

	t.Run("the two documented requests are answered within a minute", func(t *testing.T) {
		require.NoError(t, firstAnswer(ctx, asker))
		metrics["up_to_first_prediction_s"] = time.Since(started).Seconds()
		for id := range asker.want {
			asker.awaitAnswer(ctx, t, id)
		}
		t.Logf("first prediction after %.1f s", metrics["up_to_first_prediction_s"])
		require.Less(t, metrics["up_to_first_prediction_s"], 60.0)
		require.Equal(t, len(documented), asker.audit(ctx, t))
	})
	t.Run("the explorer shows what was answered, and asks", func(t *testing.T) { s.requireExplorer(ctx, t, asker) })
	t.Run("every container is confined", func(t *testing.T) { s.requireConfined(t) })
	t.Run("any client of the Open Inference Protocol reaches the published port", func(t *testing.T) {
		conn := s.grpc(t, "INFERENCE")
		system.Await(ctx, t, "model 1", func() error {
			ready, err := inference.NewGRPCInferenceServiceClient(conn).ModelReady(ctx, &inference.ModelReadyRequest{Name: "1"})
			if err == nil && !ready.Ready {
				err = errors.New("not ready")
			}
			return err
		})
	})
	t.Run("an idle network is small and quiet", func(t *testing.T) {
		for _, service := range services {
			s.awaitHealthy(ctx, t, service)
		}
		s.awaitBlocks(ctx, t, client, 10)
		before, at := s.cpuSeconds(t), time.Now()
		s.awaitBlocks(ctx, t, client, 30)
		metrics["idle_cpu_percent"] = 100 * (s.cpuSeconds(t) - before) / time.Since(at).Seconds()
		metrics["idle_rss_mb"] = s.residentMB(t)
		t.Logf("idle: %.0f MB resident, %.1f %% of a core", metrics["idle_rss_mb"], metrics["idle_cpu_percent"])
		require.LessOrEqual(t, metrics["idle_rss_mb"], 700.0)
		require.LessOrEqual(t, metrics["idle_cpu_percent"], 15.0)
	})
	t.Run("pow scales from one to three and back while requests flow", func(t *testing.T) {
		stop := asker.flow(ctx, t)
		at := time.Now()
		s.compose(t, "up", "--detach", "--scale", "pow=3")
		s.awaitReplicas(ctx, t, 3)
		metrics["scale_pickup_s"] = time.Since(at).Seconds()
		t.Logf("three replicas after %.1f s", metrics["scale_pickup_s"])
		require.LessOrEqual(t, metrics["scale_pickup_s"], 20.0)
		s.awaitBlocks(ctx, t, client, 6)
		s.compose(t, "up", "--detach", "--scale", "pow=1")
		gone := time.Now()
		s.awaitReplicas(ctx, t, 1)
		require.LessOrEqual(t, time.Since(gone), 10*time.Second, "replicas that are gone stay listed")
		stop()
		for _, service := range services {
			require.Empty(t, s.errorLines(t, service), service)
		}
	})
	t.Run("status lists the replicas with their rates", func(t *testing.T) {
		out := s.compose(t, "run", "--rm", "-T", "ethml", "status")
		require.Contains(t, out, "H/s", out)
	})
	t.Run("a second inference is a hot standby", func(t *testing.T) {
		s.compose(t, "up", "--detach", "--scale", "inference=2")
		s.awaitHealthy(ctx, t, "inference")
		both := s.containers(t, "inference")
		require.Len(t, both, 2)
		docker(t, "pause", both[0].ID)
		asker.awaitAnswer(ctx, t, asker.send(ctx, t, 0))
		docker(t, "unpause", both[0].ID)
		docker(t, "pause", both[1].ID)
		asker.awaitAnswer(ctx, t, asker.send(ctx, t, 1))
		docker(t, "unpause", both[1].ID)
		s.compose(t, "up", "--detach", "--scale", "inference=1")
	})
	for i, service := range []string{"watcher", "inference", "pow", "submitter", "ipfs"} {
		t.Run("killed with a request in hand, "+service+" comes back and loses nothing", func(t *testing.T) {
			c := s.one(t, service)
			id := asker.send(ctx, t, i)
			s.kill(t, c)
			system.Await(ctx, t, service+" to be started again", func() error {
				now := s.one(t, service)
				if now.RestartCount <= c.RestartCount || now.State.Status != "running" {
					return fmt.Errorf("%s, restarted %d times", now.State.Status, now.RestartCount)
				}
				return nil
			})
			asker.awaitAnswer(ctx, t, id)
		})
	}
	for i, service := range services {
		t.Run("paused for a while, "+service+" goes on where it was", func(t *testing.T) {
			c := s.one(t, service)
			docker(t, "pause", c.ID)
			id := asker.send(ctx, t, i)
			s.awaitBlocks(ctx, t, client, 5)
			docker(t, "unpause", c.ID)
			asker.awaitAnswer(ctx, t, id)
		})
	}
	for i, service := range services {
		t.Run("cut off the network for a while, "+service+" finds its way back", func(t *testing.T) {
			c := s.one(t, service)
			docker(t, "network", "disconnect", s.project+"_default", c.ID)
			id := asker.send(ctx, t, i)
			s.awaitBlocks(ctx, t, client, 5)
			docker(t, "network", "connect", "--alias", service, s.project+"_default", c.ID)
			asker.awaitAnswer(ctx, t, id)
		})
	}
	t.Run("down and up on the same volumes goes on where it was", func(t *testing.T) {
		before := s.networkFile(t)
		id := asker.send(ctx, t, 0)
		s.compose(t, "down")
		s.compose(t, "up", "--detach")
		require.Equal(t, before, s.networkFile(t), "the deployment was made again")
		asker.awaitAnswer(ctx, t, id)
		asker.awaitAnswer(ctx, t, asker.send(ctx, t, 1))
	})
	t.Run("no request was lost, none was answered twice", func(t *testing.T) {
		require.Equal(t, len(asker.want), asker.audit(ctx, t), "requests on chain against requests sent")
	})
	t.Run("killing the chain costs its last blocks at most", func(t *testing.T) { killTheChain(ctx, t, s, asker) })
	t.Run("a chain that comes back shorter is followed", func(t *testing.T) { shortenTheChain(ctx, t, s, asker) })
	t.Run("an operator's own node", func(t *testing.T) { operatorsOwnNode(ctx, t, s) })
	t.Run("bad input", func(t *testing.T) { badInput(ctx, t, s) })
}

// firstAnswer waits until either documented request is answered.
func firstAnswer(ctx context.Context, a *asker) error {
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for {
		one, other := a.answered(ctx, 1), a.answered(ctx, 2)
		switch {
		case one == nil || other == nil:
			return nil
		case errors.Is(one, errWrongEnd):
			return one
		case errors.Is(other, errWrongEnd):
			return other
		}
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), one, other)
		case <-ticker.C:
		}
	}
}

// grpc connects to a published port.
func (s *stack) grpc(t testing.TB, knob string) *grpc.ClientConn {
	t.Helper()
	conn, err := grpcx.Dial("127.0.0.1:"+s.ports[knob], grpcx.ClientConfig{Security: system.Loopback})
	require.NoError(t, err)
	t.Cleanup(func() { conn.Close() })
	return conn
}

// awaitReplicas waits until the submitter lists exactly n pow replicas, each with a hash rate.
func (s *stack) awaitReplicas(ctx context.Context, t testing.TB, n int) {
	t.Helper()
	submitter := ethmlv1.NewSubmitterServiceClient(s.grpc(t, "SUBMITTER"))
	system.Await(ctx, t, fmt.Sprintf("%d pow replicas", n), func() error {
		list, err := submitter.ListReplicas(ctx, &ethmlv1.ListReplicasRequest{})
		if err != nil {
			return err
		}
		if len(list.Replicas) != n {
			return fmt.Errorf("%d replicas", len(list.Replicas))
		}
		return nil
	})
}

// requireConfined checks what every container gives up, and that only loopback ports are published.
func (s *stack) requireConfined(t *testing.T) {
	for _, c := range s.containers(t, "") {
		t.Log(c.Name)
		require.True(t, c.HostConfig.ReadonlyRootfs, "%s can write to its root", c.Name)
		require.NotEmpty(t, c.Config.User, "%s runs as root", c.Name)
		require.False(t, c.Config.User == "root" || strings.HasPrefix(c.Config.User, "0"), "%s runs as root", c.Name)
		require.Contains(t, c.HostConfig.CapDrop, "ALL", c.Name)
		require.Contains(t, strings.Join(c.HostConfig.SecurityOpt, " "), "no-new-privileges", c.Name)
		require.NotZero(t, c.HostConfig.Memory, "%s has no memory limit", c.Name)
		require.NotZero(t, c.HostConfig.NanoCpus, "%s has no CPU limit", c.Name)
		for port, bindings := range c.HostConfig.PortBindings {
			for _, b := range bindings {
				require.Equal(t, "127.0.0.1", b.HostIP, "%s publishes %s", c.Name, port)
			}
		}
	}
}
