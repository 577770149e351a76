package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchdemo:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	ethml := flag.String("ethml", "bin/ethml", "the command to measure")
	out := flag.String("out", "bench/demo.json", "file for the figures")
	idle := flag.Duration("idle", 30*time.Second, "how long to watch the idle system")
	limit := flag.Duration("limit", 5*time.Minute, "how long each run may take")
	flag.Parse()

	figures, err := measure(ctx, *ethml, *idle, *limit)
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(figures, "", "  ")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if err := os.MkdirAll(filepath.Dir(*out), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(*out, data, 0o644); err != nil {
		return err
	}
	_, err = os.Stdout.Write(data)
	return err
}
