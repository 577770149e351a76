package content

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

// FuzzHandler: any request to the embedded store's gateway and API is answered, and never as the server's fault.
func FuzzHandler(f *testing.F) {
	store, err := OpenEmbedded("")
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { store.Close() })
	id, err := store.Add(f.Context(), []byte("a block"))
	if err != nil {
		f.Fatal(err)
	}
	const form = "multipart/form-data; boundary=x"
	body := []byte("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\ndata\r\n--x--\r\n")
	f.Add("GET", "/ipfs/"+id.String(), "format=raw", "", []byte{})
	f.Add("HEAD", "/ipfs/"+id.String(), "format=car", "", []byte{})
	f.Add("GET", "/ipfs/../../etc/passwd", "", "", []byte{})
	f.Add("POST", "/api/v0/version", "", "", []byte{})
	f.Add("POST", "/api/v0/add", "cid-version=1", form, body)
	f.Add("POST", "/api/v0/block/put", "cid-codec=raw", form, body)
	f.Add("POST", "/api/v0/block/get", "arg="+id.String(), "", []byte{})
	handler := Handler(store)
	f.Fuzz(func(t *testing.T, method, path, query, contentType string, body []byte) {
		target := &url.URL{Scheme: "http", Host: "localhost", Path: path, RawQuery: query}
		request, err := http.NewRequestWithContext(t.Context(), method, target.String(), bytes.NewReader(body))
		if err != nil {
			return // no client could send it
		}
		request.Header.Set("Content-Type", contentType)
		response := httptest.NewRecorder()
		handler.ServeHTTP(response, request)
		if response.Code >= http.StatusInternalServerError {
			t.Fatalf("%s %s: %d %s", method, target, response.Code, response.Body)
		}
	})
}
