package guides

import (
	"os/exec"
	"testing"
)

func TestTheReadme(t *testing.T) { Run(t, "README.md", nil) }

// jq is no part of what the build needs.
func TestTheModelsPage(t *testing.T) {
	if _, err := exec.LookPath("jq"); err != nil {
		t.Skip(err)
	}
	Run(t, "models/README.md", nil)
}
