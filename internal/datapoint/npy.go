package datapoint

import (
	"encoding/binary"
	"regexp"
	"strconv"
	"strings"
)

const (
	npyMagic = "\x93NUMPY"
	// maxHeader is NumPy's own limit.
	maxHeader = 10_000
)

// npyTypes are NumPy's little-endian descriptors. There is none for BF16, and
// text and pickled objects are not taken.
var npyTypes = map[string]Datatype{
	"|b1": Bool, "|u1": Uint8, "<u2": Uint16, "<u4": Uint32, "<u8": Uint64,
	"|i1": Int8, "<i2": Int16, "<i4": Int32, "<i8": Int64, "<f2": FP16, "<f4": FP32, "<f8": FP64,
}

// npyField matches one entry of the header, which is a Python dict.
var npyField = regexp.MustCompile(`^\s*['"](descr|fortran_order|shape)['"]\s*:\s*(?:['"]([^'"]*)['"]|(True|False)|\(([0-9L,\s]*)\))\s*(?:,|$)`)

// readNPY reads an array in NumPy's format, version 1, 2 or 3
// (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
func readNPY(data []byte) (array, error) {
	rest := data[len(npyMagic):]
	if len(rest) < 4 {
		return array{}, malformed(".npy ends within its header")
	}
	var length int
	switch version := rest[0]; version {
	case 1:
		length, rest = int(binary.LittleEndian.Uint16(rest[2:])), rest[4:]
	case 2, 3:
		if len(rest) < 6 {
			return array{}, malformed(".npy ends within its header")
		}
		length, rest = int(binary.LittleEndian.Uint32(rest[2:])), rest[6:]
	default:
		return array{}, malformed(".npy version %d, want 1, 2 or 3", version)
	}
	if length > maxHeader || length > len(rest) {
		return array{}, malformed(".npy header of %d bytes", length)
	}
	header, err := parseNPYHeader(string(rest[:length]))
	if err != nil {
		return array{}, err
	}
	rest = rest[length:]
	size := int64(header.datatype.Size())
	if want := product(header.shape) * size; int64(len(rest)) != want {
		return array{}, malformed(".npy holds %d bytes of data, its shape %s of %s takes %d", len(rest), dims(header.shape), header.datatype, want)
	}
	if header.datatype == Bool {
		for i, b := range rest {
			if b > 1 {
				return array{}, malformed(".npy has the byte %d for boolean %d", b, i)
			}
		}
	}
	if header.fortran {
		rest = rowMajor(rest, header.shape, int(size))
	}
	// Never nil, which would mean that there are no raw elements.
	return array{datatype: header.datatype, shape: header.shape, raw: append([]byte{}, rest...)}, nil
}

type npyHeader struct {
	datatype Datatype
	fortran  bool
	shape    []int64
}

func parseNPYHeader(text string) (npyHeader, error) {
	var header npyHeader
	text = strings.TrimSpace(text)
	if !strings.HasPrefix(text, "{") || !strings.HasSuffix(text, "}") {
		return header, malformed(".npy header is no dict")
	}
	text = text[1 : len(text)-1]
	seen := map[string]bool{}
	for strings.TrimSpace(text) != "" {
		groups := npyField.FindStringSubmatchIndex(text)
		if groups == nil {
			return header, malformed(".npy header is not as NumPy writes it")
		}
		group := func(i int) (string, bool) {
			if groups[2*i] < 0 {
				return "", false
			}
			return text[groups[2*i]:groups[2*i+1]], true
		}
		key, _ := group(1)
		if seen[key] {
			return header, malformed(".npy header has %s twice", key)
		}
		seen[key] = true
		descr, isText := group(2)
		flag, isFlag := group(3)
		tuple, isTuple := group(4)
		switch {
		case key == "descr" && isText:
			var ok bool
			if header.datatype, ok = npyTypes[descr]; !ok {
				return header, malformed(".npy of dtype %.32q: want little-endian numbers or booleans", descr)
			}
		case key == "fortran_order" && isFlag:
			header.fortran = flag == "True"
		case key == "shape" && isTuple:
			shape, err := parseTuple(tuple)
			if err != nil {
				return header, err
			}
			header.shape = shape
		default:
			return header, malformed(".npy header has a strange %s", key)
		}
		text = text[groups[1]:]
	}
	if len(seen) != 3 {
		return header, malformed(".npy header without descr, fortran_order or shape")
	}
	return header, checkShape(header.shape)
}

// parseTuple reads the inside of a Python tuple of integers. Python 2 wrote
// some of them with an L.
func parseTuple(text string) ([]int64, error) {
	shape := []int64{}
	text = strings.TrimSuffix(strings.TrimSpace(text), ",")
	if text == "" {
		return shape, nil
	}
	for part := range strings.SplitSeq(text, ",") {
		size, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(part), "L"), 10, 64)
		if err != nil {
			return nil, malformed(".npy shape with %.32q", part)
		}
		shape = append(shape, size)
	}
	return shape, nil
}

// rowMajor turns an array that is stored with its first dimension running
// fastest. Its length is known to be that of the shape.
func rowMajor(data []byte, shape []int64, size int) []byte {
	out := make([]byte, 0, len(data))
	index := make([]int64, len(shape))
	for range len(data) / size {
		var offset, stride int64 = 0, 1
		for i, position := range index {
			offset += position * stride
			stride *= shape[i]
		}
		out = append(out, data[offset*int64(size):(offset+1)*int64(size)]...)
		for i := len(index) - 1; i >= 0; i-- {
			if index[i]++; index[i] < shape[i] {
				break
			}
			index[i] = 0
		}
	}
	return out
}
