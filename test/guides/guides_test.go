package guides

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/internal/system"
)

func TestMain(m *testing.M) {
	code := m.Run()
	if err := End(); err != nil {
		fmt.Fprintln(os.Stderr, "stop the shared network:", err)
		code = 1
	}
	system.CleanUp()
	os.Exit(code)
}

// TestBlocksFollowOnEachOther runs a page that tells in its last block whether all before it held.
func TestBlocksFollowOnEachOther(t *testing.T) {
	r := &runner{dir: t.TempDir(), state: filepath.Join(t.TempDir(), "state"), env: append(os.Environ(), "HERE=elsewhere:2")}
	t.Cleanup(r.end)
	run := func(markdown string) error {
		blocks, err := Parse(markdown)
		require.NoError(t, err)
		for _, b := range blocks {
			if err := r.block(t.Context(), b); err != nil {
				return err
			}
		}
		return nil
	}
	sh := func(s string) string { return "```sh\n" + s + "\n```\n" }
	require.NoError(t, run(sh("mkdir deep && cd deep\nname='it is \"so\"'")+sh(`echo "$name" in "$(basename "$PWD")"; echo more >&2`)+"```text\nit is \"so\" in deep\nmore\n```\n"))
	require.NoError(t, run("<!-- guide: file a/b -->\n```json\n{}\n```\n"+sh("cat a/b")+"```text\n{}\n```\n"))
	require.NoError(t, run("<!-- guide: replace localhost:1 with $HERE -->\n"+sh("echo dial localhost:1; test localhost:1 = elsewhere:2")+"```text\ndial localhost:1\n```\n"))
	require.NoError(t, run("<!-- guide: unless false then echo instead -->\n"+sh("echo itself")+"```text\ninstead\n```\n"))
	require.NoError(t, run("<!-- guide: background until test -e up -->\n"+sh("touch up; exec sleep 100")+sh("rm up")))
	require.NoError(t, run("<!-- guide: fails -->\n"+sh("echo no >&2; false")+"```text\nno\n```\n"))
	require.ErrorContains(t, run(sh("false; echo never")), "exit status 1")
	require.ErrorContains(t, run(sh("false | true")), "exit status 1")
	require.ErrorContains(t, run("<!-- guide: fails -->\n"+sh("true")), "it succeeds")
	require.ErrorContains(t, run(sh("echo one")+"```text\ntwo\n```\n"), `"two"`)
}
