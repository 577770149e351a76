package devchain

import (
	"crypto/ecdsa"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Mnemonic is public: whoever reads this owns the ten accounts, on every
// chain. They are for chains that live as long as a test.
const Mnemonic = "hawk couple problem quantum lemon lava saddle swallow want become forum educate"

// Account is an externally owned account whose key is known.
type Account struct {
	Address common.Address
	Key     *ecdsa.PrivateKey
}

const hardened = 1 << 31

// DeriveAccounts returns the first n accounts at m/44'/60'/0'/0/i (BIP 32, 39
// and 44) of an ASCII mnemonic without passphrase. The mnemonic's checksum is
// not verified.
func DeriveAccounts(mnemonic string, n int) ([]Account, error) {
	seed, err := pbkdf2.Key(sha512.New, mnemonic, []byte("mnemonic"), 2048, 64)
	if err != nil {
		return nil, fmt.Errorf("stretch mnemonic: %w", err)
	}
	node := split(hmacSHA512([]byte("Bitcoin seed"), seed))
	for _, index := range []uint32{hardened + 44, hardened + 60, hardened, 0} {
		if node, err = node.child(index); err != nil {
			return nil, err
		}
	}
	accounts := make([]Account, 0, n)
	for i := range n {
		leaf, err := node.child(uint32(i))
		if err != nil {
			return nil, err
		}
		key, err := leaf.key()
		if err != nil {
			return nil, err
		}
		accounts = append(accounts, Account{Address: crypto.PubkeyToAddress(key.PublicKey), Key: key})
	}
	return accounts, nil
}

// extendedKey is a BIP 32 extended private key.
type extendedKey struct {
	secret *big.Int
	chain  []byte
}

func split(sum []byte) extendedKey {
	return extendedKey{secret: new(big.Int).SetBytes(sum[:32]), chain: sum[32:]}
}

func (k extendedKey) key() (*ecdsa.PrivateKey, error) {
	return crypto.ToECDSA(k.secret.FillBytes(make([]byte, 32)))
}

func (k extendedKey) child(index uint32) (extendedKey, error) {
	key, err := k.key()
	if err != nil {
		return extendedKey{}, fmt.Errorf("derive child %d: %w", index, err)
	}
	var data []byte
	if index >= hardened {
		data = append([]byte{0}, crypto.FromECDSA(key)...)
	} else {
		data = crypto.CompressPubkey(&key.PublicKey)
	}
	child := split(hmacSHA512(k.chain, binary.BigEndian.AppendUint32(data, index)))
	order := crypto.S256().Params().N
	tooLarge := child.secret.Cmp(order) >= 0
	child.secret.Add(child.secret, k.secret).Mod(child.secret, order)
	if tooLarge || child.secret.Sign() == 0 {
		// BIP 32 skips such an index; its odds are below 2^-127.
		return extendedKey{}, fmt.Errorf("derive child %d: %w", index, errors.ErrUnsupported)
	}
	return child, nil
}

func hmacSHA512(key, data []byte) []byte {
	mac := hmac.New(sha512.New, key)
	mac.Write(data)
	return mac.Sum(nil)
}
