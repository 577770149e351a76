// Package bench measures the watcher against go-ethereum over loopback sockets:
//
//	go test ./bench -run '^$' -bench . -benchtime 1x
//
// With ETHML_BENCH_JSON=FILE the figures are also put into FILE, one flat JSON object.
package bench
