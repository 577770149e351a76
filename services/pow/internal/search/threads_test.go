package search

import "testing"

func TestThreadsDoNotExceedTheContainersQuota(t *testing.T) {
	for content, want := range map[string]int{
		"max 100000\n":     8,
		"100000 100000\n":  1,
		"150000 100000":    1,
		"200000 100000":    2,
		"50000 100000":     1,
		"":                 8,
		"100000":           8,
		"100000 0":         8,
		"-1 100000":        8,
		"nonsense 100000":  8,
		"1600000 100000\n": 16,
	} {
		if got := quota(content, 8); got != want {
			t.Errorf("%q: %d CPUs, want %d", content, got, want)
		}
	}
	if DefaultThreads() < 1 {
		t.Errorf("%d threads", DefaultThreads())
	}
}
