package guides

import "testing"

func TestTheReadme(t *testing.T) { Run(t, "README.md", nil) }
