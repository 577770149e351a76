package monitorcheck

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type container struct {
	Image       string
	Profiles    []string
	Command     any
	Environment map[string]string
	Volumes     []string
	Ports       []string
	MemLimit    string `yaml:"mem_limit"`
	ReadOnly    bool   `yaml:"read_only"`
	User        string
	CapDrop     []string `yaml:"cap_drop"`
}

type composeFile struct {
	Include  []string
	Services map[string]container
	Volumes  map[string]any
}

func profile(t *testing.T) composeFile {
	t.Helper()
	var f composeFile
	readYAML(t, "deploy/observability.compose.yml", &f)
	return f
}

func TestTheProfileTakesLessThan600MB(t *testing.T) {
	total := 0
	for name, c := range profile(t).Services {
		require.Equal(t, []string{"observability"}, c.Profiles, name)
		mib, err := strconv.Atoi(strings.TrimSuffix(c.MemLimit, "m"))
		require.NoError(t, err, "%s: memory limit %q", name, c.MemLimit)
		total += mib << 20
	}
	require.Less(t, total, 600_000_000)
}

// pinned is an image with a version, that the environment may replace.
var pinned = regexp.MustCompile(`^\$\{ETHML_[A-Z]+_IMAGE:-[a-z/.]+:v?[0-9]+\.[0-9]+\.[0-9]+\}$`)

func TestTheProfilesContainersArePinnedAndConfined(t *testing.T) {
	f := profile(t)
	for name, c := range f.Services {
		require.Regexp(t, pinned, c.Image, name)
		require.True(t, c.ReadOnly, name)
		require.Equal(t, []string{"ALL"}, c.CapDrop, name)
		require.NotEmpty(t, c.User, name)
		require.False(t, strings.HasPrefix(c.User, "0"), name)
		for _, p := range c.Ports {
			require.True(t, strings.HasPrefix(p, "127.0.0.1:"), "%s publishes %s", name, p)
		}
		for _, v := range c.Volumes {
			from, _, _ := strings.Cut(v, ":")
			if path, ok := strings.CutPrefix(from, "./"); ok {
				_, err := os.Stat(filepath.Join("..", "..", "deploy", path))
				require.NoError(t, err, name)
				require.True(t, strings.HasSuffix(v, ":ro"), "%s can write to %s", name, from)
				continue
			}
			require.Contains(t, f.Volumes, from, name)
		}
	}
}

func TestScrapedPortsAreTheServicesAdminPorts(t *testing.T) {
	var config struct {
		ScrapeConfigs []struct {
			JobName string                       `yaml:"job_name"`
			Static  []struct{ Targets []string } `yaml:"static_configs"`
			DNS     []struct {
				Names []string
				Port  int
			} `yaml:"dns_sd_configs"`
		} `yaml:"scrape_configs"`
	}
	readYAML(t, "deploy/prometheus/prometheus.yml", &config)
	scraped := map[string]string{}
	for _, job := range config.ScrapeConfigs {
		for _, s := range job.Static {
			for _, target := range s.Targets {
				scraped[job.JobName] = target
			}
		}
		for _, s := range job.DNS {
			scraped[job.JobName] = fmt.Sprintf("%s:%d", s.Names[0], s.Port)
		}
	}
	for _, file := range []string{"deploy/docker-compose.yml", "deploy/operator.compose.yml"} {
		var f composeFile
		readYAML(t, file, &f)
		for _, name := range []string{"watcher", "inference", "pow", "submitter", "explorer"} {
			if _, there := f.Services[name]; !there {
				require.Equal(t, "explorer", name, file)
				continue
			}
			env := f.Services[name].Environment
			_, port, _ := strings.Cut(env["ETHML_"+strings.ToUpper(name)+"_ADMIN_LISTEN"], ":")
			require.Equal(t, name+":"+port, scraped[name], file)
			require.Equal(t, "${ETHML_OTLP_ENDPOINT:-}", env["OTEL_EXPORTER_OTLP_ENDPOINT"], "%s, %s", file, name)
		}
	}
}

func TestGrafanaAndServicesFindWhatTheyRead(t *testing.T) {
	f := profile(t)
	for uid, s := range sources(t) {
		at, err := url.Parse(s.URL)
		require.NoError(t, err)
		c, ok := f.Services[at.Hostname()]
		require.True(t, ok, "%s is at %s, which is no service of the profile", uid, s.URL)
		require.Contains(t, strings.Join(c.Ports, " "), ":"+at.Port(), uid)
	}
	// The trace store listens where the documented endpoint says, and keeps a bounded number.
	var store struct {
		Receivers struct {
			OTLP struct {
				Protocols struct{ GRPC struct{ Endpoint string } }
			} `yaml:"otlp"`
		}
		Extensions struct {
			Query   struct{ HTTP struct{ Endpoint string } } `yaml:"jaeger_query"`
			Storage struct {
				Backends map[string]struct {
					Memory struct {
						Max int `yaml:"max_traces"`
					}
				}
			} `yaml:"jaeger_storage"`
		}
	}
	readYAML(t, "deploy/jaeger/config.yml", &store)
	require.Equal(t, "0.0.0.0:4317", store.Receivers.OTLP.Protocols.GRPC.Endpoint)
	require.Equal(t, "0.0.0.0:16686", store.Extensions.Query.HTTP.Endpoint)
	require.Positive(t, store.Extensions.Storage.Backends["recent"].Memory.Max)
	require.Contains(t, string(read(t, ".env.example")), "ETHML_OTLP_ENDPOINT=http://traces:4317")
}
