package guides

import "testing"

func TestThePublisherGuide(t *testing.T) { Run(t, "docs/publisher-guide.md", nil) }
