package journal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
)

// bbolt maps its file into memory and follows the page numbers it finds there; a damaged one leads it out of the map, and
// the process dies of a signal that nothing can catch. So the pages are walked here first, within bounds.

const (
	pageHeader   = 16
	metaSize     = 64
	leafElement  = 16
	inlineBucket = 16
	branchPage   = 0x01
	leafPage     = 0x02
	freelistPage = 0x10
	bucketEntry  = 0x01
	noFreelist   = ^uint64(0)
	boltMagic    = 0xED0CDAED
	maxDepth     = 64
)

type meta struct {
	pageSize             int
	root, freelist, next uint64
	txid                 uint64
}

type walker struct {
	file []byte
	meta meta
	seen map[uint64]bool
}

// verify checks the structure of a journal file; one that doesn't exist or is empty will be made anew.
func verify(path string) error {
	file, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(file) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	w := &walker{file: file, seen: map[uint64]bool{}}
	if err := w.findMeta(); err != nil {
		return err
	}
	if uint64(len(file))/uint64(w.meta.pageSize) < w.meta.next {
		return fmt.Errorf("file of %d bytes, %d pages are missing", len(file), w.meta.next-uint64(len(file)/w.meta.pageSize))
	}
	if w.meta.freelist != noFreelist {
		if err := w.checkFreelist(); err != nil {
			return err
		}
	}
	return w.walk(w.meta.root, 0)
}

// findMeta takes the newer of the two meta pages that hold; a crash in the middle of a write leaves one that doesn't.
func (w *walker) findMeta() error {
	found := false
	first := os.Getpagesize()
	if len(w.file) >= pageHeader+metaSize {
		if size := int(binary.LittleEndian.Uint32(w.file[pageHeader+8:])); size >= 512 && size <= 1<<16 {
			first = size
		}
	}
	for _, at := range []int{0, first} {
		if len(w.file) < at+pageHeader+metaSize {
			continue
		}
		b := w.file[at+pageHeader:]
		sum := fnv.New64a()
		_, _ = sum.Write(b[:metaSize-8]) // a hash takes everything
		if binary.LittleEndian.Uint32(b) != boltMagic || sum.Sum64() != binary.LittleEndian.Uint64(b[56:]) {
			continue
		}
		m := meta{pageSize: int(binary.LittleEndian.Uint32(b[8:])), root: binary.LittleEndian.Uint64(b[16:]), freelist: binary.LittleEndian.Uint64(b[32:]),
			next: binary.LittleEndian.Uint64(b[40:]), txid: binary.LittleEndian.Uint64(b[48:])}
		if m.pageSize >= 512 && (!found || m.txid > w.meta.txid) {
			w.meta, found = m, true
		}
	}
	if !found {
		return errors.New("not a journal, or both its heads are damaged")
	}
	return nil
}

// page gives a page's bytes, its overflow pages included, and the number of its elements.
func (w *walker) page(id uint64, flags uint16) (body []byte, count int, isLeaf bool, err error) {
	if id < 2 || id >= w.meta.next {
		return nil, 0, false, fmt.Errorf("page %d is out of range", id)
	}
	if w.seen[id] {
		return nil, 0, false, fmt.Errorf("page %d is used twice", id)
	}
	w.seen[id] = true
	start := id * uint64(w.meta.pageSize)
	head := w.file[start:]
	overflow := uint64(binary.LittleEndian.Uint32(head[12:]))
	has := binary.LittleEndian.Uint16(head[8:])
	if binary.LittleEndian.Uint64(head) != id || has&flags == 0 || id+overflow >= w.meta.next {
		return nil, 0, false, fmt.Errorf("page %d is damaged", id)
	}
	return w.file[start : start+(1+overflow)*uint64(w.meta.pageSize)], int(binary.LittleEndian.Uint16(head[10:])), has == leafPage, nil
}

func (w *walker) checkFreelist() error {
	body, count, _, err := w.page(w.meta.freelist, freelistPage)
	if err != nil {
		return err
	}
	at := pageHeader
	if count == 0xFFFF {
		n := binary.LittleEndian.Uint64(body[at:])
		if n > uint64(len(body)/8) {
			return errors.New("list of free pages is damaged")
		}
		count, at = int(n), at+8
	}
	if at+8*count > len(body) {
		return errors.New("list of free pages is damaged")
	}
	free := map[uint64]bool{}
	for i := range count {
		id := binary.LittleEndian.Uint64(body[at+8*i:])
		if id < 2 || id >= w.meta.next || free[id] {
			return fmt.Errorf("free page %d is damaged", id)
		}
		free[id] = true
	}
	return nil
}

// walk checks a bucket's pages from its root down.
func (w *walker) walk(id uint64, depth int) error {
	if depth > maxDepth {
		return errors.New("pages nest too deep")
	}
	body, count, isLeaf, err := w.page(id, branchPage|leafPage)
	if err != nil {
		return err
	}
	if isLeaf {
		return w.walkLeaf(body, count, depth)
	}
	if pageHeader+leafElement*count > len(body) || count == 0 {
		return fmt.Errorf("page %d is damaged", id)
	}
	for i := range count {
		at := pageHeader + leafElement*i // both kinds of element take 16 bytes
		pos, size := binary.LittleEndian.Uint32(body[at:]), binary.LittleEndian.Uint32(body[at+4:])
		if uint64(at)+uint64(pos)+uint64(size) > uint64(len(body)) {
			return fmt.Errorf("page %d is damaged", id)
		}
		if err := w.walk(binary.LittleEndian.Uint64(body[at+8:]), depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) walkLeaf(body []byte, count, depth int) error {
	if pageHeader+leafElement*count > len(body) {
		return errors.New("more entries than a page holds")
	}
	for i := range count {
		at := pageHeader + leafElement*i
		flags, pos := binary.LittleEndian.Uint32(body[at:]), uint64(binary.LittleEndian.Uint32(body[at+4:]))
		keySize, valueSize := uint64(binary.LittleEndian.Uint32(body[at+8:])), uint64(binary.LittleEndian.Uint32(body[at+12:]))
		end := uint64(at) + pos + keySize + valueSize
		if end > uint64(len(body)) {
			return errors.New("an entry reaches over its page")
		}
		if flags&bucketEntry == 0 {
			continue
		}
		value := body[end-valueSize : end]
		if len(value) < inlineBucket {
			return errors.New("a bucket is cut short")
		}
		if root := binary.LittleEndian.Uint64(value); root != 0 {
			if err := w.walk(root, depth+1); err != nil {
				return err
			}
			continue
		}
		inline := value[inlineBucket:]
		if len(inline) < pageHeader || binary.LittleEndian.Uint16(inline[8:]) != leafPage {
			return errors.New("a small bucket is damaged")
		}
		if err := w.walkLeaf(inline, int(binary.LittleEndian.Uint16(inline[10:])), depth+1); err != nil {
			return err
		}
	}
	return nil
}
