package k8scheck

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"sigs.k8s.io/yaml"
)

func itoa(n int32) string { return strconv.Itoa(int(n)) }

func envPrefix(service string) string { return "ETHML_" + strings.ToUpper(service) + "_" }

// built is where programs were built.
var built string

// programs builds the programs once, or takes them from where ETHML_TEST_BIN says.
var programs = sync.OnceValues(func() (string, error) {
	if dir := os.Getenv("ETHML_TEST_BIN"); dir != "" {
		return dir, nil
	}
	dir, err := os.MkdirTemp("", "ethml-k8scheck-")
	if err != nil {
		return "", err
	}
	built = dir
	cmd := exec.Command("go", "build", "-o", dir, "./services/watcher", "./services/inference", "./services/pow", "./services/submitter", "./services/explorer", "./cmd/ethml")
	cmd.Dir, cmd.Env = filepath.Join("..", ".."), append(os.Environ(), "GOWORK=")
	if out, err := cmd.CombinedOutput(); err != nil {
		return dir, &buildError{string(out)}
	}
	return dir, nil
})

type buildError struct{ out string }

func (e *buildError) Error() string { return "build the programs:\n" + e.out }

func TestMain(m *testing.M) {
	code := m.Run()
	if built != "" {
		os.RemoveAll(built)
	}
	os.Exit(code)
}

// variable is an environment variable in a program's help.
var variable = regexp.MustCompile(`\$(ETHML_[A-Z0-9_]+)`)

// known are the environment variables that a program takes.
func known(t *testing.T, service string) map[string]bool {
	t.Helper()
	dir, err := programs()
	require.NoError(t, err)
	out, err := exec.Command(filepath.Join(dir, service), "serve", "--help").CombinedOutput()
	require.NoError(t, err, string(out))
	found := map[string]bool{"ETHML_NETWORK": true} // internal/cli: where flags that nobody sets come from
	for _, m := range variable.FindAllStringSubmatch(string(out), -1) {
		found[m[1]] = true
	}
	require.Greater(t, len(found), 8, string(out))
	return found
}

func TestEverySettingIsAFlagOfTheProgram(t *testing.T) {
	for _, service := range append(slices.Clone(services), "explorer") {
		flags := known(t, service)
		for _, path := range nodes {
			c := render(t, path)
			if service == "explorer" && c.deployed[service] == nil {
				continue
			}
			for name := range c.settings(t, c.pods()[service]) {
				require.True(t, flags[name], "%s: %s has no setting %s", path, service, name)
			}
		}
	}
}

type composed struct {
	Services map[string]struct {
		Image       string
		Environment map[string]string
		Secrets     []string
		User        string
	}
}

func compose(t *testing.T, file string) composed {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "deploy", file))
	require.NoError(t, err)
	var c composed
	require.NoError(t, yaml.Unmarshal(raw, &c))
	return c
}

// defaults expands ${NAME:-value} to value.
var defaults = regexp.MustCompile(`\$\{[A-Z_]+:-([^}]*)\}`)

func TestImagesPortsAndSecretsAreComposes(t *testing.T) {
	local, operator := compose(t, "docker-compose.yml"), compose(t, "operator.compose.yml")
	c := render(t, "base")
	for _, service := range services {
		pod := c.pods()[service]
		require.Equal(t, defaults.ReplaceAllString(local.Services[service].Image, "$1"), pod.Spec.Containers[0].Image)
		settings, theirs := c.settings(t, pod), operator.Services[service].Environment
		for _, name := range []string{"LISTEN", "ADMIN_LISTEN", "DATA_DIR", "WATCHER", "SUBMITTER", "PLAINTEXT", "MODELS_PER_WORKER", "KEYSTORE"} {
			require.Equal(t, theirs[envPrefix(service)+name], settings[envPrefix(service)+name], "%s of %s", name, service)
		}
		// Ports of container and Service are those it listens on.
		ports := map[string]string{}
		for _, p := range pod.Spec.Containers[0].Ports {
			ports[p.Name] = "0.0.0.0:" + itoa(p.ContainerPort)
		}
		require.Equal(t, settings[envPrefix(service)+"LISTEN"], ports["grpc"], service)
		require.Equal(t, settings[envPrefix(service)+"ADMIN_LISTEN"], ports["admin"], service)
		for _, p := range c.services[service].Spec.Ports {
			require.Equal(t, ports[p.Name], "0.0.0.0:"+itoa(p.Port), service)
			require.Equal(t, p.Name, p.TargetPort.String(), service)
		}
		// Whatever it dials is a Service, on its port.
		for _, peer := range []string{"WATCHER", "SUBMITTER"} {
			if at := settings[envPrefix(service)+peer]; at != "" {
				host, port, _ := strings.Cut(at, ":")
				require.Equal(t, port, itoa(c.services[host].Spec.Ports[0].Port), service)
			}
		}
	}
	require.ElementsMatch(t, []string{"keystore", "password"}, operator.Services["submitter"].Secrets)
	for _, m := range c.stateful["submitter"].Spec.Template.Spec.Containers[0].VolumeMounts[1:] {
		require.True(t, m.ReadOnly)
		require.Equal(t, "/run/secrets/"+m.Name, m.MountPath)
	}
}

func TestImagesAreMadeByTheDockerfile(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "deploy", "Dockerfile"))
	require.NoError(t, err)
	for _, path := range []string{"base", "overlays/devnet"} {
		for name, pod := range render(t, path).pods() {
			image, _, _ := strings.Cut(strings.TrimPrefix(pod.Spec.Containers[0].Image, "ethml/"), ":")
			require.Regexp(t, `(?m)^FROM \S+ AS `+image+`$`, string(raw), name)
		}
	}
	for name, pod := range render(t, "overlays/operator").pods() {
		require.Regexp(t, `^registry\.example\.org/ethml/`+name+`:`, pod.Spec.Containers[0].Image)
	}
}
