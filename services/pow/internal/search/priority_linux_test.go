package search

import (
	"testing"

	"golang.org/x/sys/unix"

	"github.com/ethml/ethml/services/pow/internal/keccak"
)

func niceness(t *testing.T) int {
	t.Helper()
	raw, err := unix.Getpriority(unix.PRIO_PROCESS, 0)
	if err != nil {
		t.Fatal(err)
	}
	return 20 - raw
}

func TestOnlySearchingThreadsAreNice(t *testing.T) {
	before := niceness(t)
	const more = 4
	var during int
	s := New(Config{Kernel: kernel(t), Threads: 2, Nice: more})
	_, err := s.Search(t.Context(), Job{Puzzle: puzzle(t, 4), Found: func(keccak.Nonce) { during = niceness(t) }})
	if err != nil {
		t.Fatal(err)
	}
	if want := min(before+more, 19); during != want {
		t.Errorf("searched at niceness %d, want %d", during, want)
	}
	if after := niceness(t); after != before {
		t.Errorf("the caller's niceness went from %d to %d", before, after)
	}
}
