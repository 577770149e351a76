package content

import (
	"errors"
	"fmt"

	"github.com/ethml/ethml/internal/cid"
)

// What may be the matter with content. ErrMalformed and ErrTooLarge are
// verdicts on the content itself, the same on every machine; the other two are
// about what could be reached.
var (
	ErrNotFound    = errors.New("not found")
	ErrUnavailable = errors.New("unavailable")
	ErrMalformed   = errors.New("malformed")
	ErrTooLarge    = errors.New("too large")
)

var remedies = map[error]string{
	ErrNotFound:    "add it (ethml request uploads a file, so does ipfs add --cid-version=1), or name a source that has it",
	ErrUnavailable: "start the source that has it, or name another one",
	ErrMalformed:   "publish the plain file: ipfs add --cid-version=1 FILE",
	ErrTooLarge:    "publish a smaller file",
}

// Error names the content, what is the matter with it, and the remedy. It
// matches its Kind with errors.Is.
type Error struct {
	// Kind is one of the four errors above.
	Kind error
	CID  cid.CID
	// Err has the details; it may be nil.
	Err error
}

func (e *Error) Error() string {
	text := fmt.Sprintf("content %s: %s", e.CID, e.Kind)
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text + "; " + remedies[e.Kind]
}

// Unwrap gives the kind and the cause.
func (e *Error) Unwrap() []error { return []error{e.Kind, e.Err} }

// about says what an error within a DAG means for the DAG's root.
func about(root cid.CID, err error) error {
	var inner *Error
	if !errors.As(err, &inner) {
		return &Error{Kind: ErrUnavailable, CID: root, Err: err}
	}
	if inner.CID == root {
		return inner
	}
	return &Error{Kind: inner.Kind, CID: root, Err: fmt.Errorf("block %s: %w", inner.CID, inner.Err)}
}
