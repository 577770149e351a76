// Package access puts the services' access tables side by side, for documentation and for the test that no call is
// forgotten.
package access

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ethml/ethml/internal/grpcx"
	inference "github.com/ethml/ethml/services/inference/service"
	pow "github.com/ethml/ethml/services/pow/service"
	submitter "github.com/ethml/ethml/services/submitter/service"
	watcher "github.com/ethml/ethml/services/watcher/service"
)

// Tables are the access tables by the role of the service that has them.
func Tables() map[string]grpcx.Access {
	return map[string]grpcx.Access{
		grpcx.RoleWatcher:   watcher.Access(),
		grpcx.RoleInference: inference.Access(),
		grpcx.RolePow:       pow.Access(),
		grpcx.RoleSubmitter: submitter.Access(),
	}
}

// Markdown is the table of docs/security.md: who may call what, a line for each call.
func Markdown() string {
	var b strings.Builder
	b.WriteString("| on | call | may be made by |\n|---|---|---|\n")
	write := func(service string, table grpcx.Access) {
		for _, method := range slices.Sorted(maps.Keys(table)) {
			who := strings.Join(table[method], ", ")
			if who == grpcx.Anyone {
				who = "anyone with a certificate"
			}
			fmt.Fprintf(&b, "| %s | `%s` | %s |\n", service, strings.TrimPrefix(method, "/"), who)
		}
	}
	tables := Tables()
	for _, service := range slices.Sorted(maps.Keys(tables)) {
		write(service, tables[service])
	}
	write("all", grpcx.StandardAccess())
	return b.String()
}
