package grpcx

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
	"google.golang.org/grpc/tap"
)

// What a call's headers may be, in bytes as RFC 9113, 10.5.1 counts them: names, values and 32 for each.
const (
	maxHeaders  = 64 << 10       // more is refused with a status
	hardHeaders = 4 * maxHeaders // what gRPC takes in at all: more ends the call, or its connection, without one
	maxFrame    = 16 << 10       // bytes of a frame, HTTP/2's default
	frameHead   = 9              // bytes before a frame's payload
)

var errSlowHeaders = errors.New("the call's headers took too long")

// headerBytes is about the size of a call's headers: those that HTTP/2 itself uses aren't all told of.
func headerBytes(call *tap.Info) int {
	total := len(call.FullMethodName)
	for name, values := range call.Header {
		for _, value := range values {
			total += len(name) + len(value) + 32
		}
	}
	return total
}

// watched is a connection whose headers are looked at while gRPC reads them. gRPC tells nobody of headers that are larger
// than it takes in: it ends the call or the connection. Here they are counted; the bytes go on as they came. What gRPC has
// no limit for is how long headers may take: they get receive, then the connection is closed.
type watched struct {
	net.Conn
	refuse  func(reason string, detail error)
	most    int // bytes of headers that gRPC takes in
	receive time.Duration

	// Of the goroutine that reads.
	head    [frameHead]byte // of the frame at hand
	got     int             // bytes of head that have come
	left    int             // bytes of its payload that haven't
	payload []byte          // of a frame of headers that comes in pieces
	block   bool            // headers have begun and not ended
	blocks  int             // that have begun
	size    int             // of the newest so far
	decoder *hpack.Decoder  // nil once the connection is beyond understanding, which gRPC closes
	timed   int             // the block whose time is running, 0: none

	mu   sync.Mutex
	late *time.Timer
}

func watch(conn net.Conn, most int, receive time.Duration, refuse func(string, error)) *watched {
	w := &watched{Conn: conn, refuse: refuse, most: most, receive: receive}
	w.decoder = hpack.NewDecoder(4096, w.add)
	w.decoder.SetMaxStringLength(most)
	return w
}

// Read is part of net.Conn.
func (w *watched) Read(b []byte) (int, error) {
	n, err := w.Conn.Read(b)
	w.see(b[:n])
	late := 0
	if w.block && w.decoder != nil && err == nil {
		late = w.blocks
	}
	if late != w.timed {
		w.timed = late
		w.time(late != 0)
	}
	return n, err
}

// Close is part of net.Conn.
func (w *watched) Close() error {
	w.time(false)
	return w.Conn.Close()
}

// time begins or ends the time that headers have to come.
func (w *watched) time(begin bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.late != nil {
		w.late.Stop()
	}
	if !begin {
		return
	}
	w.late = time.AfterFunc(w.receive, func() {
		w.refuse(refusedSlow, errSlowHeaders)
		// Who reads from it notices.
		_ = w.Conn.Close()
	})
}

// see follows the frames through the next bytes.
func (w *watched) see(b []byte) {
	for len(b) > 0 && w.decoder != nil {
		if w.got < frameHead {
			n := copy(w.head[w.got:], b)
			w.got, b = w.got+n, b[n:]
			if w.got < frameHead {
				return
			}
			if w.begin(); w.decoder == nil {
				return
			}
		}
		part := b[:min(len(b), w.left)]
		w.left, b = w.left-len(part), b[len(part):]
		if w.headers() && (w.left > 0 || len(w.payload) > 0) {
			w.payload = append(w.payload, part...)
			part = w.payload
		}
		if w.left > 0 {
			return
		}
		if w.headers() {
			w.decode(part)
		}
		w.got, w.payload = 0, w.payload[:0]
	}
}

func (w *watched) kind() http2.FrameType { return http2.FrameType(w.head[3]) }

func (w *watched) has(f http2.Flags) bool { return http2.Flags(w.head[4]).Has(f) }

func (w *watched) headers() bool {
	return w.kind() == http2.FrameHeaders || w.kind() == http2.FrameContinuation
}

// begin takes note of a frame's head.
func (w *watched) begin() {
	w.left = int(binary.BigEndian.Uint32(w.head[:]) >> 8)
	if w.left > maxFrame {
		w.giveUp(refusedOversized, fmt.Errorf("a frame of %d bytes: %d are the most", w.left, maxFrame))
		return
	}
	if w.kind() == http2.FrameHeaders {
		w.block, w.size = true, 0
		w.blocks++
		w.decoder.SetEmitEnabled(true)
	}
}

// decode adds up what a frame of headers holds.
func (w *watched) decode(payload []byte) {
	if w.kind() == http2.FrameHeaders {
		var ok bool
		if payload, ok = unpadded(payload, w.has(http2.FlagHeadersPadded), w.has(http2.FlagHeadersPriority)); !ok {
			w.giveUp(refusedProtocol, errors.New("a frame of headers that is all padding"))
			return
		}
	}
	_, err := w.decoder.Write(payload)
	if err == nil && w.has(http2.FlagHeadersEndHeaders) {
		w.block = false
		err = w.decoder.Close()
	}
	switch {
	case errors.Is(err, hpack.ErrStringLength):
		w.giveUp(refusedOversized, w.tooMany())
	case err != nil:
		w.giveUp(refusedProtocol, err)
	}
}

// unpadded is what a HEADERS frame has between its priority and its padding.
func unpadded(payload []byte, padded, priority bool) ([]byte, bool) {
	before, after := 0, 0
	if padded {
		if len(payload) == 0 {
			return nil, false
		}
		before, after = 1, int(payload[0])
	}
	if priority {
		before += 5
	}
	if before+after > len(payload) {
		return nil, false
	}
	return payload[before : len(payload)-after], true
}

// add takes note of a header.
func (w *watched) add(f hpack.HeaderField) {
	if w.size += int(f.Size()); w.size > w.most {
		w.decoder.SetEmitEnabled(false)
		w.refuse(refusedOversized, w.tooMany())
	}
}

func (w *watched) tooMany() error { return fmt.Errorf("headers of more than %d bytes", w.most) }

// giveUp refuses what gRPC closes the connection for.
func (w *watched) giveUp(reason string, why error) {
	w.decoder = nil
	w.refuse(reason, why)
}
