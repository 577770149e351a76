package guides

import (
	"os/exec"
	"testing"

	"github.com/ethml/ethml/test/internal/system"
)

// curl and jq are no part of what the build needs, so where they are missing the page's commands can't be tried.
func TestTheExplorersPage(t *testing.T) {
	for _, tool := range []string{"curl", "jq"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(err)
		}
	}
	Run(t, "docs/explorer.md", map[string]string{"AT_EXPLORER": system.FreeAddress(t)})
}
