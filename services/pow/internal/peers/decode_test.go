package peers

import (
	"bytes"
	"strings"
	"testing"

	"google.golang.org/protobuf/proto"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

func opened() *ethmlv1.BlockOpened {
	return &ethmlv1.BlockOpened{
		Number: 7, Challenge: bytes.Repeat([]byte{1}, 32),
		Target: &ethmlv1.TargetSchedule{Difficulty: []byte{1, 0xf4}, OpenedAt: 99, CommitWindowSeconds: 60},
	}
}

func TestBlockIsDecoded(t *testing.T) {
	b, err := blockOf(opened())
	if err != nil {
		t.Fatal(err)
	}
	if b.Number != 7 || b.Challenge[31] != 1 || b.Target.Difficulty.Uint64() != 500 || b.Target.OpenedAt != 99 || b.Target.CommitWindow.Seconds() != 60 {
		t.Errorf("got %+v", b)
	}
}

func TestBlockWithNonsenseIsRefused(t *testing.T) {
	for want, spoil := range map[string]func(*ethmlv1.BlockOpened){
		"challenge takes 32 bytes":          func(b *ethmlv1.BlockOpened) { b.Challenge = b.Challenge[1:] },
		"difficulty is zero":                func(b *ethmlv1.BlockOpened) { b.Target.Difficulty = nil },
		"difficulty takes at most 32 bytes": func(b *ethmlv1.BlockOpened) { b.Target.Difficulty = make([]byte, 33) },
		"commit window":                     func(b *ethmlv1.BlockOpened) { b.Target.CommitWindowSeconds = 0 },
		"zero":                              func(b *ethmlv1.BlockOpened) { b.Target = nil },
	} {
		b := opened()
		spoil(b)
		if _, err := blockOf(b); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %s, got %v", want, err)
		}
	}
}

func FuzzBlockNeverPanicsAndItsTargetIsNeverZero(f *testing.F) {
	raw, err := proto.Marshal(opened())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw, uint64(1000))
	f.Fuzz(func(t *testing.T, raw []byte, now uint64) {
		var m ethmlv1.BlockOpened
		if proto.Unmarshal(raw, &m) != nil {
			return
		}
		b, err := blockOf(&m)
		if err != nil {
			return
		}
		if b.Target.At(now).IsZero() {
			t.Errorf("difficulty %s has a target of zero at %d", b.Target.Difficulty, now)
		}
	})
}

func FuzzWorkNeverPanics(f *testing.F) {
	raw, err := proto.Marshal(&ethmlv1.WatchWorkResponse{Challenge: make([]byte, 32), Miners: [][]byte{make([]byte, 20), make([]byte, 19)}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		var m ethmlv1.WatchWorkResponse
		if proto.Unmarshal(raw, &m) != nil {
			return
		}
		work, err := workOf(&m)
		if err == nil && len(m.Challenge) > 0 && len(work.Miners) != len(m.Miners) {
			t.Errorf("%d miners of %d", len(work.Miners), len(m.Miners))
		}
	})
}
