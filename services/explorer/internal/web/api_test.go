package web

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/explorer/internal/fakestream"
)

func description(t testing.TB) (*openapi3.T, routers.Router) {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(OpenAPI)
	require.NoError(t, err)
	require.NoError(t, doc.Validate(t.Context()))
	router, err := gorillamux.NewRouter(doc)
	require.NoError(t, err)
	return doc, router
}

// described checks an answer against the description.
func described(t testing.TB, router routers.Router, r *rig, path string, code int) {
	t.Helper()
	request := httptest.NewRequest(http.MethodGet, path, nil)
	route, params, err := router.FindRoute(request)
	require.NoError(t, err, path)
	w := httptest.NewRecorder()
	r.ServeHTTP(w, request)
	require.Equal(t, code, w.Code, "%s: %s", path, w.Body)
	options := &openapi3filter.Options{IncludeResponseStatus: true}
	input := &openapi3filter.RequestValidationInput{Request: request, PathParams: params, Route: route, Options: options}
	if code == http.StatusOK {
		require.NoError(t, openapi3filter.ValidateRequest(t.Context(), input), path)
	}
	require.NoError(t, openapi3filter.ValidateResponse(t.Context(), &openapi3filter.ResponseValidationInput{RequestValidationInput: input,
		Status: w.Code, Header: w.Header(), Body: io.NopCloser(bytes.NewReader(w.Body.Bytes())), Options: options}), path)
}

func TestAnswersAreAsDescribed(t *testing.T) {
	_, router := description(t)
	r := start(t, 200)
	operator := protocol.Address(fakestream.Address(1)).String()
	for _, path := range []string{"/status", "/overview", "/overview?span=1000", "/blocks", "/blocks?limit=100", "/requests", "/requests?limit=100",
		"/requests?state=answered&limit=3", "/requests?state=failed", "/requests?state=cancelled", "/requests?model=2&before=50", "/models", "/models/1",
		"/models/2", "/operators", "/operators?limit=2", "/operators/" + operator, "/requests/1/replay"} {
		described(t, router, r, "/api/v1"+path, http.StatusOK)
	}
	for _, n := range []string{"1", "2", "3", "4", "5", "10", "20", "29", "30", "58"} {
		described(t, router, r, "/api/v1/requests/"+n, http.StatusOK)
		described(t, router, r, "/api/v1/blocks/"+n, http.StatusOK)
	}
	described(t, router, r, "/api/v1/blocks/123456", http.StatusNotFound)
	described(t, router, r, "/api/v1/requests?state=lost", http.StatusBadRequest)
	// A young network has open blocks and requests.
	for grow := range 12 {
		young := start(t, grow)
		described(t, router, young, "/api/v1/overview", http.StatusOK)
		described(t, router, young, "/api/v1/blocks", http.StatusOK)
		if grow > 4 {
			described(t, router, young, "/api/v1/blocks/1", http.StatusOK)
			described(t, router, young, "/api/v1/requests/1", http.StatusOK)
		}
	}
}

func TestEveryDescribedPathIsServed(t *testing.T) {
	doc, _ := description(t)
	r := start(t, 60)
	for path := range doc.Paths.Map() {
		path = strings.NewReplacer("{number}", "1", "{id}", "1", "{address}", protocol.Address(fakestream.Address(1)).String()).Replace(path)
		assert.Equal(t, http.StatusOK, r.get("/api/v1"+path).Code, path)
	}
}

// FuzzAPI asks for anything below the API: never an answer that isn't JSON, never a status that says it broke.
func FuzzAPI(f *testing.F) {
	for _, path := range []string{"blocks/1", "requests?state=answered&before=7&limit=3", "operators?from=0x00", "requests/%00", "overview?span=-1", "models/1e3"} {
		f.Add(path)
	}
	r := start(f, 40)
	f.Fuzz(func(t *testing.T, path string) { fuzzed(t, r, "/api/v1/", path) })
}

// FuzzPages asks for any page with any parameters.
func FuzzPages(f *testing.F) {
	for _, path := range []string{"blocks/1", "requests?state=queued&before=9", "search?q=<script>", "ask?model=9", "operators/0xzz?before=1", "?span=1"} {
		f.Add(path)
	}
	r := start(f, 40)
	f.Fuzz(func(t *testing.T, path string) { fuzzed(t, r, "/", path) })
}

func fuzzed(t *testing.T, r *rig, prefix, path string) {
	u, err := url.ParseRequestURI(prefix + path)
	if err != nil || strings.HasPrefix(u.Path, eventsPath) || u.Host != "" {
		t.Skip()
	}
	request := &http.Request{Method: http.MethodGet, URL: u, RequestURI: u.RequestURI(), Header: http.Header{}, Host: "127.0.0.1", Body: http.NoBody}
	w := httptest.NewRecorder()
	r.ServeHTTP(w, request.WithContext(t.Context()))
	if w.Code >= 500 {
		t.Fatalf("GET %s answers %d: %s", u, w.Code, w.Body)
	}
	if strings.Contains(w.Body.String(), "<script>") {
		t.Fatalf("GET %s answers with a script: %s", u, w.Body)
	}
}
