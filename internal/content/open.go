package content

import (
	"cmp"
	"errors"
	"log/slog"
	"time"
)

const defaultCacheBytes = 1 << 30

// Options are the settings that commands have flags for.
type Options struct {
	// KuboAPIs are addresses of IPFS RPC APIs, as URLs or multiaddrs.
	KuboAPIs []string
	// Gateways are URLs of trustless gateways.
	Gateways []string
	// StoreDir has the embedded store; empty for none.
	StoreDir string
	// CacheDir has the cache of what remotes served; empty for none.
	CacheDir string
	// CacheBytes is 1 GiB if zero.
	CacheBytes   int64
	BlockTimeout time.Duration
	Log          *slog.Logger
	Observe      func(source string, outcome Outcome, took time.Duration)
}

// Open makes a store out of settings. Close releases its directories.
func Open(opts Options) (store *Store, closeStore func() error, err error) {
	cfg := Config{BlockTimeout: opts.BlockTimeout, Log: opts.Log, Observe: opts.Observe}
	var errs []error
	for _, addr := range opts.KuboAPIs {
		source, err := NewKubo(addr, nil)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		cfg.Remotes = append(cfg.Remotes, source)
	}
	for _, base := range opts.Gateways {
		source, err := NewGateway(base, nil)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		cfg.Remotes = append(cfg.Remotes, source)
	}
	if opts.CacheDir != "" {
		if cfg.Cache, err = OpenCache(opts.CacheDir, cmp.Or(opts.CacheBytes, defaultCacheBytes)); err != nil {
			errs = append(errs, err)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, nil, err
	}
	closeStore = func() error { return nil }
	if opts.StoreDir != "" {
		if cfg.Embedded, err = OpenEmbedded(opts.StoreDir); err != nil {
			return nil, nil, err
		}
		closeStore = cfg.Embedded.Close
	}
	if store, err = New(cfg); err != nil {
		return nil, nil, errors.Join(err, closeStore())
	}
	return store, closeStore, nil
}
