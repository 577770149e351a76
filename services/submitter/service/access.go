package service

import (
	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// Access says who may call what. A pow replica hands in solutions and hears of work, an inference replica hands in
// predictions, and neither can do the other's part: that takes both to make up an answer and get it a seat.
func Access() grpcx.Access {
	return grpcx.Access{
		ethmlv1.SubmitterService_ReportPrediction_FullMethodName: {grpcx.RoleInference},
		ethmlv1.SubmitterService_ReportSolution_FullMethodName:   {grpcx.RolePow},
		ethmlv1.SubmitterService_WatchWork_FullMethodName:        {grpcx.RolePow},
		ethmlv1.SubmitterService_ListReplicas_FullMethodName:     {grpcx.RoleOperator},
		ethmlv1.SubmitterService_WatchRounds_FullMethodName:      {grpcx.RoleOperator},
		ethmlv1.SubmitterService_GetStatus_FullMethodName:        {grpcx.RoleOperator},
	}
}
