package web

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"html/template"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/explorer/internal/fakestream"
	"github.com/ethml/ethml/services/explorer/internal/follow"
	"github.com/ethml/ethml/services/explorer/internal/index"
	"github.com/ethml/ethml/services/explorer/internal/view"
)

// hostile would do something wherever it isn't escaped.
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>'; \u202e{{.}} javascript:alert(3)`

// shelf has a hostile manifest and a hostile data point.
type shelf struct{}

func (shelf) Manifest(context.Context, string) (*manifest.Manifest, error) {
	return hostileManifest(), nil
}
func (shelf) Known(string) *manifest.Manifest { return hostileManifest() }
func (shelf) Data(context.Context, string) ([]byte, error) {
	return []byte("[\"" + hostile + "\u202e\x00\"]"), nil
}

func hostileManifest() *manifest.Manifest {
	return &manifest.Manifest{Name: hostile, Version: hostile, Description: strings.Repeat(hostile, 100), License: hostile,
		Inputs: []manifest.Input{{Name: hostile, Datatype: "FP32", Shape: []int64{-1, 2}, Features: []string{hostile, hostile}}},
		Limits: manifest.Limits{DataBytes: 100_000},
		Output: manifest.Output{Name: hostile, Tolerance: "0"}, Golden: []manifest.Golden{{Data: []byte(`["<script>alert(1)</script>` + "\u202e" + `"]`), Word: "1"}}}
}

type gas struct{}

func (gas) Used(protocol.Hash, uint64) (uint64, bool) { return 123_456, true }

type replays struct{ err error }

func (r replays) Predict(_ context.Context, p *ethmlv1.PredictRequest) (*ethmlv1.PredictResponse, error) {
	return &ethmlv1.PredictResponse{ModelId: p.GetModelId(), Word: make([]byte, 32), WordDecimal: "0",
		Steps:   []*ethmlv1.CodecStep{{Name: hostile, Value: hostile}},
		Outputs: []*ethmlv1.RawTensor{{Name: hostile, Datatype: "FP32", Shape: []int64{1}, Contents: []byte{0, 0, 128, 63}}}}, r.err
}

type sender struct {
	err   error
	asked []string
}

func (s *sender) Account() string { return "0x1111111111111111111111111111111111111111" }
func (s *sender) Send(_ context.Context, _ uint64, data []byte) (uint64, error) {
	s.asked = append(s.asked, string(data))
	return 7, s.err
}

// rig is a server over a made-up network.
type rig struct {
	*Server
	chain  *fakestream.Chain
	index  *index.Index
	status *follow.Status
	sender *sender
}

func start(t testing.TB, grow int) *rig {
	t.Helper()
	x, err := index.Open(t.TempDir(), 0)
	require.NoError(t, err)
	t.Cleanup(func() { _ = x.Close() })
	r := &rig{chain: fakestream.New(fakestream.Config{Seed: 3}), index: x, sender: &sender{}}
	for range grow {
		r.chain.Grow()
	}
	require.NoError(t, x.Apply(r.chain.Items()))
	r.status = &follow.Status{Connected: true, State: ethmlv1.WatcherState_WATCHER_STATE_LIVE, Head: r.chain.Head()}
	now := time.Unix(int64(r.chain.Head().GetTime())+5, 0)
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	r.Server, err = New(ctx, Config{Logger: slog.New(slog.DiscardHandler), Replayer: replays{}, Sender: r.sender,
		Views: &view.Views{Index: x, Library: shelf{}, Gas: gas{}, Now: func() time.Time { return now }, Status: func() follow.Status { return *r.status }}})
	require.NoError(t, err)
	return r
}

func (r *rig) get(path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	request.Host = "127.0.0.1:8080"
	r.ServeHTTP(w, request)
	return w
}

var somePages = []string{"/", "/?span=30", "/blocks", "/blocks/1", "/blocks/3", "/requests", "/requests?state=answered", "/requests?model=1", "/requests/1",
	"/requests/1/replay", "/requests/2", "/models", "/models/1", "/models/2", "/operators", "/search?q=1", "/search?q=nonsense", "/about", "/ask", "/ask?model=1"}

func TestPagesAreWholeAndCarryThePolicy(t *testing.T) {
	r := start(t, 60)
	r.Views.Library = nil
	for _, path := range append(somePages, "/operators/"+protocol.Address(fakestream.Address(1)).String()) {
		w := r.get(path)
		require.Equal(t, http.StatusOK, w.Code, path)
		body := w.Body.String()
		assert.True(t, strings.HasSuffix(strings.TrimSpace(body), "</html>"), path)
		assert.Contains(t, w.Header().Get("Content-Security-Policy"), "default-src 'none'", path)
		assert.NotContains(t, body, "style=\"", "the policy allows no style attributes: %s", path)
		assert.NotContains(t, body, "ZgotmplZ", path)
		assert.Less(t, len(body), 150_000, path)
	}
}

func TestHostileTextIsEscapedEverywhere(t *testing.T) {
	r := start(t, 60)
	for _, path := range somePages {
		body := r.get(path).Body.String()
		assert.NotContains(t, body, "<script>alert", path)
		assert.NotContains(t, body, "<img src=x", path)
		assert.NotContains(t, body, "\u202e", "the direction of the text is turned around: %s", path)
		assert.NotContains(t, body, "\x00", path)
	}
	assert.Contains(t, r.get("/models/1").Body.String(), "&lt;script&gt;alert(1)", "it is shown, as text")
	body := r.get("/requests/1").Body.String()
	assert.Contains(t, body, "U&#43;202E")
	assert.Contains(t, body, "What is wrong with it: malformed data point: no JSON")
}

func TestUnknownThingsAre404WithAWayOn(t *testing.T) {
	r := start(t, 5)
	for path, way := range map[string]string{"/blocks/99999": "/blocks", "/requests/99999": "/requests", "/models/99999": "/models",
		"/requests/99999/replay": "/requests", "/operators/0x0000000000000000000000000000000000000001": "/operators", "/nothing": "/",
		"/blocks/0": "/blocks", "/static/nothing.js": "/"} {
		w := r.get(path)
		assert.Equal(t, http.StatusNotFound, w.Code, path)
		assert.Contains(t, w.Body.String(), `class="button" href="`+way+`"`, path)
	}
	for _, path := range []string{"/api/v1/blocks/99999", "/api/v1/requests/99999", "/api/v1/nothing"} {
		w := r.get(path)
		assert.Equal(t, http.StatusNotFound, w.Code, path)
		assert.Equal(t, "application/json", w.Header().Get("Content-Type"), path)
	}
}

func TestBadInputIs400NamingIt(t *testing.T) {
	r := start(t, 5)
	for _, path := range []string{"/blocks/abc", "/blocks/-1", "/requests/18446744073709551616", "/requests?state=lost", "/requests?before=x",
		"/requests?model=1&state=queued", "/?span=0", "/?span=5000", "/operators/0x12", "/operators?from=xyz", "/ask?model=x",
		"/api/v1/requests?limit=0", "/api/v1/blocks?limit=1000000", "/api/v1/operators/0xzz"} {
		w := r.get(path)
		assert.Equal(t, http.StatusBadRequest, w.Code, path)
	}
}

func TestWatcherDownIsSaidAndWhatThereIsIsShown(t *testing.T) {
	r := start(t, 60)
	*r.status = follow.Status{Detail: "the watcher can't be reached: connection refused"}
	body := r.get("/blocks/1").Body.String()
	assert.Contains(t, body, "The watcher is out of reach")
	assert.Contains(t, body, "connection refused")
	assert.Contains(t, body, "Hash checked")
	assert.Contains(t, r.get("/api/v1/status").Body.String(), `"connected":false`)
}

func TestEmptyIndexHasWholePages(t *testing.T) {
	x, err := index.Open(t.TempDir(), 0)
	require.NoError(t, err)
	defer x.Close()
	s, err := New(t.Context(), Config{Logger: slog.New(slog.DiscardHandler),
		Views: &view.Views{Index: x, Now: time.Now, Status: func() follow.Status { return follow.Status{} }}})
	require.NoError(t, err)
	for _, path := range []string{"/", "/blocks", "/requests", "/models", "/operators", "/api/v1/overview", "/api/v1/models"} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		assert.Equal(t, http.StatusOK, w.Code, path)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/ask", nil))
	assert.Equal(t, http.StatusNotFound, w.Code, "without a dev network there is no form")
}

func TestListsArePagedToTheEnd(t *testing.T) {
	r := start(t, 120)
	seen, path := 0, "/requests?state=answered"
	for pages := 0; path != ""; pages++ {
		require.Less(t, pages, 1000)
		body := r.get(path).Body.String()
		seen += strings.Count(body, `<th scope="row"><a href="/requests/`)
		_, rest, more := strings.Cut(body, `rel="next"`)
		path = ""
		if more {
			before, _, _ := strings.Cut(body, `" rel="next"`)
			path = strings.ReplaceAll(before[strings.LastIndex(before, `"`)+1:], "&amp;", "&")
			_ = rest
		}
	}
	totals, err := r.Views.Requests(view.Filter{Page: index.Page{Limit: 1}})
	require.NoError(t, err)
	assert.Equal(t, int(totals.Counts.Answered), seen)
	assert.Greater(t, seen, 3*pageRows)
}

func TestABlockThatAnswersNothingIsNotShownAsGood(t *testing.T) {
	r := start(t, 60)
	// One request a block, so that the failed one is alone in its own.
	r.chain = fakestream.New(fakestream.Config{Seed: 3, PerBlock: 1})
	x, err := index.Open(t.TempDir(), 0)
	require.NoError(t, err)
	defer x.Close()
	r.Views.Index = x
	for range 200 {
		r.chain.Grow()
	}
	require.NoError(t, x.Apply(r.chain.Items()))
	failed, err := r.Views.Requests(view.Filter{State: protocol.RequestFailed, Page: index.Page{Limit: 1}})
	require.NoError(t, err)
	require.NotEmpty(t, failed.Requests)
	request := failed.Requests[0]
	block := r.get("/blocks/" + strconv.FormatUint(request.Block, 10)).Body.String()
	assert.Contains(t, block, `<span class="state s-failed">failed</span>`)
	assert.NotContains(t, block, `class="state s-settled"`)
	body := r.get("/requests/" + strconv.FormatUint(request.ID, 10)).Body.String()
	assert.Contains(t, body, "DATA_<wbr>MALFORMED")
	assert.Contains(t, body, view.WhyNot("DATA_MALFORMED"), "the code has a sentence beside it")
	before := index.Page{Before: request.Block + 1, Limit: 2}
	list, err := r.Views.Blocks(before)
	require.NoError(t, err)
	assert.Equal(t, "failed", list.Blocks[0].Shown())
	assert.Equal(t, "settled", list.Blocks[0].State, "which it is on chain")
	assert.Equal(t, "settled", list.Blocks[1].Shown())
}

func TestReplayFailureLeadsBack(t *testing.T) {
	r := start(t, 30)
	r.Replayer = replays{err: status.Error(codes.Unavailable, hostile)}
	w := r.get("/requests/1/replay")
	assert.Equal(t, http.StatusServiceUnavailable, w.Code)
	assert.Contains(t, w.Body.String(), `href="/requests/1"`)
	assert.NotContains(t, w.Body.String(), "<script>alert")
}

func (r *rig) post(form url.Values, change func(*http.Request)) *httptest.ResponseRecorder {
	request := httptest.NewRequest(http.MethodPost, "/ask", strings.NewReader(form.Encode()))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Host = "127.0.0.1:8080"
	if change != nil {
		change(request)
	}
	w := httptest.NewRecorder()
	r.ServeHTTP(w, request)
	return w
}

func TestFormSendsWhatIsAsked(t *testing.T) {
	r := start(t, 5)
	good := url.Values{"model": {"1"}, "data": {" 1, 2.5 "}}
	w := r.post(good, nil)
	require.Equal(t, http.StatusSeeOther, w.Code)
	assert.Equal(t, "/requests/7?sent=1", w.Header().Get("Location"))
	assert.Equal(t, []string{"[1,2.5]"}, r.sender.asked)

	for name, form := range map[string]url.Values{"no model": {"data": {"1"}}, "no data": {"model": {"1"}, "data": {"  "}}} {
		assert.Equal(t, http.StatusUnprocessableEntity, r.post(form, nil).Code, name)
	}
	r.sender.err = errors.New("model 1 is deprecated " + hostile)
	w = r.post(good, nil)
	assert.Equal(t, http.StatusUnprocessableEntity, w.Code)
	assert.Contains(t, w.Body.String(), "deprecated")
	assert.NotContains(t, w.Body.String(), "<script>alert")
	assert.Equal(t, http.StatusRequestEntityTooLarge, r.post(url.Values{"model": {"1"}, "data": {strings.Repeat("1,", maxForm)}}, nil).Code)
}

func TestFormRefusesWhatNodesWouldHaveToRefuse(t *testing.T) {
	r := start(t, 5)
	for text, says := range map[string]string{
		"1,2,3":       "takes 2 features, got 3.",
		"1, abc":      "Not sent: &#34;abc&#34; (number 2) is no JSON number; numbers are separated by commas.",
		"hello":       "&#34;hello&#34; (number 1) is no JSON number; numbers are separated by commas.",
		"[1, abc]":    "&#34;abc&#34; (number 2) is no JSON number",
		`{"inputs":[`: "malformed data point: ends too early.",
		`{"input":1}`: "malformed data point: unknown field",
		"[1e39, 0]":   "does not fit",
	} {
		w := r.post(url.Values{"model": {"2"}, "data": {text}}, nil)
		assert.Equal(t, http.StatusUnprocessableEntity, w.Code, text)
		body := w.Body.String()
		assert.Contains(t, body, says, text)
		assert.Contains(t, body, ">"+template.HTMLEscapeString(text)+"</textarea>", "what was typed stays")
		assert.Regexp(t, `value="2" [^>]*checked`, body, "and so does the model")
		assert.NotContains(t, body, "<script>alert")
	}
	assert.Empty(t, r.sender.asked)

	// Nodes may well have a manifest that can't be had here.
	r.Views.Library = nil
	assert.Equal(t, http.StatusSeeOther, r.post(url.Values{"model": {"2"}, "data": {"1,2,3"}}, nil).Code)
}

func TestFormSaysWhatModelsTakeAndBeginsWithTheFirst(t *testing.T) {
	r := start(t, 5)
	body := r.get("/ask").Body.String()
	first, second := strings.Index(body, `value="1"`), strings.Index(body, `value="2"`)
	require.Greater(t, first, 0)
	assert.Greater(t, second, first, "in the order of their ids")
	assert.Regexp(t, `value="1" [^>]*checked`, body)
	assert.Contains(t, body, "takes 2 numbers")
	assert.Contains(t, body, `></textarea>`, "nothing is filled in")
	example := "[&#34;&lt;script&gt;alert(1)&lt;/script&gt;&lt;U&#43;202E&gt;&#34;]"
	assert.Contains(t, body, strings.ReplaceAll(example, "&#43;", "+"))

	body = r.get("/ask?model=2").Body.String()
	assert.Regexp(t, `value="2" [^>]*checked`, body)
	assert.Equal(t, 1, strings.Count(body, " checked>"))
	assert.Contains(t, body, ">"+example+"</textarea>", "the example is filled in")
	assert.Equal(t, http.StatusNotFound, r.get("/ask?model=3").Code)

	r.Views.Library = nil
	assert.Contains(t, r.get("/ask").Body.String(), "Its manifest isn't at hand here")
}

func TestADeprecatedModelIsNotOffered(t *testing.T) {
	r := start(t, 5)
	assert.Contains(t, r.get("/models/1").Body.String(), `href="/ask?model=1"`)
	items := r.chain.Items()
	last := items[len(items)-1]
	gone := &ethmlv1.Event{Position: last.GetEvent().GetPosition(), Kind: &ethmlv1.Event_ModelDeprecated{ModelDeprecated: &ethmlv1.ModelDeprecated{Id: 1}}}
	require.NoError(t, r.index.Apply([]*ethmlv1.SubscribeResponse{{Cursor: last.GetCursor(), Item: &ethmlv1.SubscribeResponse_Event{Event: gone}}}))

	assert.NotContains(t, r.get("/models/1").Body.String(), `href="/ask?model=1"`)
	body := r.get("/ask").Body.String()
	assert.NotContains(t, body, `value="1"`)
	assert.Regexp(t, `value="2" [^>]*checked`, body, "the first one that there is")
	assert.Equal(t, http.StatusNotFound, r.get("/ask?model=1").Code)
}

func TestFormCannotBeSentByAnotherSite(t *testing.T) {
	r := start(t, 5)
	good := url.Values{"model": {"1"}, "data": {"1"}}
	assert.Equal(t, http.StatusForbidden, r.post(good, func(q *http.Request) { q.Header.Set("Sec-Fetch-Site", "cross-site") }).Code)
	assert.Equal(t, http.StatusForbidden, r.post(good, func(q *http.Request) { q.Header.Set("Origin", "http://evil.example") }).Code)
	assert.Equal(t, http.StatusForbidden, r.post(good, func(q *http.Request) { q.Host = "rebound.example:8080" }).Code)
	assert.Empty(t, r.sender.asked)
}

func TestStreamTellsOfNewRows(t *testing.T) {
	r := start(t, 5)
	server := httptest.NewServer(r)
	defer server.Close()
	response, err := http.Get(server.URL + "/events")
	require.NoError(t, err)
	defer response.Body.Close()
	lines := make(chan string, 100)
	go func() {
		defer close(lines)
		buffer := make([]byte, 4096)
		for {
			n, err := response.Body.Read(buffer)
			if err != nil {
				return
			}
			lines <- string(buffer[:n])
		}
	}()
	await := func(text string) {
		t.Helper()
		for line := range lines {
			if strings.Contains(line, text) {
				return
			}
		}
		t.Fatal("the stream ended without " + text)
	}
	await(`"revision":1,`)
	require.NoError(t, r.index.Apply(r.chain.Grow()))
	await(`"revision":2,`)
}

func TestAssetsAreKeptForEverByTheirHash(t *testing.T) {
	r := start(t, 1)
	w := r.get(r.assetURL("live.js"))
	require.Equal(t, http.StatusOK, w.Code)
	assert.Contains(t, w.Header().Get("Cache-Control"), "immutable")
	assert.NotContains(t, r.get("/static/live.js?v=other").Header().Get("Cache-Control"), "immutable")
}

func TestTheStyleIsInThePageAndNoOtherIsAllowed(t *testing.T) {
	r := start(t, 1)
	w := r.get("/")
	_, rest, _ := strings.Cut(w.Body.String(), "<style>")
	style, _, whole := strings.Cut(rest, "</style>")
	require.True(t, whole)
	sum := sha256.Sum256([]byte(style))
	assert.Contains(t, w.Header().Get("Content-Security-Policy"), "style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'; ")
	assert.NotContains(t, style, "url(", "the style sheet loads nothing")

	request := httptest.NewRequest(http.MethodGet, "/", nil)
	request.Header.Set("X-Live", "1")
	live := httptest.NewRecorder()
	r.ServeHTTP(live, request)
	assert.NotContains(t, live.Body.String(), "<style>", "an open page has it already")
}
