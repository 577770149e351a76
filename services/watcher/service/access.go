package service

import (
	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// Access says who may call what. The stream tells nothing that the chain doesn't, so every service that needs it may
// have it.
func Access() grpcx.Access {
	return grpcx.Access{
		ethmlv1.WatcherService_Subscribe_FullMethodName: {grpcx.RoleInference, grpcx.RolePow, grpcx.RoleSubmitter, grpcx.RoleExplorer, grpcx.RoleOperator},
		ethmlv1.WatcherService_GetStatus_FullMethodName: {grpcx.RoleOperator},
	}
}
