package journal

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/ethereum/go-ethereum/common"
)

// A record is one version byte, a CRC-32C of key and JSON (big-endian, 4 bytes), and the JSON.
const recordVersion = 1

var crcTable = crc32.MakeTable(crc32.Castagnoli)

func checksum(key, body []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, crcTable), crcTable, body)
}

func encode(key []byte, v any) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode record: %w", err)
	}
	out := make([]byte, 5, 5+len(body))
	out[0] = recordVersion
	binary.BigEndian.PutUint32(out[1:], checksum(key, body))
	return append(out, body...), nil
}

func decode(key, record []byte, v any) error {
	switch {
	case len(record) < 5:
		return errors.New("record cut short")
	case record[0] != recordVersion:
		return fmt.Errorf("record version %d, this program reads %d", record[0], recordVersion)
	case binary.BigEndian.Uint32(record[1:]) != checksum(key, record[5:]):
		return errors.New("checksum doesn't match")
	}
	return json.Unmarshal(record[5:], v)
}

func voteKey(k VoteKey) []byte {
	return binary.BigEndian.AppendUint64(k.Challenge.Bytes(), k.Request)
}

func parseVoteKey(b []byte) (VoteKey, error) {
	if len(b) != 40 {
		return VoteKey{}, fmt.Errorf("key of %d bytes", len(b))
	}
	return VoteKey{common.BytesToHash(b[:32]), binary.BigEndian.Uint64(b[32:])}, nil
}

func roundKey(k RoundKey) []byte { return append(k.Challenge.Bytes(), k.Miner[:]...) }

func slotKey(k SlotKey) []byte { return binary.BigEndian.AppendUint64(k.Account.Bytes(), k.Nonce) }
