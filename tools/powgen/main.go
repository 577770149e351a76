package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/buildtags"
)

//go:generate env GOWORK=off go run . -out ../../services/pow/internal/keccak/scan_amd64.s -stubs ../../services/pow/internal/keccak/scan_amd64.go -pkg keccak -portable ../../services/pow/internal/keccak/scan_portable.go

// portable joins avo's own flags, which build.Generate parses.
var portable = flag.String("portable", "", "file for the portable kernel, Go source")

func main() {
	build.Constraint(buildtags.Not("purego").ToConstraint())
	generateAVX512()
	generateAVX2()
	build.Generate()
	if *portable == "" {
		return
	}
	if err := generatePortable(*portable); err != nil {
		fmt.Fprintln(os.Stderr, "powgen:", err)
		os.Exit(1)
	}
}
