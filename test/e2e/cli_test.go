package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/internal/system"
)

// shell runs ethml against one network.
type shell struct {
	t    *testing.T
	ctx  context.Context
	file string
	dir  string
}

// run gives standard output, standard error and the exit code.
func (s shell) run(stdin string, args ...string) (out, problems string, code int) {
	s.t.Helper()
	cmd := exec.CommandContext(s.ctx, system.Binary(s.t, "ethml"), args...)
	cmd.Env = append(os.Environ(), "ETHML_NETWORK="+s.file, "HOME="+s.dir)
	cmd.Dir, cmd.Stdin = s.dir, strings.NewReader(stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		s.t.Fatal(err)
	}
	require.NotContains(s.t, stdout.String()+stderr.String(), "\x1b", "no colour and no control codes outside a terminal")
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}

// ok runs a command that must succeed.
func (s shell) ok(args ...string) string {
	s.t.Helper()
	out, problems, code := s.run("", args...)
	require.Zero(s.t, code, "ethml %s: %s", strings.Join(args, " "), problems)
	return out
}

// fails runs a command that must end with this code, and gives the last line of what it said.
func (s shell) fails(code int, args ...string) string {
	s.t.Helper()
	out, problems, got := s.run("", args...)
	require.Equal(s.t, code, got, "ethml %s: %s%s", strings.Join(args, " "), out, problems)
	lines := strings.Split(strings.TrimSpace(problems), "\n")
	require.True(s.t, strings.HasPrefix(lines[len(lines)-1], "ethml: "), problems)
	return lines[len(lines)-1]
}

// object runs a command with --json and reads the one object it prints.
func (s shell) object(args ...string) map[string]any {
	s.t.Helper()
	var v map[string]any
	out := s.ok(append(args, "--json")...)
	require.NoError(s.t, json.Unmarshal([]byte(out), &v), out)
	return v
}

// TestCommandLine types every command at one network.
func TestCommandLine(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	dir := t.TempDir()
	s := shell{t, ctx, filepath.Join(dir, "network.json"), dir}
	demo := system.NewProcess(t, dir, "demo", "ethml", nil, "demo", "--network", s.file)
	demo.Start()
	t.Cleanup(func() {
		if err := demo.Stop(); err != nil {
			t.Errorf("demo: %v\n%s", err, demo.Tail())
		}
	})
	system.Await(ctx, t, "the demo's two answers", func() error {
		select {
		case <-demo.Ended():
			t.Fatalf("the demo ended: %v\n%s", demo.Err(), demo.Tail())
		default:
		}
		if !strings.Contains(demo.Output(), "The network is up.") {
			return errors.New(demo.Tail())
		}
		return nil
	})
	with := func(name string, test func(s shell)) {
		t.Run(name, func(t *testing.T) { test(shell{t, ctx, s.file, s.dir}) })
	}
	with("a request takes points from a file, standard input, IPFS and the command line", asksForMany)
	with("a request says by its exit code how it ended", requestEnds)
	with("status and top show the network once, where nobody watches", looksOn)
	with("doctor and top are coloured on a terminal, unless it is asked not to be", colours)
	with("the virtual chain is listed, shown and verified", readsTheChain)
	with("a tampered event is found in its block", findsTampering)
	with("accounts are made, imported and listed without a secret on the command line", keepsAccounts)
	with("an operator gets in and starts the way out", operates)
	with("models go by name", namesModels)
	with("a past request is replayed", replays)
	with("a shell completes", completes)
	with("the version names a revision", tellsItsVersion)
}

func asksForMany(s shell) {
	point := filepath.Join(s.dir, "point.json")
	require.NoError(s.t, os.WriteFile(point, []byte("[1,2,3,4,5,6,7,8,9,10]"), 0o600))
	out, problems, code := s.run("[10,9,8,7,6,5,4,3,2,1]", "request", "-m", "diabetes", point, "-", "--cid", diabetesCID, "--values", "1,2,3,4,5,6,7,8,9,10", "--tip", "0.25", "--json")
	require.Zero(s.t, code, problems)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(s.t, lines, 4)
	words := map[string]float64{}
	for _, line := range lines {
		var a struct {
			DataCID    string  `json:"data_cid"`
			Status     string  `json:"status"`
			Prediction float64 `json:"prediction"`
		}
		require.NoError(s.t, json.Unmarshal([]byte(line), &a), line)
		require.Equal(s.t, "answered", a.Status)
		words[a.DataCID] = a.Prediction
	}
	require.Len(s.t, words, 3, "the file and the values are the same point")
	require.EqualValues(s.t, 59, words[diabetesCID])
	require.Regexp(s.t, `\d of 4 ended, \d in block \d+: committing`, problems, "progress by phase")
}

func requestEnds(s shell) {
	require.Contains(s.t, s.fails(2, "request", "-m", "1", "--cid", diabetesCID), "model 1 (breast-cancer) takes 30 features, got 10")
	failed := s.fails(4, "request", "-m", "1", "--cid", diabetesCID, "--no-check")
	require.Contains(s.t, failed, "MODEL_REJECTED_INPUT: model 1 can't take "+diabetesCID)
	_, problems, code := s.run("", "request", "-m", "1", "--cid", cancerCID)
	require.Zero(s.t, code, problems)
	require.Regexp(s.t, `(?m)^  block \d+: [345]/5 revealed, [345] agree$`, problems)
	id := strings.TrimSpace(s.ok("request", "-m", "1", "--cid", cancerCID, "--no-wait"))
	require.Contains(s.t, s.fails(3, "wait", id, "--limit", "1ms"), "no answer within 1ms")
	require.Contains(s.t, s.ok("wait", id), "model 1 answers 1")
	for _, command := range []string{"wait", "replay"} {
		require.Contains(s.t, s.fails(2, command, "999"), "there is no request 999 here")
	}
	require.Contains(s.t, s.fails(2, "request", "-m", "1"), "no data point")
	require.Contains(s.t, s.fails(2, "request", "-m", "1", "--values", "1,x"), `"x" (number 2)`)
	require.Contains(s.t, s.fails(2, "requets", "-m", "1"), `did you mean "request"?`)
	require.Contains(s.t, s.fails(2, "request", "-m", "diabetis", "--values", "1"), `did you mean "diabetes"?`)
	require.Contains(s.t, s.fails(2, "request", "-m", "99", "--values", "1"), "there is no model 99: `ethml model list`")
	require.Contains(s.t, s.fails(2, "model", "show", "99"), "there is no model 99")
	require.Contains(s.t, s.fails(2, "request", "-m", "1", "--cid", "bafynonsense"), "--cid")
	require.Contains(s.t, s.fails(2, "request", "-m", "3", "--values", "53", "1", "20.5"), "write --values 53,1,20.5")
	require.Contains(s.t, s.fails(1, "request", "-m", "1", "--values", "1", "--rpc", "http://"+system.FreeAddress(s.t)), "no Ethereum node answers")
}

func looksOn(s shell) {
	require.Contains(s.t, s.ok("status"), "operator-5")
	require.Len(s.t, s.object("status")["nodes"], 5)
	earnsAlike(s)
	frame := s.ok("top")
	for _, want := range []string{"block", "queue", "search", "operator-1-pow", "last answers", "request 2"} {
		require.Contains(s.t, frame, want)
	}
	require.Len(s.t, strings.Split(strings.TrimSpace(s.ok("top", "--json", "--count", "2", "--interval", "100ms")), "\n"), 2)
}

// onTerminal gives what a terminal is sent, one that doesn't tell its size.
func (s shell) onTerminal(env string, args ...string) string {
	s.t.Helper()
	cmd := exec.CommandContext(s.ctx, system.Binary(s.t, "ethml"), args...)
	cmd.Env = append(os.Environ(), "ETHML_NETWORK="+s.file, "HOME="+s.dir, "TERM=xterm", env)
	cmd.Dir = s.dir
	screen, err := pty.Start(cmd)
	require.NoError(s.t, err)
	defer screen.Close()
	out, err := io.ReadAll(screen)
	if !errors.Is(err, syscall.EIO) { // which is how Linux says that nobody writes any more
		require.NoError(s.t, err)
	}
	require.NoError(s.t, cmd.Wait(), string(out))
	return string(out)
}

// colours is what `run` can't see: it gives commands no terminal.
func colours(s shell) {
	style := regexp.MustCompile(`\x1b\[[0-9;]*m`)
	for _, tc := range []struct {
		args []string
		want string
	}{
		{[]string{"doctor"}, "\x1b[32mok  \x1b[0m"},
		{[]string{"top", "--count", "1"}, "\x1b[1m"},
	} {
		require.Contains(s.t, s.onTerminal("NO_COLOR=", tc.args...), tc.want)
		for _, plain := range []string{"NO_COLOR=1", "TERM=dumb"} {
			out := s.onTerminal(plain, tc.args...)
			require.NotEmpty(s.t, out)
			require.NotRegexp(s.t, style, out, "%s ethml %s", plain, tc.args)
		}
	}
}

// earnsAlike compares what status and operator status say of an account. A submitter claims by itself now and then, which
// makes tokens of rewards: between two questions, or between the two halves of one.
func earnsAlike(s shell) {
	sum := func(v map[string]any) *big.Int {
		total := new(big.Int)
		for _, key := range []string{"eml_wei", "rewards_wei"} {
			wei, ok := v[key].(json.Number)
			require.True(s.t, ok, "%s in %v", key, v)
			part, ok := new(big.Int).SetString(wei.String(), 10)
			require.True(s.t, ok, key)
			total.Add(total, part)
		}
		return total
	}
	read := func(v any, args ...string) {
		decoder := json.NewDecoder(strings.NewReader(s.ok(append(args, "--json")...)))
		decoder.UseNumber()
		require.NoError(s.t, decoder.Decode(v))
	}
	type account = map[string]any
	var network struct {
		Nodes []struct {
			Submitter struct {
				Accounts []account `json:"accounts"`
			} `json:"submitter"`
		} `json:"nodes"`
	}
	system.Await(s.ctx, s.t, "the same amounts from status and operator status", func() error {
		read(&network, "status")
		for _, n := range network.Nodes {
			require.Len(s.t, n.Submitter.Accounts, 1)
			a := n.Submitter.Accounts[0]
			address, ok := a["address"].(string)
			require.True(s.t, ok)
			var standing account
			read(&standing, "operator", "status", "--operator", address)
			if sum(a).Cmp(sum(standing)) != 0 || a["stake_wei"] != standing["stake_wei"] {
				return fmt.Errorf("status says %v, operator status %v", a, standing)
			}
		}
		return nil
	})
}

func readsTheChain(s shell) {
	require.Regexp(s.t, `(?m)^1 +settled +1 +5 +5 +1 answered`, s.ok("chain", "list"))
	require.Len(s.t, strings.Split(strings.TrimSpace(s.ok("chain", "list", "--last", "2", "--json")), "\n"), 2)
	require.Contains(s.t, s.ok("chain", "show", "2"), "59")
	b := s.object("chain", "show", "2")
	require.EqualValues(s.t, 2, b["number"])
	require.Len(s.t, b["seats"], 5)
	require.Contains(s.t, s.ok("chain", "verify"), "every hash is right")
	require.Equal(s.t, true, s.object("chain", "verify")["ok"])
	require.Contains(s.t, s.fails(2, "chain", "show", "999"), "there is no virtual block 999")
}

// findsTampering verifies through a node that tells another answer than the chain's in the second block's settlement.
func findsTampering(s shell) {
	var file struct {
		RPC string `json:"rpc"`
	}
	raw, err := os.ReadFile(s.file)
	require.NoError(s.t, err)
	require.NoError(s.t, json.Unmarshal(raw, &file))
	hash, ok := s.object("chain", "show", "2")["hash"].(string)
	require.True(s.t, ok)
	settled := regexp.MustCompile(strings.TrimPrefix(hash, "0x") + `[0-9a-f]{64}[0-9a-f]*?0{62}3b`)
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, err := http.Post(file.RPC, "application/json", r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		body, _ := io.ReadAll(answer.Body) // the client sees a cut answer
		body = settled.ReplaceAllFunc(body, func(event []byte) []byte { return append(event[:len(event)-2], "3c"...) })
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(body)
	}))
	defer proxy.Close()
	require.Contains(s.t, s.fails(4, "chain", "verify", "--rpc", proxy.URL), "virtual block 2: its hash is "+hash)
}

func keepsAccounts(s shell) {
	store, password, key := filepath.Join(s.dir, "keys"), filepath.Join(s.dir, "pw"), filepath.Join(s.dir, "key")
	require.NoError(s.t, os.WriteFile(password, []byte("battery staple\n"), 0o600))
	require.NoError(s.t, os.WriteFile(key, []byte("0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318\n"), 0o600))
	flags := []string{"--keystore", store, "--password-file", password, "--light"}
	made := strings.TrimSpace(s.ok(append([]string{"account", "new"}, flags...)...))
	require.Regexp(s.t, `^0x[0-9a-fA-F]{40}$`, made)
	const known = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23" // of that key, from Ethereum's own documentation
	require.Contains(s.t, s.ok(append([]string{"account", "import", key}, flags...)...), known)
	require.Contains(s.t, s.fails(1, append([]string{"account", "import", key}, flags...)...), "already")
	list := s.ok("account", "list", "--keystore", store)
	require.Contains(s.t, list, made)
	require.Contains(s.t, list, known)
	require.Contains(s.t, s.ok("account", "list", "--keystore", store, "--json"), `"address":"`+known+`"`)
	require.Contains(s.t, s.fails(1, "account", "new", "--keystore", store), "--password-file", "no terminal to ask on")
	require.NoError(s.t, os.WriteFile(key, []byte("0x4c08 not a key"), 0o600))
	require.NotContains(s.t, s.fails(1, append([]string{"account", "import", key}, flags...)...), "4c08", "what may be a key with a mistake is not shown")
	signs := append([]string{"operator", "claim", "--keystore", store, "--from", made}, "--password-file", key)
	require.Contains(s.t, s.fails(1, signs...), "doesn't open keystore")
}

func operates(s shell) {
	node := filepath.Join(s.dir, "node")
	first := s.object("operator", "init", "--light", node)
	again := s.object("operator", "init", node)
	require.Equal(s.t, first["account"], again["account"], "run again, it keeps the account")
	account, ok := first["account"].(string)
	require.True(s.t, ok)
	env, err := os.ReadFile(filepath.Join(node, "operator.env"))
	require.NoError(s.t, err)
	require.Contains(s.t, string(env), "ETHML_CHAIN_ID=1337\n")
	own := []string{"--keystore", filepath.Join(node, "secrets", "keystore.json"), "--password-file", filepath.Join(node, "secrets", "password")}
	op := func(args ...string) []string { return append(append([]string{"operator"}, args...), own...) }

	require.Contains(s.t, s.fails(1, op("stake", "100")...), "ethml operator fund")
	s.ok("operator", "fund", account, "--eml", "300")
	require.Contains(s.t, s.fails(1, op("stake", "250")...), "send it ether")
	s.ok("operator", "fund", account, "--ether", "1")
	require.Contains(s.t, s.ok(op("stake", "250")...), "approve the stake: mined")
	standing := s.object(op("status")...)
	require.Equal(s.t, true, standing["can_take_a_seat"])
	require.Contains(s.t, s.fails(1, op("withdraw")...), "ethml operator unstake")
	s.ok(op("unstake", "all")...)
	require.Contains(s.t, s.ok(op("status")...), "leaving   250.0000 EML")
	require.Contains(s.t, s.fails(1, op("withdraw")...), "OperatorStake_NotYetAvailable")
	require.Contains(s.t, s.fails(1, op("claim")...), "no rewards")

	// A network at rest owes nothing.
	require.Contains(s.t, s.ok("operator", "drain", "--wait", "--limit", "1m"), "can be stopped")
	require.Contains(s.t, s.fails(1, "operator", "backup", filepath.Join(s.dir, "b"), "--data-dir", s.dir), "no such file")
}

func namesModels(s shell) {
	require.Regexp(s.t, `(?m)^2 +diabetes 1\.0\.0 +class +equal`, s.ok("model", "list"))
	require.EqualValues(s.t, 2, s.object("model", "show", "diabetes")["id"])
	require.Contains(s.t, s.fails(2, "model", "show", "digts"), `did you mean "digits"?`)
}

func replays(s shell) {
	require.Contains(s.t, s.ok("replay", "2"), "outcome 59, as here")
	id := strings.TrimSpace(s.ok("request", "-m", "1", "--cid", diabetesCID, "--no-wait", "--no-check"))
	s.fails(4, "wait", id)
	out, problems, code := s.run("", "request", "-m", "1", "--cid", absentCID, "--no-wait")
	require.Zero(s.t, code, problems)
	require.Contains(s.t, problems, "warning: data point "+absentCID+" can't be read from IPFS at http://")
	absent := strings.TrimSpace(out)
	require.Contains(s.t, s.fails(4, "wait", absent), "DATA_UNAVAILABLE: the operators could not fetch "+absentCID)
	require.Contains(s.t, s.ok("replay", absent), "here        DATA_UNAVAILABLE: content "+absentCID+": not found: ")
	for request, vote := range map[string]string{"1": "1", "2": "59", id: "MODEL_REJECTED_INPUT", absent: "DATA_UNAVAILABLE"} {
		r := s.object("replay", request)
		require.Equal(s.t, vote, r["here"])
		require.Equal(s.t, false, r["differs"])
		blocks := r["blocks"].([]any)
		last := blocks[len(blocks)-1].(map[string]any)
		require.Equal(s.t, map[string]any{"vote": vote, "as_here": true}, last["outcome"])
		reveals := last["reveals"].([]any)
		require.GreaterOrEqual(s.t, len(reveals), 3, "of request %s", request)
		for _, reveal := range reveals {
			require.Equal(s.t, vote, reveal.(map[string]any)["vote"])
			require.Equal(s.t, true, reveal.(map[string]any)["as_here"])
		}
	}
}

func completes(s shell) {
	require.Equal(s.t, "list\tList the newest virtual blocks\n", s.ok("__complete", "--", "chain", "li"))
	for _, shell := range []string{"bash", "zsh", "fish"} {
		script := s.ok("completion", shell)
		path, err := exec.LookPath(shell)
		if err != nil {
			s.t.Logf("%s isn't here, so its script was not read by it", shell)
			continue
		}
		cmd := exec.CommandContext(s.ctx, path, "-n")
		cmd.Stdin = strings.NewReader(script)
		out, err := cmd.CombinedOutput()
		require.NoError(s.t, err, "%s: %s", shell, out)
	}
	// As bash does it when somebody presses the tabulator.
	script := filepath.Join(s.dir, "completion.bash")
	require.NoError(s.t, os.WriteFile(script, []byte(s.ok("completion", "bash")), 0o600))
	out, err := exec.CommandContext(s.ctx, "bash", "-c", `source "$1"; COMP_WORDS=("$2" operator un); COMP_CWORD=2; _ethml; echo "${COMPREPLY[@]}"`,
		"bash", script, system.Binary(s.t, "ethml")).CombinedOutput()
	require.NoError(s.t, err, "%s", out)
	require.Equal(s.t, "unstake\n", string(out))
	if fish, err := exec.LookPath("fish"); err == nil {
		cmd := exec.CommandContext(s.ctx, fish, "-c", `ethml completion fish | source; complete -C "ethml operator un"`)
		cmd.Env = append(os.Environ(), "HOME="+s.dir, "PATH="+filepath.Dir(system.Binary(s.t, "ethml"))+":"+os.Getenv("PATH"))
		out, err := cmd.CombinedOutput()
		require.NoError(s.t, err, "%s", out)
		require.Contains(s.t, string(out), "unstake\tStart the way out for stake")
	}
}

func tellsItsVersion(s shell) {
	require.Regexp(s.t, `^ethml \S+ \(.+, go1\.\d+.* linux/\w+\)\n$`, s.ok("--version"))
}
