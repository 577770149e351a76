package state

import (
	"encoding/binary"
	"fmt"

	"google.golang.org/protobuf/proto"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// Marshal writes the state for Unmarshal: the counters, the last block's hash with its length, and a Snapshot.
func (s *State) Marshal() ([]byte, error) {
	snapshot := &ethmlv1.Snapshot{}
	s.Fill(snapshot)
	b := binary.AppendUvarint(nil, s.requests)
	b = binary.AppendUvarint(b, s.block)
	b = append(b, byte(len(s.head)))
	b = append(b, s.head...)
	b, err := proto.MarshalOptions{}.MarshalAppend(b, snapshot)
	if err != nil {
		return nil, fmt.Errorf("write state: %w", err)
	}
	return b, nil
}

// Unmarshal reads what Marshal wrote.
func Unmarshal(b []byte) (*State, error) {
	s := New()
	for _, field := range []*uint64{&s.requests, &s.block} {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, fmt.Errorf("read state: %d bytes end in a counter", len(b))
		}
		*field, b = v, b[n:]
	}
	if len(b) < 1 || len(b) < 1+int(b[0]) {
		return nil, fmt.Errorf("read state: %d bytes end in a hash", len(b))
	}
	if n := int(b[0]); n > 0 {
		s.head = append([]byte(nil), b[1:1+n]...)
	}
	var snapshot ethmlv1.Snapshot
	if err := proto.Unmarshal(b[1+int(b[0]):], &snapshot); err != nil {
		return nil, fmt.Errorf("read state: %w", err)
	}
	s.open = snapshot.GetOpenBlock()
	for _, p := range snapshot.GetPendingRequests() {
		s.pending[p.GetRequest().GetId()] = p
	}
	for _, m := range snapshot.GetModels() {
		s.models[m.GetRegistration().GetId()] = m
	}
	return s, nil
}
