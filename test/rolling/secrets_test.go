package rolling

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/test/internal/system"
)

// secret is something that must not be seen, in each form in which it could be printed.
type secret struct {
	name  string
	forms [][]byte
}

func secretOf(name string, raw []byte) secret {
	s := secret{name: name, forms: [][]byte{raw}}
	for _, text := range []string{hex.EncodeToString(raw), strings.ToUpper(hex.EncodeToString(raw)), base64.StdEncoding.EncodeToString(raw),
		base64.RawURLEncoding.EncodeToString(raw), strings.Trim(fmt.Sprint(raw), "[]"), fmt.Sprintf("%q", raw)} {
		s.forms = append(s.forms, []byte(text))
	}
	return s
}

// secrets of a network: the keystores' password and keys, and the keys of all certificates.
func secrets(t *testing.T, n *system.Network) []secret {
	t.Helper()
	password, err := os.ReadFile(filepath.Join(n.Dir, "keystore", "password"))
	require.NoError(t, err)
	password = bytes.TrimSpace(password)
	all := []secret{secretOf("keystore password", password)}
	for _, a := range n.Accounts {
		raw, err := os.ReadFile(filepath.Join(n.Dir, "keystore", a.Hex()+".json"))
		require.NoError(t, err)
		key, err := keystore.DecryptKey(raw, string(password))
		require.NoError(t, err)
		all = append(all, secretOf("key of "+a.Hex(), crypto.FromECDSA(key.PrivateKey)))
	}
	require.NoError(t, filepath.WalkDir(n.Certs(), func(path string, _ fs.DirEntry, err error) error {
		require.NoError(t, err)
		if !strings.HasSuffix(path, ".key") {
			return nil
		}
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		block, _ := pem.Decode(raw)
		key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
		require.NoError(t, err)
		d, err := key.(*ecdsa.PrivateKey).Bytes()
		require.NoError(t, err)
		s := secretOf(path, d)
		for line := range strings.Lines(string(raw)) {
			if line = strings.TrimSpace(line); len(line) > 20 && !strings.HasPrefix(line, "-") {
				s.forms = append(s.forms, []byte(line))
			}
		}
		all = append(all, s)
		return nil
	}))
	require.GreaterOrEqual(t, len(all), 1+5+7)
	return all
}

// requireNoSecrets looks for the secrets wherever the processes leave something to be seen, after making them fail in
// every way that has to do with secrets. It ends the processes.
func requireNoSecrets(ctx context.Context, t *testing.T, n *system.Network) {
	t.Helper()
	node, all := n.Operators[0], secrets(t, n)
	require.NotEmpty(t, found(all, []byte(hex.EncodeToString(all[1].forms[0]))), "the search itself works")
	seen := map[string][]byte{}
	for _, p := range node.Processes() {
		for _, path := range []string{"/metrics", "/readyz", "/livez", "/debug/pprof/heap", "/debug/vars", "/config"} {
			seen[p.Name+path] = get(ctx, t, "http://"+p.Admin+path)
		}
		for _, file := range []string{"environ", "cmdline"} {
			raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", p.Pid(), file))
			require.NoError(t, err)
			seen[p.Name+" "+file] = raw
		}
	}
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", node.Submitter.Pid()))
	require.NoError(t, err)
	require.Regexp(t, `Max core file size +0 +0`, string(limits), "the submitter leaves no core dump")

	for name, answer := range callErrors(ctx, t, n) {
		seen[name] = answer
	}
	for name, out := range startErrors(ctx, t, n) {
		require.NotEmpty(t, out, name)
		seen[name] = out
	}
	// All goroutines' stacks, which is what a crash prints.
	for _, p := range node.Processes() {
		p.Signal(syscall.SIGQUIT)
		<-p.Ended()
		require.Contains(t, p.Output(), "goroutine ", p.Name)
		seen[p.Name+" log"] = []byte(p.Output())
	}
	seen["status"] = []byte(n.Command(ctx, t, "certs", "show", "--dir", n.Certs()))
	for name, text := range seen {
		require.Empty(t, found(all, text), "%s shows it", name)
	}
	t.Logf("%d secrets looked for in %d places", len(all), len(seen))
}

// found names the secrets in a text.
func found(all []secret, text []byte) []string {
	var names []string
	for _, s := range all {
		if slices.ContainsFunc(s.forms, func(form []byte) bool { return bytes.Contains(text, form) }) {
			names = append(names, s.name)
		}
	}
	return names
}

func get(ctx context.Context, t *testing.T, url string) []byte {
	t.Helper()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	require.NoError(t, err)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return body
}

// callErrors are what callers are told who do it wrong.
func callErrors(ctx context.Context, t *testing.T, n *system.Network) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, name := range []string{"inference", "pow", "operator"} {
		conn, err := grpcx.Dial(n.Operators[0].SubmitterAddress, n.As(name, "submitter"))
		require.NoError(t, err)
		defer conn.Close()
		client := ethmlv1.NewSubmitterServiceClient(conn)
		_, err = client.ReportPrediction(ctx, &ethmlv1.ReportPredictionRequest{Challenge: []byte{1}})
		require.Error(t, err)
		out["ReportPrediction by "+name] = []byte(err.Error())
		_, err = client.ReportSolution(ctx, &ethmlv1.ReportSolutionRequest{Challenge: make([]byte, 32), Miner: make([]byte, 20), Nonce: make([]byte, 32)})
		require.Error(t, err)
		out["ReportSolution by "+name] = []byte(err.Error())
		status, err := client.GetStatus(ctx, &ethmlv1.SubmitterServiceGetStatusRequest{})
		out["GetStatus by "+name] = fmt.Appendf(nil, "%v %v", status, err)
	}
	return out
}

// startErrors are the last words of submitters that can't start for something about their secrets.
func startErrors(ctx context.Context, t *testing.T, n *system.Network) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	put := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	keys := filepath.Join(n.Dir, "keystore", n.Accounts[0].Hex()+".json")
	password := filepath.Join(n.Dir, "keystore", "password")
	secret, err := os.ReadFile(password)
	require.NoError(t, err)
	tls := n.As("submitter", "submitter").Security
	flags := func(keystore, password, cert, key string) []string {
		return []string{"--rpc", "ws://" + n.ChainAddress, "--coordinator", n.Coordinator.Hex(), "--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0",
			"--data-dir", filepath.Join(dir, "data"), "--keystore", keystore, "--password-file", password, "--tls-cert", cert, "--tls-key", key, "--tls-ca", tls.TLSCA}
	}
	out := map[string][]byte{}
	for name, args := range map[string][]string{
		"a password that is nearly right":  flags(keys, put("nearly", "x"+string(secret)), tls.TLSCert, tls.TLSKey),
		"a password file as the keystore":  flags(password, password, tls.TLSCert, tls.TLSKey),
		"a keystore cut short":             flags(put("short.json", `{"crypto":{"cipher":"aes-128-ctr"`), password, tls.TLSCert, tls.TLSKey),
		"the key where the certificate is": flags(keys, password, tls.TLSKey, tls.TLSKey),
		"the certificate as the key":       flags(keys, password, tls.TLSCert, tls.TLSCert),
		"the key of another":               flags(keys, password, tls.TLSCert, n.As("pow", "submitter").Security.TLSKey),
		"the password as the key":          flags(keys, password, tls.TLSCert, password),
		"an account that isn't there":      append(flags(keys, password, tls.TLSCert, tls.TLSKey), "--account", "0x00000000000000000000000000000000000000aa"),
		"a flag that isn't one":            append(flags(keys, password, tls.TLSCert, tls.TLSKey), "--password", "x"),
	} {
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		said, err := exec.CommandContext(ctx, system.Binary(t, "submitter"), args...).CombinedOutput()
		late := ctx.Err()
		cancel()
		require.NoError(t, late, name)
		require.Error(t, err, "%s: %s", name, said)
		out[name] = said
	}
	return out
}
