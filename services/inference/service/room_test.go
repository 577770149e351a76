package service

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestHalfOfTheCPUsAreLeftToTheWorkers(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for has, keeps := range map[int]int{1: 1, 2: 1, 3: 1, 4: 2, 64: 32} {
		t.Setenv("GOMAXPROCS", "")
		runtime.GOMAXPROCS(has)
		LeaveRoom()
		require.Equal(t, keeps, runtime.GOMAXPROCS(0), "of %d", has)
		t.Setenv("GOMAXPROCS", "3") // what an operator sets stays
		runtime.GOMAXPROCS(has)
		LeaveRoom()
		require.Equal(t, has, runtime.GOMAXPROCS(0))
	}
}
