package main

import (
	"context"

	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/services/inference/service"
)

type serve struct {
	cli.Common
	service.Flags
}

func (s *serve) Run(ctx context.Context) error {
	logger, traces, flush, err := s.Logger("inference", s.ReplicaID)
	if err != nil {
		return err
	}
	defer flush()
	config, err := s.Flags.Config()
	if err != nil {
		return err
	}
	config.Listen, config.AdminListen, config.Security, config.StopLimit, config.Logger = s.Listen, s.AdminListen, s.Security, s.StopLimit, logger
	config.Tracer = traces
	service.LeaveRoom()
	return service.Run(ctx, config)
}
