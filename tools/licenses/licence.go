package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// anywhere are licences that any module may have: they ask for their text to go along, and for changes to files of their
// own at most.
var anywhere = []string{"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-2-Clause-FreeBSD", "BSD-3-Clause", "BSD-3-Clause-Clear", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT",
	"MIT-0", "MPL-2.0", "MPL-2.0-no-copyleft-exception", "PostgreSQL", "Unlicense", "Zlib"}

// alsoHere are further licences of single modules, each with the reason why that is all right.
var alsoHere = map[string]struct {
	licences []string
	reason   string
}{
	// The library is under the LGPL; COPYING, the GPL, is for its programs, none of which is linked. Who passes on
	// binaries passes on the sources to link them anew.
	"github.com/ethereum/go-ethereum": {[]string{"LGPL-3.0", "GPL-3.0"}, "library under the LGPL"},
}

// stated are licences that a module has without its text in a file of its root.
var stated = map[string]struct{ licence, where string }{
	"github.com/holiman/bloomfilter/v2": {"MIT", "the head of each of its source files"},
	"github.com/multiformats/go-base36": {"MIT", "LICENSE.md, which names MIT or Apache-2.0 and links to them"},
}

var licenceFile = regexp.MustCompile(`(?i)^(un)?(licen[cs]e|copying)([-._].*)?$`)

// covered is how much of a file, in percent, must be text of licences that are known.
const covered = 60

// found is what a module's licence files hold.
type found []string

func (f found) String() string {
	if len(f) == 0 {
		return "?"
	}
	return strings.Join(f, ", ")
}

// licenceOfModule is the licence that a module's files hold, or that it states elsewhere.
func licenceOfModule(m module) (found, error) {
	licences, err := licenceOf(m.Dir)
	if s, ok := stated[m.Path]; ok && err != nil && m.Dir != "" {
		return found{s.licence}, nil
	}
	return licences, err
}

// licenceOf reads the licence files in a module's root.
func licenceOf(dir string) (found, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("look for its licence: %w", err)
	}
	var all found
	unread := ""
	for _, e := range entries {
		if !e.Type().IsRegular() || !licenceFile.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("read its licence: %w", err)
		}
		cover := licensecheck.Scan(text)
		if cover.Percent < covered {
			unread = e.Name()
		}
		for _, m := range cover.Match {
			if !m.IsURL && !slices.Contains(all, m.ID) {
				all = append(all, m.ID)
			}
		}
	}
	slices.Sort(all)
	if len(all) == 0 {
		if unread != "" {
			return nil, fmt.Errorf("%s is no licence that is known", unread)
		}
		return nil, errors.New("no licence file in its root")
	}
	return all, nil
}

// allowed says why a module's licences aren't all right.
func allowed(module string, licences found) error {
	for _, id := range licences {
		if !slices.Contains(anywhere, id) && !slices.Contains(alsoHere[module].licences, id) {
			return fmt.Errorf("licence %s is not on the list", id)
		}
	}
	return nil
}
