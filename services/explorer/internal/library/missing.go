package library

import (
	"errors"
	"fmt"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/manifest"
)

// missing is why content isn't there, in words for those who read pages: which sources were asked, and what to do about it,
// is for whoever runs the explorer, and stands in its log. It wraps that.
type missing struct{ err error }

func (m *missing) Unwrap() error { return m.err }

func (m *missing) Error() string {
	switch {
	case errors.Is(m.err, cid.ErrInvalid):
		return "its name on chain is no CID that can be read"
	case errors.Is(m.err, manifest.ErrInvalid):
		return m.err.Error() // for its publisher
	case errors.Is(m.err, content.ErrTooLarge):
		return fmt.Sprintf("it has more than the %d KiB that are fetched for showing", MaxDataBytes>>10)
	case errors.Is(m.err, content.ErrMalformed):
		return "what its CID names is no plain file"
	case errors.Is(m.err, content.ErrNotFound):
		return "none of the sources that this explorer asks has it"
	}
	return "the sources that this explorer asks did not answer, or not in time"
}
