package service

import (
	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// Access says who may call what. No service needs a replica; a person may look at it and try it.
func Access() grpcx.Access {
	return grpcx.Access{
		ethmlv1.PowService_Search_FullMethodName:    {grpcx.RoleOperator},
		ethmlv1.PowService_GetStatus_FullMethodName: {grpcx.RoleOperator},
	}
}
