// Command repocheck checks what no compiler and no linter looks at: the repository itself.
//
//	repocheck [DIR]
//
// It reads every file git tracks or would track below DIR (default: the current folder) and prints one line for each
// thing wrong, sorted, as `path:line: what is wrong and what to do`. It exits 1 if there was any.
//
// # What it checks
//
//   - go.work lists every module except those in tools/, whose dependencies are kept apart on purpose.
//   - Our own modules are required at v0.0.0 and replaced by a relative path that leads to that module, so that each
//     builds with GOWORK=off; a dependency of several modules has one version in all of them, so that it builds once.
//   - Lock files name no registry, and no file names a machine's own folders: a clone works anywhere.
//   - Go files are formatted; written ones stay under a length a person can read; a service's main only wraps.
//   - Generated protobuf code has a source. Files with a #! line can be run.
//   - A relative link in a document leads to something.
//   - Nothing that .gitignore names is tracked, and no marker promises what an issue should.
package main
