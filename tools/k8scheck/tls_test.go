package k8scheck

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// withExplorer is an operator's node with the explorer, as docs/kubernetes.md says to make one.
func withExplorer(t *testing.T) *cluster {
	t.Helper()
	here, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	there, err := filepath.Abs(folder)
	require.NoError(t, err)
	there, err = filepath.EvalSymlinks(there)
	require.NoError(t, err)
	base, err := filepath.Rel(here, there)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(here, "kustomization.yaml"), []byte(`apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: ethml
resources: [`+base+`/overlays/operator]
components: [`+base+`/components/explorer, `+base+`/components/explorer-tls]
`), 0o600))
	return render(t, here)
}

func TestTheOperatorsServicesSpeakTLS(t *testing.T) {
	c := withExplorer(t)
	pods := c.pods()
	for _, name := range append(slices.Clone(services), "explorer") {
		settings, prefix := c.settings(t, pods[name]), envPrefix(name)
		require.Equal(t, "false", settings[prefix+"PLAINTEXT"], name)
		flags := known(t, name)
		for setting, file := range map[string]string{"TLS_CERT": "tls.crt", "TLS_KEY": "tls.key", "TLS_CA": "ca.crt"} {
			require.Equal(t, "/run/secrets/tls/"+file, settings[prefix+setting], name)
			require.True(t, flags[prefix+setting], "%s has no setting %s", name, prefix+setting)
		}
		mounted := false
		for _, v := range pods[name].Spec.Volumes {
			mounted = mounted || v.Name == "tls" && v.Secret.SecretName == "ethml-tls-"+name
		}
		require.True(t, mounted, name)
	}
	for name, s := range c.settings(t, pods["explorer"]) {
		require.True(t, known(t, "explorer")[name], "explorer has no setting %s=%s", name, s)
	}
}

var (
	// makeCerts is the guide's command that makes certificates.
	makeCerts = regexp.MustCompile(`(?m)^ethml (certs [^#\n]*)`)
	// fromFile is a file that the guide puts into a Secret, $s standing for a service.
	fromFile = regexp.MustCompile(`--from-file=(certs/\S+)`)
)

func TestTheGuideTakesTheFilesThatEthmlCertsMakes(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join("..", "..", "docs", "kubernetes.md"))
	require.NoError(t, err)
	programs, err := programs()
	require.NoError(t, err)
	line := makeCerts.FindStringSubmatch(string(guide))
	require.NotNil(t, line, "the guide makes no certificates")
	cmd := exec.Command(filepath.Join(programs, "ethml"), strings.Fields(line[1])...)
	cmd.Dir = t.TempDir()
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	named := fromFile.FindAllStringSubmatch(string(guide), -1)
	for _, service := range append(slices.Clone(services), "explorer") {
		var keys []string
		for _, m := range named {
			path := strings.ReplaceAll(m[1], "$s", service)
			require.FileExists(t, filepath.Join(cmd.Dir, path))
			keys = append(keys, filepath.Base(path))
		}
		require.ElementsMatch(t, []string{"tls.crt", "tls.key", "ca.crt"}, keys, service)
	}
}
