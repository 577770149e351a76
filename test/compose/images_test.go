//go:build compose

package compose

import (
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestImages checks what an image is before anything runs in it. Limits are in MB of the unpacked image.
func TestImages(t *testing.T) {
	for image, limit := range map[string]float64{"watcher": 30, "inference": 120, "pow": 30, "submitter": 30, "explorer": 45, "ethml": 150} {
		t.Run(image, func(t *testing.T) {
			name := "ethml/" + image + ":" + imageVersion()
			size, err := strconv.ParseFloat(docker(t, "image", "inspect", "--format", "{{.Size}}", name), 64)
			require.NoError(t, err)
			metrics["image_mb_"+image] = size / 1e6
			require.Less(t, size/1e6, limit)

			label := func(key string) string {
				return docker(t, "image", "inspect", "--format", `{{index .Config.Labels "org.opencontainers.image.`+key+`"}}`, name)
			}
			revision := os.Getenv("ETHML_REVISION")
			require.Equal(t, imageVersion(), label("version"))
			require.Equal(t, revision, label("revision"))
			require.NotEmpty(t, label("title"))
			require.Equal(t, "65532:65532", docker(t, "image", "inspect", "--format", "{{.Config.User}}", name))

			version := docker(t, "run", "--rm", "--read-only", "--network", "none", name, "--version")
			require.Contains(t, version, imageVersion())
			require.Contains(t, version, revision)
		})
	}
}
