package guides

import "testing"

func TestTheDebuggingGuide(t *testing.T) { Run(t, "docs/debugging.md", nil) }
