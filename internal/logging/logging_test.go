package logging

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLevelAndFormatAreKept(t *testing.T) {
	var out bytes.Buffer
	log, err := Flags{Level: "warn", Format: "json"}.New(&out)
	require.NoError(t, err)
	log.Info("not this")
	log.Warn("but this", "block_number", 7)
	var line map[string]any
	require.NoError(t, json.Unmarshal(out.Bytes(), &line))
	require.Equal(t, "but this", line["msg"])
	require.EqualValues(t, 7, line["block_number"])
}

func TestUnknownLevelAndFormatNameTheChoices(t *testing.T) {
	_, err := Flags{Level: "loud", Format: "json"}.New(nil)
	require.ErrorContains(t, err, "debug, info, warn or error")
	_, err = Flags{Level: "info", Format: "xml"}.New(nil)
	require.ErrorContains(t, err, "json or text")
}
