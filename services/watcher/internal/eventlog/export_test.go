package eventlog

// TailBlocks is how many blocks are held in memory.
func (l *Log) TailBlocks() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return len(l.tail.blocks)
}
