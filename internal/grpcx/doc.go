// Package grpcx is the one place where gRPC servers and clients are built: transport security, health, reflection,
// panics, metrics, traces, keepalive and message limits are the same in every service.
package grpcx
