// Package version says which build this is.
package version

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// Version and Revision are set by the linker (-ldflags "-X .../internal/version.Version=v1.2.3").
var (
	Version  = "devel"
	Revision = ""
)

// String is version, revision and Go version, for --version and the logs.
func String() string {
	revision := Revision
	if revision == "" {
		if info, ok := debug.ReadBuildInfo(); ok {
			for _, s := range info.Settings {
				if s.Key == "vcs.revision" && len(s.Value) >= 12 {
					revision = s.Value[:12]
				}
			}
		}
	}
	if revision == "" {
		revision = "unknown revision"
	}
	return fmt.Sprintf("%s (%s, %s %s/%s)", Version, revision, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
