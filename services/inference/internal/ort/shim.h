// A small C layer over the ONNX Runtime C API: one call for each thing the
// worker does, with plain buffers in and out, so that a run crosses from Go to
// C once and every tensor type passes through unchanged.
#ifndef ETHML_ORT_SHIM_H
#define ETHML_ORT_SHIM_H

#include <stddef.h>
#include <stdint.h>

typedef struct ethml_model ethml_model;

// One input or output of a model. Strings belong to the model.
typedef struct {
  const char *name;
  int32_t kind;      // ONNXType of the value
  int32_t type;      // ONNXTensorElementDataType, 0 unless kind is a tensor or an optional tensor
  int32_t optional;  // 1 if a run may leave it out
  int32_t rank;      // -1 when unknown
  const int64_t *dims;  // rank items, -1 where a dimension varies
} ethml_port;

// A buffer that grows; owned by the caller, freed with ethml_buffer_free.
typedef struct {
  uint8_t *data;
  size_t len;
  size_t cap;
} ethml_buffer;

// Error codes beyond OrtErrorCode.
enum {
  ETHML_ERR_FRAME = 1000,     // the request is malformed
  ETHML_ERR_MEMORY = 1001,    // memory ran out
  ETHML_ERR_NOT_TENSOR = 1002 // an output is no tensor
};

// An error: code 0 is success. The message is cut to fit.
typedef struct {
  int32_t code;
  char message[1024];
} ethml_error;

// Opens the library and its environment; once per process, before everything else.
void ethml_open(const char *library, ethml_error *err);
// The library's version.
const char *ethml_version(void);

// Loads a model: CPU provider, optimisation level EXTENDED. Threads inside an operator and between operators: votes are
// made with one of each, since more change the order of sums.
ethml_model *ethml_load(const void *data, size_t len, int intra, int inter, ethml_error *err);
void ethml_free(ethml_model *m);
size_t ethml_inputs(const ethml_model *m, const ethml_port **ports);
size_t ethml_outputs(const ethml_model *m, const ethml_port **ports);

// Runs a model. The request's and the result's layout are in package frame.
void ethml_run(ethml_model *m, uint8_t *request, size_t len, ethml_buffer *result, ethml_error *err);

// What a worker's loop needs: where messages come from, the models by slot, and
// the buffers that messages are in. A request's body starts at request.data + 64.
typedef struct {
  int fd;
  ethml_buffer request, result;
  uint64_t *slots;
  ethml_model **models;
  size_t n_models;
} ethml_loop;

// Answers Run requests until one comes that it leaves to the caller (1), the
// other end closes (0), or something fails (-1, with err). It is in C so that a
// run wakes nothing of the Go runtime.
int ethml_serve(ethml_loop *l, ethml_error *err);

// Makes room for more bytes after len; 0 when memory runs out.
int ethml_reserve(ethml_buffer *b, size_t more);
void ethml_buffer_free(ethml_buffer *b);

#endif
