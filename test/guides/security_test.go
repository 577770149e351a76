package guides

import (
	"testing"

	"github.com/ethml/ethml/test/internal/system"
)

func TestTheSecurityPage(t *testing.T) {
	Run(t, "docs/security.md", map[string]string{"AT_WATCHER": system.FreeAddress(t)})
}
