package main

import (
	"context"
	"os"

	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/services/inference/service"
)

type serve struct {
	cli.Common
	service.Flags
}

func (s *serve) Run(ctx context.Context) error {
	logger, err := s.Log.New(os.Stderr)
	if err != nil {
		return err
	}
	config, err := s.Flags.Config()
	if err != nil {
		return err
	}
	config.Listen, config.AdminListen, config.Security, config.StopLimit, config.Logger = s.Listen, s.AdminListen, s.Security, s.StopLimit, logger
	traces, flush, err := s.Tracing.Start("inference", s.ReplicaID, logger)
	if err != nil {
		return err
	}
	defer flush()
	config.Tracer = traces
	return service.Run(ctx, config)
}
