package main

import (
	"context"

	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/services/pow/service"
)

type serve struct {
	cli.Common
	Watcher      string `help:"Address of the watcher's gRPC port." default:"127.0.0.1:8000"`
	Submitter    string `help:"Address of the submitter's gRPC port." default:"127.0.0.1:8003"`
	ReplicaID    string `help:"Name of this replica in logs and lists; default: host name and a random part."`
	Kernel       string `help:"Search kernel: auto, avx512, avx2 or portable." default:"auto"`
	Threads      int    `help:"Searching threads; 0: one for each CPU."`
	FullPriority bool   `help:"Search at normal CPU priority instead of yielding to the rest of the machine."`
}

func (s *serve) Run(ctx context.Context) error {
	logger, traces, flush, err := s.Logger("pow", s.ReplicaID)
	if err != nil {
		return err
	}
	defer flush()
	return service.Run(ctx, service.Config{Watcher: s.Watcher, Submitter: s.Submitter, Listen: s.Listen,
		AdminListen: s.AdminListen, Security: s.Security, ReplicaID: s.ReplicaID, Kernel: s.Kernel,
		Threads: service.LeaveRoom(s.Threads), FullPriority: s.FullPriority, StopLimit: s.StopLimit, Logger: logger, Tracer: traces})
}
