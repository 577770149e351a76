package command

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ethml/ethml/cmd/ethml/internal/account"
	"github.com/ethml/ethml/cmd/ethml/internal/operator"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/cmd/ethml/internal/status"
	"github.com/ethml/ethml/internal/cli"
)

// OperatorInit prepares a node.
type OperatorInit struct {
	networkFlag
	jsonFlag
	Dir          string `arg:"" help:"Folder of the node, made if need be; run again, it keeps the account that is there." type:"path"`
	Keystore     string `help:"Keystore file of an account that there is already; default: make one." type:"path"`
	PasswordFile string `help:"File with its password." type:"path"`
	Light        bool   `help:"Seal a new key with little work: for tests only."`
}

// containerUser owns what the containers of deploy/operator.compose.yml read.
const containerUser = 65532

// Run makes the folder: secrets/keystore.json and secrets/password, network.json, operator.env.
func (c *OperatorInit) Run(ctx context.Context) error {
	if (c.Keystore == "") != (c.PasswordFile == "") {
		return cli.WithCode(cli.ExitUsage, errors.New("--keystore and --password-file belong together"))
	}
	net, client, err := c.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	chain, err := operator.Open(ctx, client, net.Coordinator)
	if err != nil {
		return err
	}
	show := progress.New(os.Stderr)
	if net.DeploymentBlock == 0 {
		err := show.During(ctx, "looking for the deployment", func(ctx context.Context) (err error) {
			net.DeploymentBlock, err = chain.FirstBlock(ctx)
			return err
		})
		if err != nil {
			// The watcher tries as well, and says how to go on.
			show.Printf("the node doesn't keep old state, so the deployment's block stays unknown: set deployment_block in network.json and ETHML_DEPLOYMENT_BLOCK (%v)", err)
		}
	}
	held, err := c.secrets()
	if err != nil {
		return err
	}
	net.Name, net.Operators, net.Nodes = filepath.Base(c.Dir), []common.Address{held.Address}, nil
	if err := net.Write(filepath.Join(c.Dir, "network.json")); err != nil {
		return err
	}
	websocket := net.RPC
	if net.WS != "" {
		websocket = net.WS
	}
	env := fmt.Sprintf("# For deploy/operator.compose.yml: docker compose --env-file this-file ...\nETHML_CHAIN_ID=%d\nETHML_COORDINATOR=%s\nETHML_DEPLOYMENT_BLOCK=%d\nETHML_OPERATOR_RPC=%s\nETHML_OPERATOR_IPFS=%s\nETHML_KEYSTORE_FILE=%s\nETHML_PASSWORD_FILE=%s\nETHML_NETWORK_FILE=%s\n",
		net.ChainID, net.Coordinator, net.DeploymentBlock, websocket, net.IPFS, held.Path, filepath.Join(filepath.Dir(held.Path), "password"), filepath.Join(c.Dir, "network.json"))
	if err := os.WriteFile(filepath.Join(c.Dir, "operator.env"), []byte(env), 0o600); err != nil {
		return fmt.Errorf("write settings: %w", err)
	}
	standing, err := chain.Standing(ctx, held.Address)
	if err != nil {
		return err
	}
	v := struct {
		Account common.Address `json:"account"`
		Dir     string         `json:"dir"`
		ChainID uint64         `json:"chain_id"`
	}{held.Address, c.Dir, net.ChainID}
	return c.print(v, func() error {
		fmt.Fprintf(stdout, "account   %s, on chain %d\n", held.Address, net.ChainID)
		fmt.Fprintf(stdout, "key       %s, with its password beside it: keep a copy of both elsewhere\n", held.Path)
		fmt.Fprintf(stdout, "network   %s\n", filepath.Join(c.Dir, "network.json"))
		fmt.Fprintf(stdout, "settings  %s\n", filepath.Join(c.Dir, "operator.env"))
		_, err := fmt.Fprintf(stdout, "next      send it ether for gas and at least %s EML, then `ethml operator stake`\n", status.Ether(standing.MinStake))
		return err
	})
}

// secrets gives the node's account: the one there is, the one named, or a new one.
func (c *OperatorInit) secrets() (account.File, error) {
	dir := filepath.Join(c.Dir, "secrets")
	key, password := filepath.Join(dir, "keystore.json"), filepath.Join(dir, "password")
	if _, err := os.Stat(key); err == nil {
		return account.Find(key, nil)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return account.File{}, fmt.Errorf("read keystore: %w", err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return account.File{}, fmt.Errorf("make the node's folder: %w", err)
	}
	var err error
	if c.Keystore != "" {
		err = errors.Join(copyFile(c.PasswordFile, password), copyFile(c.Keystore, key))
	} else {
		err = c.newKey(key, password)
	}
	if err != nil {
		return account.File{}, err
	}
	// Containers run as a user of their own. Only root can give files away; anybody else is told in the guide.
	if os.Geteuid() == 0 {
		for _, path := range []string{dir, key, password} {
			if err := os.Chown(path, containerUser, containerUser); err != nil {
				return account.File{}, fmt.Errorf("give the secrets to the containers' user: %w", err)
			}
		}
	}
	return account.Find(key, nil)
}

func (c *OperatorInit) newKey(key, password string) error {
	var secret [24]byte
	if _, err := rand.Read(secret[:]); err != nil {
		return fmt.Errorf("draw a password: %w", err)
	}
	text := base64.RawURLEncoding.EncodeToString(secret[:])
	// The password first: a key without one would be lost. One without its key, of a run that was cut off, goes.
	if err := os.Remove(password); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("write the password: %w", err)
	}
	if err := os.WriteFile(password, []byte(text+"\n"), 0o400); err != nil {
		return fmt.Errorf("write the password: %w", err)
	}
	fresh, err := crypto.GenerateKey()
	if err != nil {
		return fmt.Errorf("make a key: %w", err)
	}
	f, err := account.Save(filepath.Dir(key), fresh, text, c.Light)
	if err != nil {
		return err
	}
	if err := errors.Join(os.Chmod(f.Path, 0o400), os.Rename(f.Path, key)); err != nil {
		return fmt.Errorf("write the keystore: %w", err)
	}
	return nil
}

// copyFile copies a secret, readable by its owner only.
func copyFile(from, to string) error {
	raw, err := os.ReadFile(from)
	if err != nil {
		return fmt.Errorf("read %s: %w", strings.TrimPrefix(filepath.Base(to), "."), err)
	}
	if err := os.WriteFile(to, raw, 0o400); err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	return nil
}
