package service

import "github.com/ethml/ethml/internal/grpcx"

// Flags are the command-line flags of a service, beside those every service has.
type Flags struct {
	Watcher          string   `help:"Address of the watcher's gRPC port." placeholder:"HOST:PORT"`
	Submitter        string   `help:"Address of the submitter's gRPC port." placeholder:"HOST:PORT"`
	Ipfs             []string `help:"Addresses of IPFS RPC APIs to read models and data points from." placeholder:"URL"`
	Gateway          []string `help:"URLs of trustless IPFS gateways to read them from." placeholder:"URL"`
	DataDir          string   `help:"Folder that keeps content that was fetched; none keeps none." type:"path"`
	CacheBytes       int64    `help:"Bytes of content to keep." default:"1073741824"`
	ModelDir         string   `help:"Folder of local models, NAME/VERSION/model.onnx, to serve as well." type:"path"`
	Library          string   `name:"onnxruntime-lib" help:"Path of libonnxruntime.so.1." type:"path" env:"ETHML_ONNXRUNTIME_LIB"`
	AllowUnsandboxed bool     `help:"Run models on a kernel without seccomp, that is without a sandbox."`
	Workers          int      `help:"Worker processes at most." default:"4"`
	ModelsPerWorker  int      `help:"Models that may share a worker process; 1 keeps them apart." default:"1"`
	MaxModelMemory   int64    `help:"MiB of memory that a model of the chain may ask for at most." default:"4096"`
	MaxMessage       int      `help:"Largest gRPC message in bytes." default:"134217728"`
	ReplicaID        string   `help:"Name of this replica in reports; default: host name and a random part."`

	Public grpcx.Public `embed:"" prefix:"public-"`
}

// Config is the configuration the flags ask for, with this binary as its worker.
func (f *Flags) Config() (Config, error) {
	self, err := SelfCommand()
	if err != nil {
		return Config{}, err
	}
	return Config{
		Watcher: f.Watcher, Submitter: f.Submitter, IPFS: f.Ipfs, Gateways: f.Gateway, DataDir: f.DataDir,
		CacheBytes: f.CacheBytes, ModelDir: f.ModelDir, WorkerCommand: self, Library: f.Library,
		AllowUnsandboxed: f.AllowUnsandboxed, Workers: f.Workers, ModelsPerWorker: f.ModelsPerWorker,
		MaxModelMemory: f.MaxModelMemory, MaxMessage: f.MaxMessage, ReplicaID: f.ReplicaID, Public: f.Public,
	}, nil
}
