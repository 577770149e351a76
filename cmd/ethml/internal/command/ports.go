package command

import (
	"fmt"

	"github.com/ethml/ethml/internal/grpcx"
)

// port is an address that a command is going to listen on, and the flag that moves it.
type port struct{ flag, address string }

// portsFree refuses addresses that can't be listened on before anything is started, which would have to be taken down again.
func portsFree(ports ...port) error {
	for _, p := range ports {
		if p.address == "" {
			continue // takes a free one
		}
		l, err := grpcx.Listen(p.address, p.flag)
		if err != nil {
			return err
		}
		if err := l.Close(); err != nil {
			return fmt.Errorf("try %s %s: %w", p.flag, p.address, err)
		}
	}
	return nil
}
