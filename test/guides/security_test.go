package guides

import "testing"

func TestTheSecurityPage(t *testing.T) { Run(t, "docs/security.md", nil) }
