// Package logging makes the structured logger that a service is given.
package logging

import (
	"fmt"
	"io"
	"log/slog"
)

// Flags are the command-line flags of a logger; embed them in a kong struct with prefix "log-".
type Flags struct {
	Level  string `help:"Lowest level to log: debug, info, warn or error." default:"info" enum:"debug,info,warn,error"`
	Format string `help:"Form of a log line: json or text." default:"json" enum:"json,text"`
}

// New makes a logger that writes to w.
func (f Flags) New(w io.Writer) (*slog.Logger, error) {
	var level slog.Level
	if err := level.UnmarshalText([]byte(f.Level)); err != nil {
		return nil, fmt.Errorf("log level %q: choose debug, info, warn or error", f.Level)
	}
	options := &slog.HandlerOptions{Level: level}
	switch f.Format {
	case "json":
		return slog.New(slog.NewJSONHandler(w, options)), nil
	case "text":
		return slog.New(slog.NewTextHandler(w, options)), nil
	}
	return nil, fmt.Errorf("log format %q: choose json or text", f.Format)
}

// Discard drops everything; a service without a logger uses it.
func Discard() *slog.Logger { return slog.New(slog.DiscardHandler) }
