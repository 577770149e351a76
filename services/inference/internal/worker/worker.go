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

// keepBuffer is the largest buffer kept from one request to the next, in bytes.
const keepBuffer = 4 << 20

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
	s := &server{fd: Descriptor, models: map[uint64]*ort.Model{}}
	if err := s.hello(c); err != nil {
		return errors.Join(err, s.reply(frame.Broken, 0, []byte(err.Error())))
	}
	for {
		h, err := s.receive()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := s.handle(h); err != nil {
			return err
		}
		if s.request.Cap() > keepBuffer {
			s.request.Free()
		}
		if s.result.Cap() > keepBuffer {
			s.result.Free()
		}
	}
}

type server struct {
	fd      int
	models  map[uint64]*ort.Model
	request ort.Buffer
	result  ort.Buffer
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
	return s.reply(frame.Hello, 0, b)
}

// receive reads a message into s.request, header and all; the body starts at a
// multiple of frame.Alignment.
func (s *server) receive() (frame.Header, error) {
	const skip = frame.Alignment - frame.HeaderSize
	if err := s.request.Grow(16 << 10); err != nil {
		return frame.Header{}, err
	}
	got := skip
	need := frame.Alignment
	var h frame.Header
	for got < need {
		n, err := unix.Read(s.fd, s.request.Bytes()[got:])
		switch {
		case errors.Is(err, unix.EINTR):
			continue
		case err != nil:
			return h, fmt.Errorf("read request: %w", err)
		case n == 0:
			return h, io.EOF
		}
		before := got
		got += n
		if before < frame.Alignment && got >= frame.Alignment {
			h = frame.ParseHeader(s.request.Bytes()[skip:])
			if h.Length > frame.MaxBody {
				return h, fmt.Errorf("request of %d bytes", h.Length)
			}
			need = frame.Alignment + int(h.Length)
			if err := s.request.Grow(max(need, got)); err != nil {
				return h, err
			}
		}
	}
	return h, s.request.Grow(need)
}

func (s *server) body() []byte { return s.request.Bytes()[frame.Alignment:] }

func (s *server) handle(h frame.Header) error {
	switch h.Kind {
	case frame.Load:
		description, err := s.load(h.Arg, s.body())
		if err != nil {
			return s.fail(err)
		}
		return s.reply(frame.Done, 0, description)
	case frame.Unload:
		if m := s.models[h.Arg]; m != nil {
			m.Close()
			delete(s.models, h.Arg)
		}
		return s.reply(frame.Done, 0, nil)
	case frame.Run:
		return s.run(h.Arg)
	}
	return fmt.Errorf("request of kind %d", h.Kind)
}

func (s *server) load(slot uint64, body []byte) ([]byte, error) {
	if len(body) < 8 {
		return nil, errors.New("load request without its limits")
	}
	memory, flags, model := le32(body), le32(body[4:]), body[8:]
	if old := s.models[slot]; old != nil {
		old.Close()
		delete(s.models, slot)
	}
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
	s.models[slot] = m
	return json.Marshal(m.Describe())
}

func (s *server) run(slot uint64) error {
	m := s.models[slot]
	if m == nil {
		return s.fail(fmt.Errorf("no model in slot %d", slot))
	}
	if err := s.result.Grow(frame.HeaderSize); err != nil {
		return s.fail(err)
	}
	began := now()
	err := m.Run(s.body(), &s.result)
	took := now() - began
	b := s.result.Bytes()
	switch {
	case err != nil:
		err = s.fail(err)
	case len(b)-frame.HeaderSize > frame.MaxBody:
		err = s.reply(frame.Exhausted, 0, fmt.Appendf(nil, "outputs of %d bytes", len(b)))
	default:
		frame.PutHeader(b, frame.Header{Length: uint32(len(b) - frame.HeaderSize), Kind: frame.Done, Arg: uint64(took)})
		err = s.write(b)
	}
	return errors.Join(err, s.result.Grow(0))
}

func (s *server) fail(err error) error {
	var o *ort.Error
	kind := frame.Failed
	switch {
	case errors.As(err, &o) && o.OutOfMemory():
		kind = frame.Exhausted
	case errors.As(err, &o) && o.NotTensor():
		kind = frame.NotTensor
	case errors.Is(err, onnxfile.ErrMalformed), errors.Is(err, onnxfile.ErrRandom),
		errors.Is(err, onnxfile.ErrExternalData), errors.Is(err, onnxfile.ErrTooDeep):
		kind = frame.Refused
	}
	return s.reply(kind, 0, []byte(err.Error()))
}

func (s *server) reply(kind uint32, arg uint64, body []byte) error {
	b := make([]byte, frame.HeaderSize, frame.HeaderSize+len(body))
	frame.PutHeader(b, frame.Header{Length: uint32(len(body)), Kind: kind, Arg: arg})
	return s.write(append(b, body...))
}

func (s *server) write(b []byte) error {
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

// now is the monotonic clock in nanoseconds.
func now() int64 {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_MONOTONIC, &t); err != nil {
		return 0
	}
	return t.Nano()
}
