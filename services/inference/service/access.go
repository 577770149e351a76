package service

import (
	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/proto/inference"
)

// Access says who may call what. Inference reports to others and no part of the node calls it; a person may use its
// models, and the explorer runs a past request again for who looks at it.
func Access() grpcx.Access {
	operator := []string{grpcx.RoleOperator}
	return grpcx.Access{
		ethmlv1.InferenceService_Predict_FullMethodName:    {grpcx.RoleExplorer, grpcx.RoleOperator},
		ethmlv1.InferenceService_ListModels_FullMethodName: operator,

		inference.GRPCInferenceService_ServerLive_FullMethodName:            operator,
		inference.GRPCInferenceService_ServerReady_FullMethodName:           operator,
		inference.GRPCInferenceService_ModelReady_FullMethodName:            operator,
		inference.GRPCInferenceService_ServerMetadata_FullMethodName:        operator,
		inference.GRPCInferenceService_ModelMetadata_FullMethodName:         operator,
		inference.GRPCInferenceService_ModelInfer_FullMethodName:            operator,
		inference.GRPCInferenceService_ModelStatistics_FullMethodName:       operator,
		inference.GRPCInferenceService_RepositoryIndex_FullMethodName:       operator,
		inference.GRPCInferenceService_RepositoryModelLoad_FullMethodName:   operator,
		inference.GRPCInferenceService_RepositoryModelUnload_FullMethodName: operator,
	}
}
