package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/internal/system"
)

// prometheusWatches runs a real Prometheus with the project's configuration, pointed at this network, where one was
// fetched (`make prometheus`) or is installed.
func prometheusWatches(ctx context.Context, t *testing.T, n *system.Network) {
	program := filepath.Join("..", "..", "bin", "tools", "prometheus")
	if _, err := os.Stat(program); err != nil {
		if program, err = exec.LookPath("prometheus"); err != nil {
			t.Skip("no prometheus here: make prometheus fetches it")
		}
	}
	dir, deployed := t.TempDir(), filepath.Join("..", "..", "deploy", "prometheus")
	require.NoError(t, os.CopyFS(filepath.Join(dir, "rules"), os.DirFS(filepath.Join(deployed, "rules"))))
	raw, err := os.ReadFile(filepath.Join(deployed, "prometheus.yml"))
	require.NoError(t, err)
	address := system.FreeAddress(t)
	o := n.Operators[0]
	config := strings.NewReplacer(
		`"watcher:9000"`, `"`+o.Watcher.Admin+`"`, `"submitter:9003"`, `"`+o.Submitter.Admin+`"`, `"localhost:9090"`, `"`+address+`"`,
		`dns_sd_configs: [{names: [inference], type: A, port: 9001, refresh_interval: 10s}]`, `static_configs: [{targets: ["`+o.Inference.Admin+`"]}]`,
		`dns_sd_configs: [{names: [pow], type: A, port: 9002, refresh_interval: 10s}]`, `static_configs: [{targets: ["`+o.Pow.Admin+`"]}]`,
		// There is no explorer in this network; a target more shows that its job is read.
		`dns_sd_configs: [{names: [explorer], type: A, port: 9004, refresh_interval: 10s}]`, `static_configs: [{targets: ["`+o.Watcher.Admin+`"]}]`,
		"scrape_interval: 10s", "scrape_interval: 1s", "scrape_timeout: 5s", "scrape_timeout: 1s", "evaluation_interval: 10s", "evaluation_interval: 1s",
	).Replace(string(raw))
	require.NotContains(t, config, "dns_sd_configs")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "prometheus.yml"), []byte(config), 0o600))

	cmd := exec.CommandContext(ctx, program, "--config.file="+filepath.Join(dir, "prometheus.yml"), "--storage.tsdb.path="+filepath.Join(dir, "data"),
		"--web.listen-address="+address, "--log.level=warn")
	cmd.Env = append(os.Environ(), "GOMEMLIMIT=150MiB")
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	cmd.Stdout, cmd.Stderr = t.Output(), t.Output()
	require.NoError(t, cmd.Start())
	defer func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	}()

	system.Await(ctx, t, "every target to be up", func() error {
		var r struct {
			Data struct {
				ActiveTargets []struct {
					ScrapePool, Health, LastError string
				}
			}
		}
		if err := get(ctx, "http://"+address+"/api/v1/targets", &r); err != nil {
			return err
		}
		if len(r.Data.ActiveTargets) != 6 {
			return fmt.Errorf("%d targets", len(r.Data.ActiveTargets))
		}
		for _, target := range r.Data.ActiveTargets {
			if target.Health != "up" {
				return fmt.Errorf("%s is %s: %s", target.ScrapePool, target.Health, target.LastError)
			}
		}
		return nil
	})
	system.Await(ctx, t, "every rule to be evaluated without an error, and none to fire", func() error {
		var r struct {
			Data struct {
				Groups []struct {
					Rules []struct{ Name, Health, LastError, State string }
				}
			}
		}
		if err := get(ctx, "http://"+address+"/api/v1/rules", &r); err != nil {
			return err
		}
		rules := 0
		for _, g := range r.Data.Groups {
			for _, rule := range g.Rules {
				rules++
				if rule.Health != "ok" || rule.State == "firing" {
					return fmt.Errorf("%s is %s, %s: %s", rule.Name, rule.Health, rule.State, rule.LastError)
				}
			}
		}
		if rules < 10 {
			return fmt.Errorf("%d rules", rules)
		}
		return nil
	})
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
	require.NoError(t, err)
	for _, line := range strings.Split(string(status), "\n") {
		if strings.HasPrefix(line, "VmRSS") || strings.HasPrefix(line, "VmHWM") {
			t.Log(line)
		}
	}
}

func get(ctx context.Context, url string, into any) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	return json.NewDecoder(answer.Body).Decode(into)
}
