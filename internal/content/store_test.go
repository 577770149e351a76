package content

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethml/ethml/internal/cid"
)

func TestCIDsAreThoseOfTheProtocol(t *testing.T) {
	tests := []struct {
		data []byte
		want string
	}{
		{nil, "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"},
		{
			[]byte("[-0.20083096,-0.94754919,-1.30577717,-1.56847805,-0.51732802,-0.30056338,0.11701193,-0.85283184,-0.7685452,-1.00607735]"),
			"bafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuua",
		},
	}
	for _, test := range tests {
		if got, err := Identify(test.data); err != nil || got.String() != test.want {
			t.Errorf("%q: %s, %v; want %s", test.data, got, err, test.want)
		}
	}
	for size, want := range map[int]cid.Codec{ChunkBytes: cid.Raw, ChunkBytes + 1: cid.DagPB} {
		if got, err := Identify(pattern(size)); err != nil || got.Codec != want {
			t.Errorf("%d bytes: codec %#x, %v; want %#x", size, got.Codec, err, want)
		}
	}
}

func TestEmbeddedStoreGivesBackWhatWasAdded(t *testing.T) {
	dir := t.TempDir()
	for _, size := range []int{0, 1, ChunkBytes, ChunkBytes + 1, 3 << 20, 46 << 20} {
		embedded, err := OpenEmbedded(dir)
		if err != nil {
			t.Fatal(err)
		}
		data := pattern(size)
		id, err := embedded.Add(t.Context(), data)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := OpenEmbedded(dir); err == nil || !strings.Contains(err.Error(), "another process") {
			t.Errorf("opened twice: %v, want an error that says who has it", err)
		}
		if err := embedded.Close(); err != nil {
			t.Fatal(err)
		}
		// Another process, later.
		if embedded, err = OpenEmbedded(dir); err != nil {
			t.Fatal(err)
		}
		got, err := newStore(t, Config{Embedded: embedded}).Get(t.Context(), id, int64(size))
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes: got %d, %v", size, len(got), err)
		}
		if err := embedded.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMissingContentIsNamedWithARemedy(t *testing.T) {
	id := cid.Sum(cid.Raw, []byte("absent"))
	_, err := newStore(t, Config{Embedded: openEmbedded(t)}).Get(t.Context(), id, 100)
	if !errors.Is(err, ErrNotFound) || !strings.Contains(err.Error(), id.String()) || !strings.Contains(err.Error(), "ipfs add") {
		t.Errorf("%v, want ErrNotFound with the CID and a remedy", err)
	}
}

func TestFirstGoodAnswerWins(t *testing.T) {
	data := []byte("data point")
	id := cid.Sum(cid.Raw, data)
	liar := serving("liar", map[cid.CID][]byte{id: []byte("other bytes")})
	store := newStore(t, Config{
		Remotes: []Source{hanging("slow"), liar, serving("empty", nil), serving("good", map[cid.CID][]byte{id: data})},
	})
	got, err := store.Get(t.Context(), id, 100)
	if err != nil || !bytes.Equal(got, data) {
		t.Errorf("%q, %v; want %q", got, err, data)
	}
}

func TestCorruptBlocksAreRefusedAndReported(t *testing.T) {
	id := cid.Sum(cid.Raw, []byte("data point"))
	var mu sync.Mutex
	seen := map[Outcome]int{}
	store := newStore(t, Config{
		Remotes: []Source{serving("liar", map[cid.CID][]byte{id: []byte("other bytes")})},
		Observe: func(_ string, outcome Outcome, _ time.Duration) { mu.Lock(); defer mu.Unlock(); seen[outcome]++ },
	})
	_, err := store.Get(t.Context(), id, 100)
	if !errors.Is(err, ErrUnavailable) || !strings.Contains(err.Error(), "liar: served other bytes") {
		t.Errorf("%v, want ErrUnavailable that names the liar", err)
	}
	if seen[Corrupt] != 1 || len(seen) != 1 {
		t.Errorf("observed %v, want one corrupt", seen)
	}
}

func TestNotFoundNeedsAnAnswerOfEverySource(t *testing.T) {
	id := cid.Sum(cid.Raw, []byte("absent"))
	tests := []struct {
		name    string
		sources []Source
		want    error
	}{
		{"all say no", []Source{serving("a", nil), serving("b", nil)}, ErrNotFound},
		{"one does not answer", []Source{serving("a", nil), hanging("b")}, ErrUnavailable},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			store := newStore(t, Config{Remotes: test.sources, BlockTimeout: 50 * time.Millisecond})
			if _, err := store.Get(t.Context(), id, 100); !errors.Is(err, test.want) {
				t.Errorf("%v, want %v", err, test.want)
			}
		})
	}
}

func TestASourceThatRestartsIsAskedAgain(t *testing.T) {
	data := []byte("data point")
	id := cid.Sum(cid.Raw, data)
	source := &fakeSource{name: "restarting", answer: func(_ context.Context, id cid.CID, call int) ([]byte, error) {
		if call == 1 {
			return nil, &Error{Kind: ErrUnavailable, CID: id, Err: errors.New("connection reset")}
		}
		return data, nil
	}}
	got, err := newStore(t, Config{Remotes: []Source{source}}).Get(t.Context(), id, 100)
	if err != nil || !bytes.Equal(got, data) {
		t.Errorf("%q, %v; want %q", got, err, data)
	}
}

func TestCallersDeadlineEndsGet(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := newStore(t, Config{Remotes: []Source{hanging("slow")}}).Get(ctx, cid.Sum(cid.Raw, []byte("x")), 100)
	if !errors.Is(err, ErrUnavailable) {
		t.Errorf("%v, want ErrUnavailable", err)
	}
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("took %s", took)
	}
}

func TestCacheSparesTheSecondFetch(t *testing.T) {
	cache, err := OpenCache(t.TempDir(), 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	data := []byte("data point")
	id := cid.Sum(cid.Raw, data)
	source := serving("remote", map[cid.CID][]byte{id: data})
	store := newStore(t, Config{Remotes: []Source{source}, Cache: cache})
	for range 3 {
		if got, err := store.Get(t.Context(), id, 100); err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%q, %v; want %q", got, err, data)
		}
	}
	if source.asked() != 1 {
		t.Errorf("source was asked %d times, want once", source.asked())
	}
}

func TestGatewayStatusesAreToldApart(t *testing.T) {
	id := cid.Sum(cid.Raw, []byte("x"))
	tests := []struct {
		status int
		want   error
	}{{404, ErrNotFound}, {410, ErrNotFound}, {429, ErrUnavailable}, {500, ErrUnavailable}, {504, ErrUnavailable}}
	for _, test := range tests {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/ipfs/"+id.String() || r.URL.Query().Get("format") != "raw" {
				t.Errorf("asked for %s", r.URL)
			}
			w.WriteHeader(test.status)
		}))
		gateway, err := NewGateway(server.URL, server.Client())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := gateway.Block(t.Context(), id); !errors.Is(err, test.want) {
			t.Errorf("status %d: %v, want %v", test.status, err, test.want)
		}
		server.Close()
	}
}

func TestEndlessAnswersAreCutOff(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/octet-stream")
		zeros := make([]byte, 64<<10)
		for r.Context().Err() == nil {
			if _, err := w.Write(zeros); err != nil {
				return
			}
		}
	}))
	defer server.Close()
	gateway, err := NewGateway(server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	kubo, err := NewKubo(server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range []Source{gateway, kubo} {
		_, err := newStore(t, Config{Remotes: []Source{source}}).Get(ctxOf(t), cid.Sum(cid.Raw, []byte("x")), 100)
		if !errors.Is(err, ErrUnavailable) {
			t.Errorf("%s: %v, want ErrUnavailable", source.Name(), err)
		}
	}
}

// TestZipBombsAreCutOff has sources answer with little that unpacks to 4 GiB.
func TestZipBombsAreCutOff(t *testing.T) {
	var packed bytes.Buffer
	zeros, pack := make([]byte, 1<<20), gzip.NewWriter(&packed)
	for range 64 {
		if _, err := pack.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := pack.Close(); err != nil {
		t.Fatal(err)
	}
	var bombs atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/octet-stream")
		if r.Header.Get("Accept-Encoding") != "" {
			w.Header().Set("Content-Encoding", "gzip")
			bombs.Add(1)
		}
		for range 64 { // what is packed piece by piece unpacks as one
			if _, err := w.Write(packed.Bytes()); err != nil {
				return
			}
		}
	}))
	defer server.Close()
	gateway, err := NewGateway(server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	kubo, err := NewKubo(server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range []Source{gateway, kubo} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := newStore(t, Config{Remotes: []Source{source}}).Get(ctxOf(t), cid.Sum(cid.Raw, []byte("x")), 100)
		runtime.ReadMemStats(&after)
		if !errors.Is(err, ErrUnavailable) {
			t.Errorf("%s: %v, want ErrUnavailable", source.Name(), err)
		}
		// Each of the attempts reads no more than a block can have.
		if took := after.TotalAlloc - before.TotalAlloc; took > 256<<20 {
			t.Errorf("%s: %d bytes were allocated", source.Name(), took)
		}
	}
	if bombs.Load() == 0 {
		t.Error("nobody took the packed answer: it tested nothing")
	}
}

func TestUnreachableSourceIsNamed(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := "http://" + listener.Addr().String()
	listener.Close()
	store, closeStore, err := Open(Options{KuboAPIs: []string{address}, CacheDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	defer closeStore()
	if err := store.Check(ctxOf(t)); err == nil || !strings.Contains(err.Error(), address) {
		t.Errorf("check: %v, want an error that names %s", err, address)
	}
	if _, err := store.Add(ctxOf(t), []byte("x")); err == nil || !strings.Contains(err.Error(), address) {
		t.Errorf("add: %v, want an error that names %s", err, address)
	}
}

func TestOpenNamesBadSettings(t *testing.T) {
	tests := []struct {
		opts Options
		want string
	}{
		{Options{}, "no content source"},
		{Options{KuboAPIs: []string{"127.0.0.1:5001"}}, `"127.0.0.1:5001"`},
		{Options{KuboAPIs: []string{"/ip4/nowhere"}}, `"/ip4/nowhere"`},
		{Options{Gateways: []string{"ipfs.io"}}, `"ipfs.io"`},
		{Options{StoreDir: "/dev/null/store"}, "/dev/null"},
		{Options{CacheDir: "/dev/null/cache"}, "/dev/null"},
		{Options{CacheDir: "cache", CacheBytes: -1}, "-1 bytes"},
	}
	for _, test := range tests {
		if _, _, err := Open(test.opts); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want an error with %s", test.opts, err, test.want)
		}
	}
	gateway := serving("gateway", nil)
	if _, err := newStore(t, Config{Remotes: []Source{gateway}}).Add(t.Context(), nil); !errors.Is(err, errReadOnly) {
		t.Errorf("add to a gateway: %v, want errReadOnly", err)
	}
}

func TestServerSpeaksKubosAPIAndTrustlessGateway(t *testing.T) {
	embedded, server := serveEmbedded(t)
	kubo, err := NewKubo(server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	gateway, err := NewGateway(server.URL, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := kubo.Check(ctxOf(t)); err != nil {
		t.Fatal(err)
	}
	for _, size := range []int{0, 10, ChunkBytes + 1, 5 << 20} {
		data := pattern(size)
		id, err := kubo.Add(ctxOf(t), data)
		if err != nil {
			t.Fatal(err)
		}
		for _, source := range []Source{kubo, gateway, embedded} {
			got, err := newStore(t, Config{Remotes: []Source{source}}).Get(ctxOf(t), id, 6<<20)
			if err != nil || !bytes.Equal(got, data) {
				t.Errorf("%s: %d bytes, %v; want %d", source.Name(), len(got), err, size)
			}
		}
	}
	block := pattern(MaxBlockBytes)
	if id, err := kubo.AddBlock(ctxOf(t), cid.Raw, block); err != nil || id != cid.Sum(cid.Raw, block) {
		t.Errorf("block of 2 MiB: %s, %v", id, err)
	}
	if _, err := kubo.AddBlock(ctxOf(t), cid.Raw, append(block, 0)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("larger block: %v, want ErrTooLarge", err)
	}
	absent := cid.Sum(cid.Raw, []byte("absent"))
	for _, source := range []Source{kubo, gateway} {
		if _, err := source.Block(ctxOf(t), absent); !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: %v, want ErrNotFound", source.Name(), err)
		}
	}
}

func TestServerRefuses(t *testing.T) {
	_, server := serveEmbedded(t)
	upload := "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\nx\r\n--b--\r\n"
	tests := []struct {
		name, method, path, body string
		header                   http.Header
		status                   int
		want                     string
	}{
		{"CIDv0 add", "POST", "/api/v0/add", upload, nil, 400, "cid-version"},
		{"other chunks", "POST", "/api/v0/add?cid-version=1&chunker=size-1048576", upload, nil, 400, "chunker"},
		{"no file", "POST", "/api/v0/add?cid-version=1", "--b--\r\n", nil, 400, "no file"},
		{"cut short", "POST", "/api/v0/add?cid-version=1", upload[:70], nil, 400, "upload"},
		{"web page", "POST", "/api/v0/add?cid-version=1", upload, http.Header{"Origin": {"http://evil.example"}}, 403, "web pages"},
		{"browser", "POST", "/api/v0/version", "", http.Header{"User-Agent": {"Mozilla/5.0"}}, 403, "web pages"},
		{"other codec", "POST", "/api/v0/block/put?cid-codec=dag-cbor", upload, nil, 400, "dag-cbor"},
		{"bad CID", "POST", "/api/v0/block/get?arg=bafy", "", nil, 400, "invalid CID"},
		{"bad CID at the gateway", "GET", "/ipfs/bafy", "", nil, 400, "invalid CID"},
		{"read by GET", "GET", "/api/v0/version", "", nil, 405, ""},
		{"a file, not blocks", "GET", "/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi", "", nil, 406, "format=raw"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			request, err := http.NewRequestWithContext(t.Context(), test.method, server.URL+test.path, strings.NewReader(test.body))
			if err != nil {
				t.Fatal(err)
			}
			request.Header = http.Header{"Content-Type": {"multipart/form-data; boundary=b"}}
			for key, values := range test.header {
				request.Header[key] = values
			}
			response, err := http.DefaultClient.Do(request)
			if err != nil {
				t.Fatal(err)
			}
			defer response.Body.Close()
			var body bytes.Buffer
			if _, err := body.ReadFrom(response.Body); err != nil {
				t.Fatal(err)
			}
			if response.StatusCode != test.status || !strings.Contains(body.String(), test.want) {
				t.Errorf("status %d, %q; want %d with %q", response.StatusCode, body.String(), test.status, test.want)
			}
		})
	}
}

func TestServeNamesATakenPort(t *testing.T) {
	embedded, server := serveEmbedded(t)
	addr := strings.TrimPrefix(server.URL, "http://")
	if _, err := Serve(t.Context(), addr, embedded, nil); err == nil || !strings.Contains(err.Error(), addr) ||
		!strings.Contains(err.Error(), "choose another") {
		t.Errorf("%v, want an error that names %s and a remedy", err, addr)
	}
}

func TestManyReadersShareAStore(t *testing.T) {
	embedded := openEmbedded(t)
	data := pattern(2 << 20)
	id, err := embedded.Add(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	cache, err := OpenCache(t.TempDir(), 1<<20) // less than the file
	if err != nil {
		t.Fatal(err)
	}
	store := newStore(t, Config{Remotes: []Source{embedded}, Cache: cache})
	problems := make(chan error, 16)
	for range cap(problems) {
		go func() {
			got, err := store.Get(t.Context(), id, 4<<20)
			if err == nil && !bytes.Equal(got, data) {
				err = fmt.Errorf("%d other bytes", len(got))
			}
			problems <- err
		}()
	}
	for range cap(problems) {
		if err := <-problems; err != nil {
			t.Error(err)
		}
	}
	if cache.Bytes() > 1<<20 {
		t.Errorf("cache holds %d bytes, limit %d", cache.Bytes(), 1<<20)
	}
}
