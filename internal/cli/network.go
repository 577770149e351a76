package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/alecthomas/kong"
)

// NetworkVariable is the environment variable that names the file which `ethml deploy` writes. A service that finds it
// takes the flags below from that file, unless they are set otherwise, so that nobody has to copy addresses.
const NetworkVariable = "ETHML_NETWORK"

// networkKeys maps flags to the network file's keys.
var networkKeys = map[string]string{"coordinator": "coordinator", "chain-id": "chain_id"}

// networkResolver gives flags their values from the network file at path.
func networkResolver(path string) (kong.Resolver, error) {
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no network file at %s (%s): `ethml deploy` writes it", path, NetworkVariable)
	}
	if err != nil {
		return nil, fmt.Errorf("read network file (%s): %w", NetworkVariable, err)
	}
	var values map[string]any
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber() // a chain id may be larger than a float holds
	if err := decoder.Decode(&values); err != nil {
		return nil, fmt.Errorf("read network file %s (%s): %w", path, NetworkVariable, err)
	}
	return kong.ResolverFunc(func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		key, ok := networkKeys[flag.Name]
		if !ok || setByEnvironment(flag) {
			return nil, nil
		}
		switch v := values[key].(type) {
		case nil:
			return nil, fmt.Errorf("network file %s has no %s: run `ethml deploy` again, or set --%s", path, key, flag.Name)
		case json.Number:
			return v.String(), nil
		default:
			return v, nil
		}
	}), nil
}

func setByEnvironment(flag *kong.Flag) bool {
	for _, name := range flag.Envs {
		if strings.TrimSpace(os.Getenv(name)) != "" {
			return true
		}
	}
	return false
}
