package oip

import (
	"testing"

	"github.com/stretchr/testify/require"
	"google.golang.org/protobuf/reflect/protoreflect"

	"github.com/ethml/ethml/proto/inference"
)

// numbers are the fields of the protocol as Triton, and clients made for it,
// number them: each name stands at the place of its number, from 1.
var numbers = map[protoreflect.Name][]protoreflect.Name{
	"ServerLiveResponse":            {"live"},
	"ServerReadyResponse":           {"ready"},
	"ModelReadyRequest":             {"name", "version"},
	"ModelReadyResponse":            {"ready"},
	"ServerMetadataResponse":        {"name", "version", "extensions"},
	"ModelMetadataRequest":          {"name", "version"},
	"ModelMetadataResponse":         {"name", "versions", "platform", "inputs", "outputs"},
	"InferParameter":                {"bool_param", "int64_param", "string_param", "double_param", "uint64_param"},
	"InferTensorContents":           {"bool_contents", "int_contents", "int64_contents", "uint_contents", "uint64_contents", "fp32_contents", "fp64_contents", "bytes_contents"},
	"ModelInferRequest":             {"model_name", "model_version", "id", "parameters", "inputs", "outputs", "raw_input_contents"},
	"ModelInferResponse":            {"model_name", "model_version", "id", "parameters", "outputs", "raw_output_contents"},
	"ModelStatisticsRequest":        {"name", "version"},
	"ModelStatisticsResponse":       {"model_stats"},
	"StatisticDuration":             {"count", "ns"},
	"InferStatistics":               {"success", "fail", "queue", "compute_input", "compute_infer", "compute_output", "cache_hit", "cache_miss"},
	"InferBatchStatistics":          {"batch_size", "compute_input", "compute_infer", "compute_output"},
	"ModelStatistics":               {"name", "version", "last_inference", "inference_count", "execution_count", "inference_stats", "batch_stats"},
	"ModelRepositoryParameter":      {"bool_param", "int64_param", "string_param", "bytes_param"},
	"RepositoryIndexRequest":        {"repository_name", "ready"},
	"RepositoryIndexResponse":       {"models"},
	"RepositoryModelLoadRequest":    {"repository_name", "model_name", "parameters"},
	"RepositoryModelUnloadRequest":  {"repository_name", "model_name", "parameters"},
	"ServerLiveRequest":             {},
	"ServerReadyRequest":            {},
	"ServerMetadataRequest":         {},
	"RepositoryModelLoadResponse":   {},
	"RepositoryModelUnloadResponse": {},
}

// nested are those of messages within messages.
var nested = map[protoreflect.FullName][]protoreflect.Name{
	"inference.ModelMetadataResponse.TensorMetadata":         {"name", "datatype", "shape"},
	"inference.ModelInferRequest.InferInputTensor":           {"name", "datatype", "shape", "parameters", "contents"},
	"inference.ModelInferRequest.InferRequestedOutputTensor": {"name", "parameters"},
	"inference.ModelInferResponse.InferOutputTensor":         {"name", "datatype", "shape", "parameters", "contents"},
	"inference.RepositoryIndexResponse.ModelIndex":           {"name", "version", "state", "reason"},
}

func TestFieldsHaveTheNumbersOfTritonsProtocol(t *testing.T) {
	file := inference.File_inference_grpc_service_proto
	require.Equal(t, protoreflect.FullName("inference"), file.Package())
	seen := 0
	check := func(m protoreflect.MessageDescriptor, want []protoreflect.Name) {
		require.Equal(t, len(want), m.Fields().Len(), m.FullName())
		for i, name := range want {
			f := m.Fields().ByNumber(protoreflect.FieldNumber(i + 1))
			require.NotNil(t, f, "%s has no field %d", m.FullName(), i+1)
			require.Equal(t, name, f.Name(), "%s, field %d", m.FullName(), i+1)
		}
	}
	for i := range file.Messages().Len() {
		m := file.Messages().Get(i)
		want, known := numbers[m.Name()]
		require.True(t, known, "%s isn't Triton's", m.Name())
		check(m, want)
		for j := range m.Messages().Len() {
			inner := m.Messages().Get(j)
			if inner.IsMapEntry() {
				continue
			}
			check(inner, nested[inner.FullName()])
			seen++
		}
	}
	require.Equal(t, len(numbers), file.Messages().Len())
	require.Equal(t, len(nested), seen)
}
