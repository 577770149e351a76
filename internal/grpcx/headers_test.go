package grpcx

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

func TestTooManyHeadersAreRefusedWithAStatusAndTheirConnectionGoesOn(t *testing.T) {
	r := newRig(t, nil)
	conn, err := Dial(r.addr, ClientConfig{Security: r.security(RolePow), Role: RoleSubmitter})
	require.NoError(t, err)
	defer conn.Close()
	ask := func(size int) error {
		ctx := metadata.AppendToOutgoingContext(t.Context(), "x", strings.Repeat("a", size))
		return conn.Invoke(ctx, echoCheck, &healthpb.HealthCheckRequest{}, &healthpb.HealthCheckResponse{})
	}
	require.NoError(t, ask(maxHeaders-1000))
	for _, size := range []int{maxHeaders, 2 * maxHeaders, 3 * maxHeaders} {
		err := ask(size)
		require.Equal(t, codes.ResourceExhausted, status.Code(err), err)
		require.ErrorContains(t, err, "65536 are the most")
	}
	require.EqualValues(t, 3, r.refused(refusedOversized), "counted before the answer leaves")
	require.Equal(t, 1, r.log.count("peer refused"))
	require.Equal(t, 1, r.log.count("name=pow"))
	require.NoError(t, ask(0))
}

func TestHeadersThatAreNotEvenReadAreCountedAndEndTheirCallOrConnectionOnly(t *testing.T) {
	r := newRig(t, nil)
	calm, err := Dial(r.addr, ClientConfig{Security: r.security(RolePow), Role: RoleSubmitter})
	require.NoError(t, err)
	defer calm.Close()
	fits := hpack.HeaderField{Name: "x", Value: strings.Repeat("a", 3000)}
	for i, headers := range [][]hpack.HeaderField{
		{{Name: "x", Value: strings.Repeat("a", 2*hardHeaders)}},                                             // one that is too long
		many(hardHeaders/100, hpack.HeaderField{Name: "x", Value: strings.Repeat("a", 99), Sensitive: true}), // too many, in several frames
		many(hardHeaders/3000+2, fits),                                                                       // too many, though HPACK makes a few bytes of them
	} {
		conn := r.tls("127.0.0.2")
		f := r.stream(conn, echoCheck, headers...)
		if i == 2 {
			require.Equal(t, "FRAME_SIZE_ERROR", outcome(t, conn, f))
			require.NoError(t, f.WritePing(false, [8]byte{1}), "the connection goes on")
		} else {
			closed(t, conn)
		}
		require.Eventually(t, func() bool { return r.refused(refusedOversized) == float64(i+1) }, 5*time.Second, 5*time.Millisecond)
		require.NoError(t, calm.Invoke(t.Context(), echoCheck, &healthpb.HealthCheckRequest{}, &healthpb.HealthCheckResponse{}))
	}
	require.Equal(t, 1, r.log.count("peer refused"))
}

func many(n int, f hpack.HeaderField) []hpack.HeaderField {
	out := make([]hpack.HeaderField, n)
	for i := range out {
		out[i] = f
	}
	return out
}

func TestAFrameThatIsTooLargeAndOneThatIsNoneAreCounted(t *testing.T) {
	r := newRig(t, nil)
	conn := r.tls("127.0.0.2")
	f := r.stream(conn, echoCheck)
	_ = f.WriteData(1, true, make([]byte, maxFrame+1)) // the server may have had enough
	closed(t, conn)
	require.Eventually(t, func() bool { return r.refused(refusedOversized) == 1 }, 5*time.Second, 5*time.Millisecond)
	conn = r.tls("127.0.0.2")
	f = r.stream(conn, echoCheck)
	_ = f.WriteRawFrame(http2.FrameHeaders, http2.FlagHeadersEndHeaders, 3, []byte{0xff, 0xff, 0xff, 0xff, 0x7f}) // an index that there isn't
	closed(t, conn)
	require.Eventually(t, func() bool { return r.refused(refusedProtocol) == 1 }, 5*time.Second, 5*time.Millisecond)
}

func TestHeadersThatDoNotEndAreSlow(t *testing.T) {
	r := newRig(t, func(c *ServerConfig) { c.ReceiveLimit = 300 * time.Millisecond })
	conn := r.tls("127.0.0.2")
	_, err := io.WriteString(conn, http2.ClientPreface)
	require.NoError(t, err)
	f := http2.NewFramer(conn, conn)
	require.NoError(t, f.WriteSettings())
	require.NoError(t, f.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: []byte{0x83}}))
	require.NoError(t, r.call(r.security(RolePow), RoleSubmitter, echoCheck), "meanwhile")
	closed(t, conn)
	require.EqualValues(t, 1, r.refused(refusedSlow), "counted before it is closed")
}

func TestOnAPublicPortTooManyHeadersAreRefusedBeforeTheirTokenIsLookedAt(t *testing.T) {
	s := newStreet(t, nil)
	conn := s.dial("127.0.0.2", insecure.NewCredentials())
	for _, authorization := range []string{"Bearer " + token, "Bearer " + strings.Repeat("a", maxHeaders)} {
		ctx := metadata.AppendToOutgoingContext(t.Context(), "authorization", authorization, "x", strings.Repeat("a", maxHeaders))
		err := conn.Invoke(ctx, echoCheck, &healthpb.HealthCheckRequest{}, &healthpb.HealthCheckResponse{})
		require.Equal(t, codes.ResourceExhausted, status.Code(err), err)
	}
	require.EqualValues(t, 2, s.refused(refusedOversized))
	require.NoError(t, s.ask(conn, "Bearer "+token))
}

// script is a connection whose reads are given beforehand, some time apart.
type script struct {
	net.Conn
	reads [][]byte
	apart time.Duration
	shut  context.CancelFunc
	open  context.Context
}

func newScript(t *testing.T, apart time.Duration, reads ...[]byte) *script {
	s := &script{reads: reads, apart: apart}
	s.open, s.shut = context.WithCancel(t.Context())
	return s
}

func (s *script) Read(b []byte) (int, error) {
	if len(s.reads) == 0 {
		<-s.open.Done()
		return 0, net.ErrClosed
	}
	next := s.reads[0]
	s.reads = s.reads[1:]
	<-time.After(s.apart)
	return copy(b, next), nil
}

func (s *script) Close() error {
	s.shut()
	return nil
}

// TestEachBlockOfHeadersHasItsOwnTime: a busy connection whose reads end in the middle of headers each time is not slow.
func TestEachBlockOfHeadersHasItsOwnTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		frame := []byte{0, 0, 1, byte(http2.FrameHeaders), byte(http2.FlagHeadersEndHeaders), 0, 0, 0, 1, 0x83}
		reads := [][]byte{append(append([]byte{}, frame...), frame[:9]...)}
		for range 10 {
			reads = append(reads, append(append([]byte{}, frame[9:]...), frame[:9]...))
		}
		began := time.Now()
		var refused []string
		w := watch(newScript(t, 20*time.Second, reads...), hardHeaders, 30*time.Second, func(reason string, _ error) { refused = append(refused, reason) })
		_, err := io.Copy(io.Discard, w)
		require.ErrorIs(t, err, net.ErrClosed)
		require.Equal(t, []string{refusedSlow}, refused, "only the last, which never ends")
		require.Equal(t, 11*20*time.Second+30*time.Second, time.Since(began))
	})
}

func TestAClosedConnectionIsNotSlow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := watch(newScript(t, 0, []byte{0, 0, 1, byte(http2.FrameHeaders), 0, 0, 0, 0, 1, 0x83}), hardHeaders, time.Second, func(reason string, _ error) { t.Error(reason) })
		_, err := w.Read(make([]byte, 100))
		require.NoError(t, err)
		require.NoError(t, w.Close())
		<-time.After(time.Minute) // of the bubble's clock
	})
}

// FuzzHeaders: in whatever pieces a connection's bytes come, they are understood the same, and headers that the HTTP/2
// library cuts short, as gRPC has it do, are counted.
func FuzzHeaders(f *testing.F) {
	const most = 1000
	seed := func(padded bool, headers ...hpack.HeaderField) []byte {
		var out, block bytes.Buffer
		framer, e := http2.NewFramer(&out, nil), hpack.NewEncoder(&block)
		require.NoError(f, e.WriteField(hpack.HeaderField{Name: ":method", Value: "POST"}))
		for _, h := range headers {
			require.NoError(f, e.WriteField(h))
		}
		require.NoError(f, framer.WriteSettings())
		p := http2.HeadersFrameParam{StreamID: 1, BlockFragment: block.Bytes(), EndHeaders: true}
		if padded {
			p.PadLength, p.Priority = 7, http2.PriorityParam{StreamDep: 3, Weight: 1}
		}
		require.NoError(f, framer.WriteHeaders(p))
		require.NoError(f, framer.WriteData(1, true, []byte("abc")))
		return out.Bytes()
	}
	long := hpack.HeaderField{Name: "x", Value: strings.Repeat("a", 500)}
	f.Add(seed(false), 1)
	f.Add(seed(true, long), 3)
	f.Add(seed(true, long, long), 7)
	f.Add(seed(false, hpack.HeaderField{Name: "x", Value: strings.Repeat("a", 3000)}), 10)
	f.Fuzz(func(t *testing.T, data []byte, piece int) {
		piece = max(1, min(piece, len(data)))
		look := func(step int) (reasons []string) {
			w := watch(nil, most, time.Hour, func(reason string, err error) {
				require.Error(t, err)
				reasons = append(reasons, reason)
			})
			for rest := data; len(rest) > 0; {
				n := min(step, len(rest))
				w.see(rest[:n])
				rest = rest[n:]
			}
			return reasons
		}
		whole := look(len(data) + 1)
		require.Equal(t, whole, look(piece))
		if bytes.Contains(data, []byte("trailer")) {
			return // which the library counts apart
		}
		framer := http2.NewFramer(io.Discard, bytes.NewReader(data))
		framer.SetMaxReadFrameSize(maxFrame)
		framer.MaxHeaderListSize = most
		framer.ReadMetaHeaders = hpack.NewDecoder(4096, nil)
		cut := 0
		for {
			frame, err := framer.ReadFrame()
			if m, ok := frame.(*http2.MetaHeadersFrame); ok && err == nil && m.Truncated {
				cut++
			}
			if s := (http2.StreamError{}); err != nil && !errors.As(err, &s) {
				break
			}
		}
		counted := 0
		for _, reason := range whole {
			if reason == refusedOversized {
				counted++
			}
		}
		require.GreaterOrEqual(t, counted, cut)
	})
}
