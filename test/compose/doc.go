// Package compose tests the containers: the real engine, real images, the compose files that people use. Its tests need
// an engine and the images, which `make test-compose` sees to, and are built with -tags compose only.
//
// Folder engine holds the scripts that start an engine and make base images where no registry is in reach.
package compose
