//go:build !ethml_fault

package main

// killPoint is for the fault suite's build only.
func killPoint() func(string) { return nil }
