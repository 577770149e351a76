package desk

import (
	"context"
	"sync"
)

// queue runs tasks one after the other. Adding never blocks: rounds add under their lock.
type queue struct {
	mu     sync.Mutex
	tasks  []func(context.Context)
	busy   bool
	signal chan struct{}
	// Why the last task failed; only tasks touch it. The same reason is told once, not with every head.
	failure string
}

func newQueue() *queue { return &queue{signal: make(chan struct{}, 1)} }

func (q *queue) add(task func(context.Context)) {
	q.mu.Lock()
	q.tasks = append(q.tasks, task)
	q.mu.Unlock()
	select {
	case q.signal <- struct{}{}:
	default:
	}
}

func (q *queue) len() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	n := len(q.tasks)
	if q.busy {
		n++
	}
	return n
}

func (q *queue) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-q.signal:
		}
		q.drain(ctx)
	}
}

// drain runs what is there. A step that has begun is finished: half of it would be for the next start to sort out.
func (q *queue) drain(ctx context.Context) {
	for task := q.next(ctx); task != nil; task = q.next(ctx) {
		task(context.WithoutCancel(ctx))
	}
}

// next marks the task before as done and takes the one after; nil when there is none, or ctx has ended.
func (q *queue) next(ctx context.Context) func(context.Context) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.busy = false
	if len(q.tasks) == 0 || ctx.Err() != nil {
		return nil
	}
	task := q.tasks[0]
	q.tasks = q.tasks[1:]
	q.busy = true
	return task
}
