package content

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net"
	"net/http"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/ethml/ethml/internal/cid"
)

const (
	// maxUploadBytes is as much as one add takes; it is held in memory.
	maxUploadBytes = 512 << 20
	// apiVersion is the kubo whose API this part of it follows.
	apiVersion = "0.43.0"
)

// Handler serves an embedded store to other processes:
//
//   - as a trustless gateway: GET and HEAD /ipfs/{cid}, raw blocks only;
//   - as as much of kubo's RPC API as publishing and reading takes: POST
//     /api/v0/{version,add,block/get,block/put}, for clients of kubo such as
//     Kubo and `ipfs --api`. add insists on cid-version=1, for one file has one
//     CID here; options that would give another one are refused.
//
// Like kubo's API it takes whoever reaches it for the owner, so listen on
// loopback; web pages, which reach loopback too, are refused.
func Handler(store *Embedded) http.Handler {
	s := &server{store: store}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ipfs/{cid}", s.gateway)
	for name, handle := range map[string]func(*http.Request) (any, error){
		"version": s.version, "add": s.add, "block/put": s.blockPut, "block/get": s.blockGet,
	} {
		mux.Handle("POST /api/v0/"+name, api(handle))
	}
	return mux
}

type server struct{ store *Embedded }

// clientError is the caller's fault: status 400.
type clientError struct{ error }

func badRequest(format string, args ...any) error { return clientError{fmt.Errorf(format, args...)} }

// api answers as kubo does: JSON, or an error message in JSON.
func api(handle func(*http.Request) (any, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		agent := r.Header.Get("User-Agent")
		if r.Header.Get("Origin") != "" || r.Header.Get("Referer") != "" || strings.HasPrefix(agent, "Mozilla") {
			http.Error(w, "403 - Forbidden: web pages may not use this API", http.StatusForbidden)
			return
		}
		result, err := handle(r)
		if block, ok := result.([]byte); ok && err == nil {
			w.Header().Set("Content-Type", "application/vnd.ipld.raw")
			w.Header().Set("Content-Length", strconv.Itoa(len(block)))
			_, _ = w.Write(block) // a client that left is no concern of ours
			return
		}
		status := http.StatusOK
		if err != nil {
			status = http.StatusInternalServerError
			var client clientError
			if errors.As(err, &client) {
				status = http.StatusBadRequest
			}
			result = map[string]any{"Message": err.Error(), "Code": 0, "Type": "error"}
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_ = json.NewEncoder(w).Encode(result)
	})
}

func (s *server) version(*http.Request) (any, error) {
	return map[string]string{
		"Version": apiVersion, "Commit": "", "Repo": "0",
		"System": runtime.GOARCH + "/" + runtime.GOOS, "Golang": runtime.Version(),
	}, nil
}

func (s *server) add(r *http.Request) (any, error) {
	// What may be given, and the value it must have; anything else is harmless.
	for option, want := range map[string]string{
		"cid-version": "1", "chunker": "size-" + strconv.Itoa(ChunkBytes), "raw-leaves": "true", "hash": "sha2-256",
		"trickle": "false", "inline": "false", "nocopy": "false", "fscache": "false", "only-hash": "false",
		"wrap-with-directory": "false", "preserve-mode": "false", "preserve-mtime": "false",
	} {
		got := r.URL.Query().Get(option)
		if (got != "" && got != want) || (got == "" && option == "cid-version") {
			return nil, badRequest("add: %s=%q, this store takes %s=%s only", option, got, option, want)
		}
	}
	name, data, err := onlyFile(r, maxUploadBytes)
	if err != nil {
		return nil, err
	}
	id, err := s.store.Add(r.Context(), data)
	if err != nil {
		return nil, err
	}
	if name == "" {
		name = id.String()
	}
	return map[string]string{"Name": name, "Hash": id.String(), "Size": strconv.Itoa(len(data))}, nil
}

func (s *server) blockPut(r *http.Request) (any, error) {
	codecs := map[string]cid.Codec{"raw": cid.Raw, "dag-pb": cid.DagPB}
	codec, ok := codecs[r.URL.Query().Get("cid-codec")]
	if !ok {
		return nil, badRequest("block/put: cid-codec=%q, this store takes raw and dag-pb", r.URL.Query().Get("cid-codec"))
	}
	if hash := r.URL.Query().Get("mhtype"); hash != "" && hash != "sha2-256" {
		return nil, badRequest("block/put: mhtype=%q, this store takes sha2-256", hash)
	}
	_, data, err := onlyFile(r, MaxBlockBytes)
	if err != nil {
		return nil, err
	}
	id, err := s.store.AddBlock(r.Context(), codec, data)
	if err != nil {
		return nil, err
	}
	return map[string]any{"Key": id.String(), "Size": len(data)}, nil
}

func (s *server) blockGet(r *http.Request) (any, error) {
	id, err := cid.Parse(strings.TrimPrefix(r.URL.Query().Get("arg"), "/ipfs/"))
	if err != nil {
		return nil, clientError{err}
	}
	block, err := s.store.Block(r.Context(), id)
	if errors.Is(err, ErrNotFound) {
		// kubo's words, by which its clients know the error.
		return nil, fmt.Errorf("block was not found locally (offline): ipld: could not find %s", id)
	}
	return block, err
}

func (s *server) gateway(w http.ResponseWriter, r *http.Request) {
	id, err := cid.Parse(r.PathValue("cid"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if !id.IsRaw() && r.URL.Query().Get("format") != "raw" && !strings.Contains(r.Header.Get("Accept"), "application/vnd.ipld.raw") {
		http.Error(w, "this gateway serves blocks only: add ?format=raw", http.StatusNotAcceptable)
		return
	}
	block, err := s.store.Block(r.Context(), id)
	switch {
	case errors.Is(err, ErrNotFound):
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	header := w.Header()
	header.Set("Content-Type", "application/vnd.ipld.raw")
	header.Set("Content-Length", strconv.Itoa(len(block)))
	header.Set("Cache-Control", "public, max-age=29030400, immutable")
	header.Set("Etag", strconv.Quote(id.String()+".raw"))
	// Strangers' bytes: never let a browser make a page of them.
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Content-Disposition", "attachment; filename="+strconv.Quote(id.String()+".bin"))
	_, _ = w.Write(block) // for HEAD, net/http drops the body
}

// onlyFile reads the one file of a multipart upload.
func onlyFile(r *http.Request, limit int64) (name string, data []byte, err error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return "", nil, badRequest("upload: %w", err)
	}
	var found bool
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", nil, badRequest("upload: %w", err)
		}
		if found {
			return "", nil, badRequest("upload: more than one file")
		}
		found, name = true, part.FileName()
		if data, err = readPart(part, limit); err != nil {
			return "", nil, err
		}
	}
	if !found {
		return "", nil, badRequest("upload: no file")
	}
	return name, data, nil
}

func readPart(part *multipart.Part, limit int64) ([]byte, error) {
	if part.Header.Get("Content-Type") == "application/x-directory" {
		return nil, badRequest("upload: a directory, this store takes files")
	}
	data, err := io.ReadAll(io.LimitReader(part, limit+1))
	if err != nil {
		return nil, badRequest("upload: %w", err)
	}
	if int64(len(data)) > limit {
		return nil, badRequest("upload: more than %d bytes", limit)
	}
	return data, nil
}

// Server is a Handler that listens.
type Server struct {
	// URL is where: the address of both the gateway and the RPC API.
	URL  string
	http *http.Server
	done chan error
}

// Serve listens on addr (host:port, port 0 for a free one) until Close.
func Serve(ctx context.Context, addr string, store *Embedded, log *slog.Logger) (*Server, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("serve content: %w; stop the program that holds the port, or choose another (0 picks a free one)", err)
	}
	if err != nil {
		return nil, fmt.Errorf("serve content: %w", err)
	}
	s := &Server{
		URL:  "http://" + listener.Addr().String(),
		http: &http.Server{Handler: Handler(store), ReadHeaderTimeout: 10 * time.Second},
		done: make(chan error, 1),
	}
	if log != nil {
		s.http.ErrorLog = slog.NewLogLogger(log.Handler(), slog.LevelWarn)
	}
	go func() { s.done <- s.http.Serve(listener) }()
	return s, nil
}

// Close stops the server, giving requests in progress until ctx ends.
func (s *Server) Close(ctx context.Context) error {
	err := s.http.Shutdown(ctx)
	if err != nil {
		err = errors.Join(err, s.http.Close())
	}
	if served := <-s.done; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	s.done <- http.ErrServerClosed // so that a second Close returns too
	return err
}
