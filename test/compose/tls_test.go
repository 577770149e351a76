//go:build compose

package compose

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
)

// tlsFiles are the local network with certificates.
var tlsFiles = []string{filepath.Join("deploy", "docker-compose.yml"), filepath.Join("deploy", "compose.tls.yml")}

// rendered is what compose makes of the files.
type rendered struct {
	Services map[string]struct {
		Environment map[string]*string
		Volumes     []struct {
			Source, Target string
			ReadOnly       bool `json:"read_only"`
		}
		DependsOn map[string]struct{ Condition string } `json:"depends_on"`
	}
}

func TestTheTLSOverrideGivesEveryServiceItsOwnCertificateAndNoOthers(t *testing.T) {
	s := &stack{project: project, files: tlsFiles}
	var r rendered
	require.NoError(t, json.Unmarshal([]byte(s.compose(t, "--profile", "*", "config", "--format", "json")), &r))
	for name, service := range r.Services {
		secured := false
		for key, value := range service.Environment {
			if strings.HasSuffix(key, "_PLAINTEXT") {
				require.Equal(t, "false", *value, "%s speaks plaintext", name)
				secured = true
			}
		}
		if !secured {
			continue
		}
		require.Equal(t, "service_completed_successfully", service.DependsOn["certs"].Condition, name)
		prefix := "ETHML_" + strings.ToUpper(name) + "_TLS_"
		for key, file := range map[string]string{"CERT": "tls.crt", "KEY": "tls.key", "CA": "ca.crt"} {
			require.Equal(t, "/certs/"+file, *service.Environment[prefix+key], name)
		}
		mounted := 0
		for _, v := range service.Volumes {
			if strings.HasPrefix(v.Source, "certs") {
				mounted++
				require.Equal(t, "certs-"+name, v.Source)
				require.True(t, v.ReadOnly, name)
			}
		}
		require.Equal(t, 1, mounted, name)
	}
	for _, name := range services {
		require.Contains(t, r.Services, name)
	}
}

func TestTheNetworkAnswersWithTLS(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 6*time.Minute)
	defer cancel()
	s := newStack(t, tlsFiles...)
	s.compose(t, "up", "--detach")
	client := s.dial(ctx, t)
	asker := newAsker(ctx, t, client, s.deployment(t))
	require.NoError(t, firstAnswer(ctx, asker))
	for _, service := range services {
		s.awaitHealthy(ctx, t, service)
	}
	out := s.compose(t, "run", "--rm", "--no-deps", "ethml", "status")
	require.Contains(t, out, "live", "the operator's certificate opens the services: %s", out)
	for _, knob := range []string{"WATCHER", "INFERENCE", "SUBMITTER"} {
		_, err := healthpb.NewHealthClient(s.grpc(t, knob)).Check(ctx, &healthpb.HealthCheckRequest{})
		require.Equal(t, codes.Unavailable, status.Code(err), "without a certificate")
	}
	s.compose(t, "run", "--rm", "certs", "renew")
	asker.awaitAnswer(ctx, t, asker.send(ctx, t, 0))
	for _, service := range services {
		s.compose(t, "restart", service)
		s.awaitHealthy(ctx, t, service)
	}
}
