#define _GNU_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ortabi.h"

// Tensor data starts at multiples of this, in requests and results: vectorised
// kernels peel a loop up to the first aligned element, so that where the data
// starts decides the order of a sum. Fixing it fixes the bits.
enum { ALIGN = 64, MAX_RANK = 64, MAX_PORTS = 4096 };

struct ethml_model {
  OrtSession *session;
  size_t n_in, n_out;
  ethml_port *in, *out;
};

static const OrtApi *api;
static const char *version = "";
static OrtEnv *env;
static OrtMemoryInfo *cpu;
static OrtAllocator *allocator;

static int fail(ethml_error *err, int code, const char *message) {
  err->code = code;
  snprintf(err->message, sizeof err->message, "%s", message);
  return 0;
}

// Takes a status; 1 when it was success.
static int ok(OrtStatus *s, ethml_error *err) {
  if (s == NULL) return 1;
  const char *m = api->GetErrorMessage(s);
  int code = (int)api->GetErrorCode(s);
  // std::bad_alloc and the arena's own failures arrive as text only.
  if (strstr(m, "bad alloc") || strstr(m, "bad_alloc") || strstr(m, "Failed to allocate memory")) code = ETHML_ERR_MEMORY;
  fail(err, code ? code : ORT_FAIL, m);
  api->ReleaseStatus(s);
  return 0;
}

// StringNormalizer asks for this locale when a model is loaded, and then no file opens any more. The C library keeps
// what it has loaded, by name and search path. On a machine that lacks it, C.UTF-8 is put in its place, which has the
// same characters and cases and comes with the C library.
static void load_locale(void) {
  static const char name[] = "en_US.UTF-8", *const builtin[] = {"/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8"};
  if (newlocale(LC_ALL_MASK, name, (locale_t)0)) return;
  char dir[] = P_tmpdir "/ethml-locale-XXXXXX", link[sizeof dir + sizeof name];
  if (!mkdtemp(dir)) return;
  snprintf(link, sizeof link, "%s/%s", dir, name);
  int loaded = 0;
  for (size_t i = 0; !loaded && i < sizeof builtin / sizeof *builtin; i++) {
    if (symlink(builtin[i], link) != 0) break;
    setenv("LOCPATH", dir, 1);
    loaded = newlocale(LC_ALL_MASK, name, (locale_t)0) != (locale_t)0;
    unlink(link);
  }
  rmdir(dir);
  if (!loaded) unsetenv("LOCPATH");
}

void ethml_open(const char *library, ethml_error *err) {
  err->code = 0;
  load_locale();
  void *lib = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (!lib) {
    fail(err, ORT_NO_SUCHFILE, dlerror());
    return;
  }
  const OrtApiBase *(*base)(void) = (const OrtApiBase *(*)(void))dlsym(lib, "OrtGetApiBase");
  if (!base) {
    fail(err, ORT_FAIL, "not an ONNX Runtime library");
    return;
  }
  version = base()->GetVersionString();
  api = base()->GetApi(ORT_API_VERSION);
  if (!api) {
    snprintf(err->message, sizeof err->message, "version %s is too old: its C API is older than %d", version, ORT_API_VERSION);
    err->code = ORT_FAIL;
    return;
  }
  if (!ok(api->CreateEnv(ORT_LOGGING_LEVEL_FATAL, "ethml", &env), err)) return;
  if (!ok(api->DisableTelemetryEvents(env), err)) return;
  if (!ok(api->CreateCpuMemoryInfo(OrtDeviceAllocator, OrtMemTypeDefault, &cpu), err)) return;
  ok(api->GetAllocatorWithDefaultOptions(&allocator), err);
}

const char *ethml_version(void) { return version; }

int ethml_reserve(ethml_buffer *b, size_t more) {
  if (more > SIZE_MAX / 4 - b->len) return 0;
  size_t need = b->len + more;
  if (need <= b->cap) return 1;
  size_t cap = b->cap ? b->cap : 4096;
  while (cap < need) cap += cap / 2;
  cap = (cap + ALIGN - 1) / ALIGN * ALIGN;
  uint8_t *data = aligned_alloc(ALIGN, cap);
  if (!data) return 0;
  if (b->len) memcpy(data, b->data, b->len);
  free(b->data);
  b->data = data;
  b->cap = cap;
  return 1;
}

void ethml_buffer_free(ethml_buffer *b) {
  free(b->data);
  memset(b, 0, sizeof *b);
}

static int describe_tensor(const OrtTensorTypeAndShapeInfo *info, ethml_port *p, ethml_error *err) {
  enum ONNXTensorElementDataType type;
  size_t rank;
  if (!ok(api->GetTensorElementType(info, &type), err)) return 0;
  p->type = (int32_t)type;
  if (!api->TensorTypeAndShape_HasShape(info)) return 1;
  if (!ok(api->GetDimensionsCount(info, &rank), err)) return 0;
  if (rank > MAX_RANK) return fail(err, ORT_INVALID_GRAPH, "a tensor of more than 64 dimensions");
  int64_t *dims = calloc(rank ? rank : 1, sizeof *dims);
  if (!dims) return fail(err, ETHML_ERR_MEMORY, "out of memory");
  p->rank = (int32_t)rank;
  p->dims = dims;
  return ok(api->GetDimensions(info, dims, rank), err);
}

static int describe(OrtTypeInfo *info, ethml_port *p, ethml_error *err) {
  enum ONNXType kind;
  p->rank = -1;
  if (!ok(api->GetOnnxTypeFromTypeInfo(info, &kind), err)) return 0;
  p->kind = (int32_t)kind;
  if (kind == ONNX_TYPE_OPTIONAL) {
    const OrtOptionalTypeInfo *optional;
    OrtTypeInfo *inner = NULL;
    if (!ok(api->CastTypeInfoToOptionalTypeInfo(info, &optional), err)) return 0;
    if (!ok(api->GetOptionalContainedTypeInfo(optional, &inner), err)) return 0;
    int good = describe(inner, p, err);
    api->ReleaseTypeInfo(inner);
    p->optional = 1;
    return good;
  }
  if (kind != ONNX_TYPE_TENSOR) return 1;
  const OrtTensorTypeAndShapeInfo *tensor = NULL;
  if (!ok(api->CastTypeInfoToTensorInfo(info, &tensor), err)) return 0;
  return describe_tensor(tensor, p, err);
}

static int add_port(OrtStatus *named, char *name, OrtStatus *typed, OrtTypeInfo *info, ethml_port *p, ethml_error *err) {
  int good = ok(named, err);
  good = ok(typed, err) && good;
  if (good) {
    p->name = strdup(name);
    good = p->name ? describe(info, p, err) : fail(err, ETHML_ERR_MEMORY, "out of memory");
  }
  if (name) allocator->Free(allocator, name);
  if (info) api->ReleaseTypeInfo(info);
  return good;
}

static int describe_model(ethml_model *m, ethml_error *err) {
  OrtSession *s = m->session;
  size_t inputs, overridable, outputs;
  if (!ok(api->SessionGetInputCount(s, &inputs), err)) return 0;
  if (!ok(api->SessionGetOverridableInitializerCount(s, &overridable), err)) return 0;
  if (!ok(api->SessionGetOutputCount(s, &outputs), err)) return 0;
  if (inputs + overridable > MAX_PORTS || outputs > MAX_PORTS) return fail(err, ORT_INVALID_GRAPH, "more than 4096 inputs or outputs");
  m->in = calloc(inputs + overridable + 1, sizeof *m->in);
  m->out = calloc(outputs + 1, sizeof *m->out);
  if (!m->in || !m->out) return fail(err, ETHML_ERR_MEMORY, "out of memory");
  for (size_t i = 0; i < inputs + overridable; i++) {
    char *name = NULL;
    OrtTypeInfo *info = NULL;
    ethml_port *p = &m->in[m->n_in++];
    if (i < inputs) {
      OrtStatus *named = api->SessionGetInputName(s, i, allocator, &name);
      OrtStatus *typed = api->SessionGetInputTypeInfo(s, i, &info);
      if (!add_port(named, name, typed, info, p, err)) return 0;
      continue;
    }
    size_t k = i - inputs;
    OrtStatus *named = api->SessionGetOverridableInitializerName(s, k, allocator, &name);
    OrtStatus *typed = api->SessionGetOverridableInitializerTypeInfo(s, k, &info);
    if (!add_port(named, name, typed, info, p, err)) return 0;
    p->optional = 1;
  }
  for (size_t i = 0; i < outputs; i++) {
    char *name = NULL;
    OrtTypeInfo *info = NULL;
    OrtStatus *named = api->SessionGetOutputName(s, i, allocator, &name);
    OrtStatus *typed = api->SessionGetOutputTypeInfo(s, i, &info);
    if (!add_port(named, name, typed, info, &m->out[m->n_out++], err)) return 0;
  }
  return 1;
}

static int configure(OrtSessionOptions *o, int intra, int inter, ethml_error *err) {
  return ok(api->SetIntraOpNumThreads(o, intra), err) && ok(api->SetInterOpNumThreads(o, inter), err) &&
         ok(api->SetSessionExecutionMode(o, inter > 1 ? ORT_PARALLEL : ORT_SEQUENTIAL), err) &&
         ok(api->SetSessionGraphOptimizationLevel(o, ORT_ENABLE_EXTENDED), err) &&
         // A stranger's file is ONNX or nothing: ONNX Runtime's own flatbuffer format would pass the checks made before.
         ok(api->AddSessionConfigEntry(o, "session.load_model_format", "ONNX"), err);
}

ethml_model *ethml_load(const void *data, size_t len, int intra, int inter, ethml_error *err) {
  err->code = 0;
  OrtSessionOptions *o = NULL;
  ethml_model *m = calloc(1, sizeof *m);
  if (!m) {
    fail(err, ETHML_ERR_MEMORY, "out of memory");
    return NULL;
  }
  int good = ok(api->CreateSessionOptions(&o), err) && configure(o, intra, inter, err) &&
             ok(api->CreateSessionFromArray(env, data, len, o, &m->session), err) && describe_model(m, err);
  if (o) api->ReleaseSessionOptions(o);
  if (!good) {
    ethml_free(m);
    return NULL;
  }
  return m;
}

static void free_ports(ethml_port *p, size_t n) {
  for (size_t i = 0; p && i < n; i++) {
    free((void *)p[i].name);
    free((void *)p[i].dims);
  }
  free(p);
}

void ethml_free(ethml_model *m) {
  if (!m) return;
  if (m->session) api->ReleaseSession(m->session);
  free_ports(m->in, m->n_in);
  free_ports(m->out, m->n_out);
  free(m);
}

size_t ethml_inputs(const ethml_model *m, const ethml_port **ports) {
  *ports = m->in;
  return m->n_in;
}

size_t ethml_outputs(const ethml_model *m, const ethml_port **ports) {
  *ports = m->out;
  return m->n_out;
}

// A reader over the request that never passes its end.
typedef struct {
  uint8_t *base;
  size_t len, at;
  int bad;
} cursor;

static void *take(cursor *c, size_t n) {
  if (c->bad || n > c->len - c->at) {
    c->bad = 1;
    return NULL;
  }
  void *p = c->base + c->at;
  c->at += n;
  return p;
}

static uint32_t take32(cursor *c) {
  uint32_t v = 0;
  void *p = take(c, sizeof v);
  if (p) memcpy(&v, p, sizeof v);
  return v;
}

static uint64_t take64(cursor *c) {
  uint64_t v = 0;
  void *p = take(c, sizeof v);
  if (p) memcpy(&v, p, sizeof v);
  return v;
}

static void align(cursor *c, size_t n) { take(c, (n - c->at % n) % n); }

static int put(ethml_buffer *b, const void *p, size_t n, ethml_error *err) {
  if (!ethml_reserve(b, n)) return fail(err, ETHML_ERR_MEMORY, "out of memory");
  if (n) memcpy(b->data + b->len, p, n);
  b->len += n;
  return 1;
}

static int put32(ethml_buffer *b, uint32_t v, ethml_error *err) { return put(b, &v, sizeof v, err); }
static int put64(ethml_buffer *b, uint64_t v, ethml_error *err) { return put(b, &v, sizeof v, err); }

static int pad(ethml_buffer *b, size_t n, ethml_error *err) {
  static const uint8_t zero[ALIGN];
  return put(b, zero, (n - b->len % n) % n, err);
}

// Fills a string tensor from elements that each follow their 4-byte length.
static int fill_strings(OrtValue *v, const uint8_t *data, size_t len, ethml_error *err) {
  cursor c = {(uint8_t *)data, len, 0, 0};
  for (size_t i = 0; c.at < c.len; i++) {
    uint32_t n = take32(&c);
    void *from = take(&c, n);
    if (c.bad) return fail(err, ETHML_ERR_FRAME, "a string passes the end of its tensor");
    char *to = NULL;
    if (!ok(api->GetResizedStringTensorElementBuffer(v, i, n, &to), err)) return 0;
    if (n) memcpy(to, from, n);
  }
  return 1;
}

static int read_input(cursor *c, OrtValue **value, ethml_error *err) {
  uint32_t type = take32(c), rank = take32(c);
  uint64_t len = take64(c);
  if (rank > MAX_RANK) return fail(err, ETHML_ERR_FRAME, "more than 64 dimensions");
  int64_t dims[MAX_RANK];
  for (uint32_t i = 0; i < rank; i++) dims[i] = (int64_t)take64(c);
  align(c, ALIGN);
  void *data = take(c, len);
  if (c->bad) return fail(err, ETHML_ERR_FRAME, "the request ends early");
  if (type != ONNX_TENSOR_ELEMENT_DATA_TYPE_STRING)
    return ok(api->CreateTensorWithDataAsOrtValue(cpu, data, len, dims, rank, (enum ONNXTensorElementDataType)type, value), err);
  return ok(api->CreateTensorAsOrtValue(allocator, dims, rank, ONNX_TENSOR_ELEMENT_DATA_TYPE_STRING, value), err) &&
         fill_strings(*value, data, len, err);
}

static int write_strings(const OrtValue *v, size_t count, ethml_buffer *b, ethml_error *err) {
  for (size_t i = 0; i < count; i++) {
    size_t n;
    if (!ok(api->GetStringTensorElementLength(v, i, &n), err)) return 0;
    if (n > UINT32_MAX) return fail(err, ETHML_ERR_MEMORY, "a string of more than 4 GiB");
    if (!put32(b, (uint32_t)n, err)) return 0;
    if (!ethml_reserve(b, n + 1)) return fail(err, ETHML_ERR_MEMORY, "out of memory");
    if (n && !ok(api->GetStringTensorElement(v, n, i, b->data + b->len), err)) return 0;
    b->len += n;
  }
  return 1;
}

static int write_tensor(OrtValue *v, const OrtTensorTypeAndShapeInfo *info, ethml_buffer *b, ethml_error *err) {
  enum ONNXTensorElementDataType type;
  size_t rank, count;
  int64_t dims[MAX_RANK];
  if (!ok(api->GetTensorElementType(info, &type), err) || !ok(api->GetDimensionsCount(info, &rank), err)) return 0;
  if (rank > MAX_RANK) return fail(err, ETHML_ERR_NOT_TENSOR, "an output of more than 64 dimensions");
  if (!ok(api->GetDimensions(info, dims, rank), err) || !ok(api->GetTensorShapeElementCount(info, &count), err)) return 0;
  if (!put32(b, (uint32_t)type, err) || !put32(b, (uint32_t)rank, err)) return 0;
  size_t length_at = b->len;
  if (!put64(b, 0, err) || !put(b, dims, rank * sizeof *dims, err)) return 0;
  if (!pad(b, 8, err)) return 0;
  size_t start = b->len;
  if (type == ONNX_TENSOR_ELEMENT_DATA_TYPE_STRING) {
    if (!write_strings(v, count, b, err)) return 0;
  } else if (count > 0) {
    void *data = NULL;
    size_t n = 0;
    if (!ok(api->GetTensorSizeInBytes(v, &n), err) || !ok(api->GetTensorMutableData(v, &data), err)) return 0;
    if (!put(b, data, n, err)) return 0;
  }
  uint64_t n = b->len - start;
  memcpy(b->data + length_at, &n, sizeof n);
  return pad(b, 8, err);
}

static int write_output(OrtValue *v, const char *name, ethml_buffer *b, ethml_error *err) {
  enum ONNXType kind = ONNX_TYPE_UNKNOWN;
  int has = 0;
  if (v && !ok(api->HasValue(v, &has), err)) return 0;
  if (has && !ok(api->GetValueType(v, &kind), err)) return 0;
  if (kind != ONNX_TYPE_TENSOR) {
    err->code = ETHML_ERR_NOT_TENSOR;
    snprintf(err->message, sizeof err->message, "output %.200s is %s, not a tensor", name, has ? "a sequence or map" : "absent");
    return 0;
  }
  OrtTensorTypeAndShapeInfo *info = NULL;
  if (!ok(api->GetTensorTypeAndShape(v, &info), err)) return 0;
  int good = write_tensor(v, info, b, err);
  api->ReleaseTensorTypeAndShapeInfo(info);
  return good;
}

typedef struct {
  size_t n_in, n_out;
  const char **in_names, **out_names;
  OrtValue **in, **out;
} run;

static int read_ports(cursor *c, ethml_model *m, run *r, ethml_error *err) {
  for (size_t i = 0; i < r->n_out; i++) {
    uint32_t at = take32(c);
    if (c->bad || at >= m->n_out) return fail(err, ETHML_ERR_FRAME, "no such output");
    r->out_names[i] = m->out[at].name;
  }
  for (size_t i = 0; i < r->n_in; i++) {
    align(c, 8);
    uint32_t at = take32(c);
    take32(c);
    if (c->bad || at >= m->n_in) return fail(err, ETHML_ERR_FRAME, "no such input");
    r->in_names[i] = m->in[at].name;
    if (!read_input(c, &r->in[i], err)) return 0;
  }
  return 1;
}

void ethml_run(ethml_model *m, uint8_t *request, size_t len, ethml_buffer *result, ethml_error *err) {
  err->code = 0;
  cursor c = {request, len, 0, 0};
  run r = {.n_in = take32(&c), .n_out = take32(&c)};
  if (c.bad || r.n_in > m->n_in || r.n_out > m->n_out) {
    fail(err, ETHML_ERR_FRAME, "more tensors than the model has");
    return;
  }
  size_t slots = 2 * (r.n_in + r.n_out) + 1;
  void **mem = calloc(slots, sizeof *mem);
  if (!mem) {
    fail(err, ETHML_ERR_MEMORY, "out of memory");
    return;
  }
  r.in_names = (const char **)mem;
  r.out_names = r.in_names + r.n_in;
  r.in = (OrtValue **)(r.out_names + r.n_out);
  r.out = r.in + r.n_in;
  int good = read_ports(&c, m, &r, err) &&
             ok(api->Run(m->session, NULL, r.in_names, (const OrtValue *const *)r.in, r.n_in, r.out_names, r.n_out, r.out), err);
  for (size_t i = 0; good && i < r.n_out; i++) good = write_output(r.out[i], r.out_names[i], result, err);
  for (size_t i = 0; i < r.n_in; i++)
    if (r.in[i]) api->ReleaseValue(r.in[i]);
  for (size_t i = 0; i < r.n_out; i++)
    if (r.out[i]) api->ReleaseValue(r.out[i]);
  free(mem);
}

// Messages, as package frame has them.
enum { HEADER = 16, KIND_RUN = 3, DONE = 0, FAILED = 1, EXHAUSTED = 3, NOT_TENSOR = 4 };
static const uint32_t max_body = 1u << 30;
// The largest buffer kept from one request to the next.
static const size_t keep = 4u << 20;

static void put_header(uint8_t *p, uint32_t len, uint32_t kind, uint64_t arg) {
  memcpy(p, &len, 4);
  memcpy(p + 4, &kind, 4);
  memcpy(p + 8, &arg, 8);
}

static int set_len(ethml_buffer *b, size_t len) {
  if (len > b->len && !ethml_reserve(b, len - b->len)) return 0;
  b->len = len;
  return 1;
}

// Reads a message to request.data + ALIGN - HEADER: 1, 0 at the end, -1 on failure.
static int receive(ethml_loop *l, ethml_error *err) {
  ethml_buffer *b = &l->request;
  size_t got = ALIGN - HEADER, need = ALIGN;
  if (b->cap > keep) ethml_buffer_free(b);
  if (!set_len(b, 16 << 10)) return fail(err, ETHML_ERR_MEMORY, "out of memory") - 1;
  while (got < need) {
    ssize_t n = read(l->fd, b->data + got, b->len - got);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(err, ORT_FAIL, strerror(errno)) - 1;
    if (n == 0) return 0;
    int header = got < ALIGN && got + (size_t)n >= ALIGN;
    got += (size_t)n;
    if (!header) continue;
    uint32_t len;
    memcpy(&len, b->data + ALIGN - HEADER, 4);
    if (len > max_body) return fail(err, ETHML_ERR_FRAME, "request too long") - 1;
    need = ALIGN + len;
    if (need > b->len && !set_len(b, need)) return fail(err, ETHML_ERR_MEMORY, "out of memory") - 1;
  }
  b->len = need;
  return 1;
}

static int send_all(int fd, const uint8_t *p, size_t n, ethml_error *err) {
  while (n > 0) {
    ssize_t k = write(fd, p, n);
    if (k < 0 && errno == EINTR) continue;
    if (k < 0) return fail(err, ORT_FAIL, strerror(errno));
    p += k;
    n -= (size_t)k;
  }
  return 1;
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static int answer(ethml_loop *l, ethml_model *m, ethml_error *err) {
  ethml_error run = {0};
  ethml_buffer *out = &l->result;
  if (out->cap > keep) ethml_buffer_free(out);
  if (!set_len(out, HEADER)) return fail(err, ETHML_ERR_MEMORY, "out of memory");
  uint64_t began = now();
  ethml_run(m, l->request.data + ALIGN, l->request.len - ALIGN, out, &run);
  uint64_t took = now() - began;
  if (run.code == 0 && out->len - HEADER > max_body) fail(&run, ETHML_ERR_MEMORY, "outputs of more than 1 GiB");
  if (run.code == 0) {
    put_header(out->data, (uint32_t)(out->len - HEADER), DONE, took);
    return send_all(l->fd, out->data, out->len, err);
  }
  uint8_t small[HEADER + sizeof run.message];
  uint32_t kind = run.code == ETHML_ERR_MEMORY ? EXHAUSTED : run.code == ETHML_ERR_NOT_TENSOR ? NOT_TENSOR : FAILED;
  uint32_t len = (uint32_t)strlen(run.message);
  put_header(small, len, kind, 0);
  memcpy(small + HEADER, run.message, len);
  return send_all(l->fd, small, HEADER + len, err);
}

int ethml_serve(ethml_loop *l, ethml_error *err) {
  err->code = 0;
  for (;;) {
    int got = receive(l, err);
    if (got <= 0) return got;
    uint32_t kind;
    uint64_t slot;
    memcpy(&kind, l->request.data + ALIGN - HEADER + 4, 4);
    memcpy(&slot, l->request.data + ALIGN - HEADER + 8, 8);
    ethml_model *m = NULL;
    for (size_t i = 0; i < l->n_models; i++)
      if (l->slots[i] == slot) m = l->models[i];
    if (kind != KIND_RUN || !m) return 1;
    if (!answer(l, m, err)) return -1;
  }
}
