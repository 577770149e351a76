package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/datapoint"
)

// point is a data point, or its CID when it is on IPFS already.
type point struct {
	data   []byte
	cid    string
	source string // for errors
}

// dataPoints reads what the arguments name: files first, then CIDs, then values.
func (r *Request) dataPoints() ([]point, error) {
	var points []point
	for _, file := range r.Files {
		p, err := readPoint(file)
		if errors.Is(err, fs.ErrNotExist) && datapoint.IsNumber(file) {
			return nil, r.numbersForFiles()
		}
		if err != nil {
			return nil, err
		}
		points = append(points, p)
	}
	for _, text := range r.CID {
		id, err := cid.Parse(text)
		if err != nil {
			return nil, cli.WithCode(cli.ExitUsage, fmt.Errorf("--cid: %w", err))
		}
		points = append(points, point{cid: id.String(), source: "--cid " + text})
	}
	for _, values := range r.Values {
		data, err := datapoint.FromValues(string(values))
		if err != nil {
			return nil, cli.WithCode(cli.ExitUsage, fmt.Errorf("--values: %w", err))
		}
		points = append(points, point{data: data, source: "--values " + string(values)})
	}
	if len(points) == 0 {
		return nil, cli.WithCode(cli.ExitUsage, errors.New("no data point: name a file (or - for standard input), a --cid, or --values 1,2,3"))
	}
	return points, nil
}

// readPoint reads a file, - for standard input. Numbers as a spreadsheet writes a row become the JSON array that they mean.
func readPoint(file string) (point, error) {
	var data []byte
	var err error
	if file == "-" {
		data, err = io.ReadAll(io.LimitReader(os.Stdin, content.MaxBlockBytes+1))
		file = "standard input"
	} else {
		data, err = os.ReadFile(file)
	}
	if err != nil {
		return point{}, cli.WithCode(cli.ExitUsage, fmt.Errorf("read the data point from %s: %w", file, err))
	}
	if !json.Valid(data) || datapoint.IsNumber(strings.TrimSpace(string(data))) {
		if numbers, err := datapoint.FromValues(string(data)); err == nil {
			data = numbers
		}
	}
	return point{data: data, source: file}, nil
}

// numbersForFiles is the error for numbers where files are expected, as the shell leaves them of --values 1 2 3.
func (r *Request) numbersForFiles() error {
	var all []string
	for _, v := range r.Values {
		all = append(all, string(v))
	}
	all = append(all, r.Files...)
	example := "1,2,3"
	if !slices.ContainsFunc(all, func(a string) bool { return !datapoint.IsNumber(a) }) {
		example = strings.Join(all, ",")
	}
	return cli.WithCode(cli.ExitUsage, fmt.Errorf("numbers without commas between them are taken for names of files, and there are none: write --values %s", example))
}
