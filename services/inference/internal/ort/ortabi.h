// What this package calls of ONNX Runtime's C ABI, and no more.
//
// The library hands out one table of function pointers. Its ABI promises that entries are only ever appended, so that a
// function's place in the table is its identity; the places below are those of API version 24 (ONNX Runtime 1.24), which
// is also the version asked for, so that an older library refuses. A test runs models through every one of them.
#ifndef ETHML_ORTABI_H
#define ETHML_ORTABI_H

#include <stddef.h>
#include <stdint.h>

enum { ORT_API_VERSION = 24 };

// Values of the library's enumerations.
typedef enum { ORT_FAIL = 1, ORT_NO_SUCHFILE = 3, ORT_INVALID_GRAPH = 10 } OrtErrorCode;
enum ONNXType { ONNX_TYPE_UNKNOWN = 0, ONNX_TYPE_TENSOR = 1, ONNX_TYPE_OPTIONAL = 6 };
enum ONNXTensorElementDataType { ONNX_TENSOR_ELEMENT_DATA_TYPE_STRING = 8 };
enum { ORT_LOGGING_LEVEL_FATAL = 4, ORT_SEQUENTIAL = 0, ORT_PARALLEL = 1, ORT_ENABLE_EXTENDED = 2 };
enum { OrtDeviceAllocator = 0, OrtMemTypeDefault = 0 };

// Objects that only the library looks into.
typedef struct OrtEnv OrtEnv;
typedef struct OrtMemoryInfo OrtMemoryInfo;
typedef struct OrtOptionalTypeInfo OrtOptionalTypeInfo;
typedef struct OrtSession OrtSession;
typedef struct OrtSessionOptions OrtSessionOptions;
typedef struct OrtStatus OrtStatus;
typedef struct OrtTensorTypeAndShapeInfo OrtTensorTypeAndShapeInfo;
typedef struct OrtTypeInfo OrtTypeInfo;
typedef struct OrtValue OrtValue;

typedef struct OrtAllocator {
  uint32_t version;
  void *(*Alloc)(struct OrtAllocator *, size_t);
  void (*Free)(struct OrtAllocator *, void *);
} OrtAllocator;

// The table. AT(first, last) passes over the entries from first to last.
#define ETHML_JOIN2(a, b) a##b
#define ETHML_JOIN(a, b) ETHML_JOIN2(a, b)
#define AT(first, last) void *ETHML_JOIN(unused_, first)[(last) - (first) + 1]
typedef struct {
  AT(0, 0);
  OrtErrorCode (*GetErrorCode)(const OrtStatus *);
  const char *(*GetErrorMessage)(const OrtStatus *);
  OrtStatus *(*CreateEnv)(int level, const char *name, OrtEnv **);
  AT(4, 5);
  OrtStatus *(*DisableTelemetryEvents)(const OrtEnv *);
  AT(7, 7);
  OrtStatus *(*CreateSessionFromArray)(const OrtEnv *, const void *, size_t, const OrtSessionOptions *, OrtSession **);
  OrtStatus *(*Run)(OrtSession *, const void *options, const char *const *in_names, const OrtValue *const *in, size_t n_in,
                    const char *const *out_names, size_t n_out, OrtValue **out);
  OrtStatus *(*CreateSessionOptions)(OrtSessionOptions **);
  AT(11, 12);
  OrtStatus *(*SetSessionExecutionMode)(OrtSessionOptions *, int);
  AT(14, 22);
  OrtStatus *(*SetSessionGraphOptimizationLevel)(OrtSessionOptions *, int);
  OrtStatus *(*SetIntraOpNumThreads)(OrtSessionOptions *, int);
  OrtStatus *(*SetInterOpNumThreads)(OrtSessionOptions *, int);
  AT(26, 29);
  OrtStatus *(*SessionGetInputCount)(const OrtSession *, size_t *);
  OrtStatus *(*SessionGetOutputCount)(const OrtSession *, size_t *);
  OrtStatus *(*SessionGetOverridableInitializerCount)(const OrtSession *, size_t *);
  OrtStatus *(*SessionGetInputTypeInfo)(const OrtSession *, size_t, OrtTypeInfo **);
  OrtStatus *(*SessionGetOutputTypeInfo)(const OrtSession *, size_t, OrtTypeInfo **);
  OrtStatus *(*SessionGetOverridableInitializerTypeInfo)(const OrtSession *, size_t, OrtTypeInfo **);
  OrtStatus *(*SessionGetInputName)(const OrtSession *, size_t, OrtAllocator *, char **);
  OrtStatus *(*SessionGetOutputName)(const OrtSession *, size_t, OrtAllocator *, char **);
  OrtStatus *(*SessionGetOverridableInitializerName)(const OrtSession *, size_t, OrtAllocator *, char **);
  AT(39, 47);
  OrtStatus *(*CreateTensorAsOrtValue)(OrtAllocator *, const int64_t *, size_t, enum ONNXTensorElementDataType, OrtValue **);
  OrtStatus *(*CreateTensorWithDataAsOrtValue)(const OrtMemoryInfo *, void *, size_t, const int64_t *, size_t,
                                               enum ONNXTensorElementDataType, OrtValue **);
  AT(50, 50);
  OrtStatus *(*GetTensorMutableData)(OrtValue *, void **);
  AT(52, 54);
  OrtStatus *(*CastTypeInfoToTensorInfo)(const OrtTypeInfo *, const OrtTensorTypeAndShapeInfo **);
  OrtStatus *(*GetOnnxTypeFromTypeInfo)(const OrtTypeInfo *, enum ONNXType *);
  AT(57, 59);
  OrtStatus *(*GetTensorElementType)(const OrtTensorTypeAndShapeInfo *, enum ONNXTensorElementDataType *);
  OrtStatus *(*GetDimensionsCount)(const OrtTensorTypeAndShapeInfo *, size_t *);
  OrtStatus *(*GetDimensions)(const OrtTensorTypeAndShapeInfo *, int64_t *, size_t);
  AT(63, 63);
  OrtStatus *(*GetTensorShapeElementCount)(const OrtTensorTypeAndShapeInfo *, size_t *);
  OrtStatus *(*GetTensorTypeAndShape)(const OrtValue *, OrtTensorTypeAndShapeInfo **);
  AT(66, 66);
  OrtStatus *(*GetValueType)(const OrtValue *, enum ONNXType *);
  AT(68, 68);
  OrtStatus *(*CreateCpuMemoryInfo)(int allocator, int memory, OrtMemoryInfo **);
  AT(70, 77);
  OrtStatus *(*GetAllocatorWithDefaultOptions)(OrtAllocator **);
  AT(79, 92);
  void (*ReleaseStatus)(OrtStatus *);
  AT(94, 94);
  void (*ReleaseSession)(OrtSession *);
  void (*ReleaseValue)(OrtValue *);
  AT(97, 97);
  void (*ReleaseTypeInfo)(OrtTypeInfo *);
  void (*ReleaseTensorTypeAndShapeInfo)(OrtTensorTypeAndShapeInfo *);
  void (*ReleaseSessionOptions)(OrtSessionOptions *);
  AT(101, 126);
  OrtStatus *(*GetStringTensorElementLength)(const OrtValue *, size_t, size_t *);
  OrtStatus *(*GetStringTensorElement)(const OrtValue *, size_t length, size_t index, void *);
  AT(129, 129);
  OrtStatus *(*AddSessionConfigEntry)(OrtSessionOptions *, const char *key, const char *value);
  AT(131, 191);
  OrtStatus *(*HasValue)(const OrtValue *, int *);
  AT(193, 249);
  OrtStatus *(*CastTypeInfoToOptionalTypeInfo)(const OrtTypeInfo *, const OrtOptionalTypeInfo **);
  OrtStatus *(*GetOptionalContainedTypeInfo)(const OrtOptionalTypeInfo *, OrtTypeInfo **);
  OrtStatus *(*GetResizedStringTensorElementBuffer)(OrtValue *, size_t index, size_t length, char **);
  AT(253, 317);
  OrtStatus *(*GetTensorSizeInBytes)(const OrtValue *, size_t *);
  AT(319, 389);
  int (*TensorTypeAndShape_HasShape)(const OrtTensorTypeAndShapeInfo *);
} OrtApi;
#undef AT

// Gaps that don't add up would move every entry behind them.
_Static_assert(offsetof(OrtApi, Run) == 9 * sizeof(void *), "place of Run");
_Static_assert(offsetof(OrtApi, ReleaseSessionOptions) == 100 * sizeof(void *), "place of ReleaseSessionOptions");
_Static_assert(offsetof(OrtApi, TensorTypeAndShape_HasShape) == 390 * sizeof(void *), "place of TensorTypeAndShape_HasShape");

typedef struct {
  const OrtApi *(*GetApi)(uint32_t version);
  const char *(*GetVersionString)(void);
} OrtApiBase;

#endif
