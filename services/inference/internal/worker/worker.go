// Package worker is the inside of the worker process: it opens ONNX Runtime,
// locks itself in, and only then reads the models it is sent and runs them.
//
// It writes nothing to standard output, and to standard error only what it
// dies of. When its socket closes it exits.
package worker

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"golang.org/x/sys/unix"

	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxfile"
	"github.com/ethml/ethml/services/inference/internal/ort"
	"github.com/ethml/ethml/services/inference/internal/sandbox"
)

// Descriptor is the inherited socket that requests and models come from.
const Descriptor = 3

// Config is what the parent tells on the command line.
type Config struct {
	// Library is ONNX Runtime's path.
	Library string
	// Unsandboxed goes on where the kernel has no seccomp.
	Unsandboxed bool
}

// Run serves until the socket closes. An error is also told to the parent.
func Run(c Config) error {
	// Little garbage is made here, and the heap's floor is worth more than speed.
	debug.SetGCPercent(50)
	s := &server{fd: Descriptor, loop: ort.NewLoop(Descriptor)}
	if err := s.hello(c); err != nil {
		return errors.Join(err, s.reply(frame.Broken, []byte(err.Error())))
	}
	for {
		h, body, err := s.loop.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read requests: %w", err)
		}
		if err := s.handle(h, body); err != nil {
			return err
		}
	}
}

type server struct {
	fd   int
	loop *ort.Loop
}

func (s *server) hello(c Config) error {
	if err := sandbox.Prepare(); err != nil {
		return err
	}
	if err := ort.Open(c.Library); err != nil {
		return err
	}
	greeting := frame.Greeting{Version: ort.Version()}
	switch err := sandbox.Enter(); {
	case err == nil:
		greeting.Sandboxed = true
		greeting.Attempts = sandbox.Attempt()
		if err := sandbox.Held(greeting.Attempts); err != nil {
			return err
		}
	case !c.Unsandboxed || !errors.Is(err, sandbox.ErrUnsupported):
		return err
	}
	b, err := json.Marshal(greeting)
	if err != nil {
		return err
	}
	return s.reply(frame.Hello, b)
}

// handle answers what the loop leaves to it.
func (s *server) handle(h frame.Header, body []byte) error {
	switch h.Kind {
	case frame.Load:
		description, err := s.load(h.Arg, body)
		if err != nil {
			return s.fail(err)
		}
		return s.reply(frame.Done, description)
	case frame.Unload:
		s.loop.Put(h.Arg, nil)
		return s.reply(frame.Done, nil)
	case frame.Run:
		return s.fail(fmt.Errorf("no model in slot %d", h.Arg))
	}
	return fmt.Errorf("request of kind %d", h.Kind)
}

func (s *server) load(slot uint64, body []byte) ([]byte, error) {
	if len(body) < 8 {
		return nil, errors.New("load request without its limits")
	}
	memory, flags, model := le32(body), le32(body[4:]), body[8:]
	s.loop.Put(slot, nil)
	if err := (onnxfile.Rules{Vote: flags&frame.FlagVote != 0}).Check(model); err != nil {
		return nil, err
	}
	// The limit is counted from what is in use now, so the models' budgets don't eat into each other's.
	if err := sandbox.LimitMemory(uint64(memory) << 20); err != nil {
		return nil, err
	}
	m, err := ort.Load(model)
	if err != nil {
		return nil, err
	}
	s.loop.Put(slot, m)
	return json.Marshal(m.Describe())
}

func (s *server) fail(err error) error {
	var o *ort.Error
	kind := frame.Failed
	switch {
	case errors.As(err, &o) && o.OutOfMemory():
		kind = frame.Exhausted
	case errors.Is(err, onnxfile.ErrMalformed), errors.Is(err, onnxfile.ErrRandom),
		errors.Is(err, onnxfile.ErrExternalData), errors.Is(err, onnxfile.ErrTooDeep):
		kind = frame.Refused
	}
	return s.reply(kind, []byte(err.Error()))
}

func (s *server) reply(kind uint32, body []byte) error {
	b := make([]byte, frame.HeaderSize, frame.HeaderSize+len(body))
	frame.PutHeader(b, frame.Header{Length: uint32(len(body)), Kind: kind})
	b = append(b, body...)
	for len(b) > 0 {
		n, err := unix.Write(s.fd, b)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil {
			return fmt.Errorf("write reply: %w", err)
		}
		b = b[n:]
	}
	return nil
}

func le32(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}
