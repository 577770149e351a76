//go:build !ethml_fault

package main

import "time"

// killPoint is for the fault suite's build only.
func killPoint() func(string) { return nil }

// clock is wrong in the fault suite's build only.
func clock() func() time.Time { return nil }
