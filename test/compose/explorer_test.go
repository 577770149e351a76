//go:build compose

package compose

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/internal/system"
)

// requireExplorer looks at the documented requests on the explorer's pages, and sends another one by its form.
func (s *stack) requireExplorer(ctx context.Context, t *testing.T, asker *asker) {
	base := "http://127.0.0.1:" + s.ports["EXPLORER"]
	answered := func(id string) func() error {
		return func() error {
			var request struct{ State, Callback string }
			if err := getJSON(ctx, base+"/api/v1/requests/"+id, &request); err != nil {
				return err
			}
			if request.State != "answered" {
				return fmt.Errorf("request %s is %s", id, request.State)
			}
			return nil
		}
	}
	system.Await(ctx, t, "request 1 on the explorer", answered("1"))
	var replay struct {
		Matches bool `json:"matches_chain"`
	}
	require.NoError(t, getJSON(ctx, base+"/api/v1/requests/1/replay", &replay))
	require.True(t, replay.Matches, "the inference service computes what is on chain")

	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	point, err := os.ReadFile(filepath.Join(root, "models", "diabetes", "points", "seed.json"))
	require.NoError(t, err)
	form := url.Values{"model": {"2"}, "data": {string(point)}}
	response, err := client.PostForm(base+"/ask", form)
	require.NoError(t, err)
	body, err := io.ReadAll(response.Body)
	require.NoError(t, response.Body.Close())
	require.NoError(t, err)
	require.Equal(t, http.StatusSeeOther, response.StatusCode, string(body))
	id, _, _ := strings.Cut(strings.TrimPrefix(response.Header.Get("Location"), "/requests/"), "?")
	number, err := strconv.ParseUint(id, 10, 64)
	require.NoError(t, err)
	asker.mu.Lock()
	asker.want[number] = documented[1].word
	asker.mu.Unlock()
	system.Await(ctx, t, "the request that the form sent", answered(id))
}

func getJSON(ctx context.Context, url string, v any) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers %s", url, response.Status)
	}
	return json.NewDecoder(response.Body).Decode(v)
}
