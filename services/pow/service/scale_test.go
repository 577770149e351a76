package service

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"runtime"
	"testing"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/pow/internal/keccak"
)

// replicaProcess, set in the environment, makes the test binary a replica instead: something that can be killed.
const replicaProcess = "ETHML_POW_TEST_REPLICA"

func TestMain(m *testing.M) {
	// Replicas in one process search on more threads than there are CPUs.
	runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + 6)
	if raw := os.Getenv(replicaProcess); raw != "" {
		var c Config
		if err := json.Unmarshal([]byte(raw), &c); err != nil {
			panic(err)
		}
		if err := Run(context.Background(), c); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// N replicas need no more hashes to a solution, all together, than one: nobody repeats another's work, nobody goes on for
// long once a solution is held.
func TestReplicasAddUp(t *testing.T) {
	const (
		rounds = 12
		miners = 5
	)
	// A message's way to everybody should cost few hashes against the number that a solution takes.
	difficulty := uint64(1 << 20)
	if len(keccak.Names()) == 1 || os.Getenv("ETHML_POW_KERNEL") == "portable" {
		difficulty = 1 << 17
	}
	for _, replicas := range []int{1, 2, 4} {
		t.Run(fmt.Sprint(replicas, " replicas"), func(t *testing.T) {
			n := newNode(difficulty)
			c := n.both(t)
			var clients []ethmlv1.PowServiceClient
			for i := range replicas {
				c.ReplicaID = fmt.Sprint("replica ", i)
				clients = append(clients, launch(t, c).client(t))
			}
			n.await(t, "the replicas", func() bool { return len(n.replicas) == replicas })
			for range rounds {
				n.open(miners)
				n.served(t)
			}
			hashes := 0.
			for _, client := range clients {
				s, err := client.GetStatus(t.Context(), &ethmlv1.PowServiceGetStatusRequest{})
				if err != nil {
					t.Fatal(err)
				}
				hashes += float64(s.Hashes)
			}
			const solutions = rounds * miners
			effort := hashes / (float64(difficulty) * solutions)
			t.Logf("%.2f times the expected hashes", effort)
			// The mean of 60 exponential draws has a standard deviation of 0.13. Up to a quarter more for messages that are on
			// their way while the machine is loaded; repeating each other's work would make it 2 or 4.
			if deviation := 1 / math.Sqrt(solutions); effort < 1-4*deviation || effort > 1.25+4*deviation {
				t.Errorf("%.2f times the expected hashes", effort)
			}
			if len(n.invalid) > 0 {
				t.Errorf("wrong solutions: %s", n.invalid)
			}
			prefixes := map[string]string{}
			for _, s := range n.solutions {
				prefix := string(s.Nonce[:8])
				if owner, taken := prefixes[prefix]; taken && owner != s.ReplicaId {
					t.Fatalf("%s and %s both search below prefix %x", owner, s.ReplicaId, prefix)
				}
				prefixes[prefix] = s.ReplicaId
			}
			if len(prefixes) > replicas {
				t.Errorf("%d replicas used %d prefixes", replicas, len(prefixes))
			}
		})
	}
}

func TestAKilledReplicaCostsNothingButItsHashes(t *testing.T) {
	n := newNode(1 << 40) // out of reach for now
	c := n.both(t)
	c.ReplicaID = "survivor"
	launch(t, c)

	c.ReplicaID, c.Listen, c.AdminListen, c.Security, c.Threads = "victim", "127.0.0.1:0", "127.0.0.1:0", plaintext, 1
	raw, err := json.Marshal(map[string]any{
		"Watcher": c.Watcher, "Submitter": c.Submitter, "ReplicaID": c.ReplicaID, "Listen": c.Listen, "AdminListen": c.AdminListen,
		"Security": c.Security, "Threads": c.Threads,
	})
	if err != nil {
		t.Fatal(err)
	}
	executable, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	victim := exec.CommandContext(t.Context(), executable)
	victim.Env = append(os.Environ(), replicaProcess+"="+string(raw))
	victim.Stderr = testWriter{t}
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	n.open(3)
	n.await(t, "both to mine", func() bool {
		return n.replicas["victim"].GetHashRate() > 0 && n.replicas["survivor"].GetHashRate() > 0
	})
	if err := victim.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = victim.Wait()                           // "signal: killed"
	n.change(func() { n.difficulty = 1 << 10 }) // the next block is within reach
	n.open(3)
	n.served(t)
	n.await(t, "the node to notice", func() bool { return len(n.replicas) == 1 })
	for _, s := range n.solutions {
		if s.ReplicaId != "survivor" {
			t.Errorf("a solution came from %s", s.ReplicaId)
		}
	}
}
