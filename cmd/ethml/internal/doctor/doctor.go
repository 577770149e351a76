// Package doctor looks at everything a node depends on and says, a line each, what is well and what to do about what
// isn't.
package doctor

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"
)

// Finding is the result of one check.
type Finding struct {
	Check  string `json:"check"`
	OK     bool   `json:"ok"`
	Detail string `json:"detail"`           // what was found
	Remedy string `json:"remedy,omitempty"` // what to do when it isn't well
}

// CheckError is an error of a check together with its remedy.
type CheckError struct {
	Err    error
	Remedy string
}

func (p *CheckError) Error() string { return p.Err.Error() }

// Unwrap gives the error without the remedy.
func (p *CheckError) Unwrap() error { return p.Err }

// problem makes an error with a remedy.
func problem(remedy, format string, args ...any) error {
	return &CheckError{Err: fmt.Errorf(format, args...), Remedy: remedy}
}

// Check is one question.
type Check struct {
	Name string
	// Ask gives what was found, or a *CheckError. Its context is bounded.
	Ask func(ctx context.Context) (string, error)
}

// askLimit bounds each check.
const askLimit = 10 * time.Second

// Run asks all checks in order, telling each finding as it comes, and reports whether all is well.
func Run(ctx context.Context, checks []Check, tell func(Finding)) bool {
	well := true
	for _, c := range checks {
		f := one(ctx, c)
		well = well && f.OK
		tell(f)
	}
	return well
}

func one(ctx context.Context, c Check) Finding {
	ctx, cancel := context.WithTimeout(ctx, askLimit)
	defer cancel()
	detail, err := c.Ask(ctx)
	if err == nil {
		return Finding{Check: c.Name, OK: true, Detail: detail}
	}
	f := Finding{Check: c.Name, Detail: err.Error()}
	var p *CheckError
	if errors.As(err, &p) {
		f.Remedy = p.Remedy
	}
	return f
}

// WriteText writes a finding as a line, such as "ok    chain id   1337"; colour for a terminal.
func (f Finding) WriteText(w io.Writer, colour bool) error {
	mark, text, code := "ok  ", f.Detail, "32"
	if !f.OK {
		mark, code = "FAIL", "1;31"
		if f.Remedy != "" {
			text += " -> " + f.Remedy
		}
	}
	if colour {
		mark = "\x1b[" + code + "m" + mark + "\x1b[0m"
	}
	_, err := fmt.Fprintf(w, "%s  %-22s %s\n", mark, f.Check, text)
	return err
}
