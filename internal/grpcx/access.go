package grpcx

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	reflectionv1 "google.golang.org/grpc/reflection/grpc_reflection_v1"
	reflectionv1alpha "google.golang.org/grpc/reflection/grpc_reflection_v1alpha"
)

// Roles that a peer's certificate can give it. By default a certificate with the role's name among its DNS names plays
// the role; Security.TLSNames says otherwise.
const (
	RoleWatcher   = "watcher"
	RoleInference = "inference"
	RolePow       = "pow"
	RoleSubmitter = "submitter"
	RoleExplorer  = "explorer"
	RoleOperator  = "operator" // a person at the command line

	// Anyone is everybody with a certificate of the CA. It is no role that a certificate could name.
	Anyone = "*"
)

// Roles are all roles.
func Roles() []string {
	return []string{RoleWatcher, RoleInference, RolePow, RoleSubmitter, RoleExplorer, RoleOperator}
}

// Access says who may call what: roles by full method name ("/ethml.v1.PowService/Search"). What isn't in it may be
// called by nobody. It holds where peers have certificates; with Security.Plaintext there is nobody to tell apart.
type Access map[string][]string

// standardAccess is what holds on every server: its health is everybody's, its descriptors are the operator's.
var standardAccess = Access{
	healthpb.Health_Check_FullMethodName: {Anyone},
	healthpb.Health_List_FullMethodName:  {Anyone},
	healthpb.Health_Watch_FullMethodName: {Anyone},

	reflectionv1.ServerReflection_ServerReflectionInfo_FullMethodName:      {RoleOperator},
	reflectionv1alpha.ServerReflection_ServerReflectionInfo_FullMethodName: {RoleOperator},
}

// StandardAccess is who may call the methods that every server has.
func StandardAccess() Access { return maps.Clone(standardAccess) }

// byName turns roles into the certificate names that play them, as sets by method.
func (a Access) byName(names roleNames) map[string]map[string]bool {
	out := make(map[string]map[string]bool)
	for _, table := range []Access{standardAccess, a} {
		for method, roles := range table {
			allowed := make(map[string]bool)
			for _, role := range roles {
				for _, name := range names.of(role) {
					allowed[name] = true
				}
			}
			out[method] = allowed
		}
	}
	return out
}

// roleNames are the certificate names that play a role, where they aren't the role's own.
type roleNames map[string][]string

func (r roleNames) of(role string) []string {
	if names, ok := r[role]; ok {
		return names
	}
	return []string{role}
}

// parseRoleNames reads ROLE=NAME[,NAME...], several separated by semicolons.
func parseRoleNames(text string) (roleNames, error) {
	out := make(roleNames)
	for entry := range strings.SplitSeq(text, ";") {
		if entry = strings.TrimSpace(entry); entry == "" {
			continue
		}
		role, list, ok := strings.Cut(entry, "=")
		role = strings.TrimSpace(role)
		switch {
		case !ok:
			return nil, fmt.Errorf("--tls-names: %q is not ROLE=NAME[,NAME...]", entry)
		case !slices.Contains(Roles(), role):
			return nil, fmt.Errorf("--tls-names: no role %q: choose of %s", role, strings.Join(Roles(), ", "))
		case out[role] != nil:
			return nil, fmt.Errorf("--tls-names: role %s is named twice: give all its names at once, separated by commas", role)
		}
		for name := range strings.SplitSeq(list, ",") {
			if name = strings.TrimSpace(name); name == "" || name == Anyone {
				return nil, fmt.Errorf("--tls-names: %q gives role %s no name: write %s=NAME[,NAME...]", entry, role, role)
			}
			out[role] = append(out[role], name)
		}
	}
	return out, nil
}
