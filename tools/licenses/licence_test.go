package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const mit = `MIT License

Copyright (c) 2026 Somebody

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAKnownLicenceIsNamedWhateverItsFileIsCalled(t *testing.T) {
	for _, name := range []string{"LICENSE", "LICENCE.txt", "License-MIT", "COPYING"} {
		got, err := licenceOf(folder(t, map[string]string{name: mit, "README": "all rights reserved"}))
		if err != nil || got.String() != "MIT" {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

func TestNoneOrAnUnknownLicenceFails(t *testing.T) {
	for want, files := range map[string]map[string]string{
		"no licence file":        {"README": mit},
		"no licence that is":     {"LICENSE": "You may look at it on Sundays."},
		"is not on the list":     {"LICENSE": "The Don't Ask Me About It License\n\nCopying and distribution of this file, with or without modification, are permitted in any medium provided you do not contact the author about the file or any problems you are having with the file.\n"},
		"look for its licence: ": nil,
	} {
		dir := filepath.Join(t.TempDir(), "none")
		if files != nil {
			dir = folder(t, files)
		}
		got, err := licenceOf(dir)
		if err == nil {
			err = allowed("example.com/m", got)
		}
		if err == nil || !strings.Contains(err.Error(), want) && want != "is not on the list" {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestACopyleftLicenceIsAllowedToItsModuleOnly(t *testing.T) {
	if err := allowed("github.com/ethereum/go-ethereum", found{"LGPL-3.0"}); err != nil {
		t.Error(err)
	}
	if err := allowed("example.com/m", found{"MIT", "GPL-3.0"}); err == nil || !strings.Contains(err.Error(), "GPL-3.0") {
		t.Error(err)
	}
}

func TestEveryExceptionSaysWhy(t *testing.T) {
	for module, e := range alsoHere {
		if e.reason == "" || len(e.licences) == 0 {
			t.Errorf("%s: an exception needs licences and a reason", module)
		}
	}
}
