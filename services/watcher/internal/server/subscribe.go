package server

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/spans"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// batchEvents is about how many events a subscriber holds at a time.
const batchEvents = 256

// Subscribe implements WatcherService. A subscription is a position in the log and nothing more, so any number of them
// can wait on clients of any speed.
func (s *Server) Subscribe(request *ethmlv1.SubscribeRequest, stream grpc.ServerStreamingServer[ethmlv1.SubscribeResponse]) error {
	wanted, err := filter(request.GetKinds())
	if err != nil {
		return err
	}
	tag, bound := s.Log.Tag()
	if !bound {
		return s.toStatus(fmt.Errorf("%w: %s", errNotReached, s.Source.Status().Detail))
	}
	sub := &subscription{Server: s, stream: stream, tag: tag, wanted: wanted,
		self: spans.Subscriber{Number: s.subscribed.Add(1), Since: time.Now(), Peer: peerOf(stream.Context())}}
	if err := sub.start(request); err != nil {
		return err
	}
	s.subscribers.Add(1)
	defer s.subscribers.Add(-1)
	return sub.run(stream.Context())
}

type subscription struct {
	*Server
	self     spans.Subscriber
	stream   grpc.ServerStreamingServer[ethmlv1.SubscribeResponse]
	tag      eventlog.Tag
	wanted   map[ethmlv1.EventKind]bool
	position eventlog.Position // of the last event sent or passed over
	sentAt   time.Time
	beat     beat
}

// beat is what makes a heartbeat news.
type beat struct {
	head  eventlog.Head
	state ethmlv1.WatcherState
}

// start finds the position, sending the snapshot first where one is asked for.
func (s *subscription) start(request *ethmlv1.SubscribeRequest) error {
	switch start := request.GetStart().(type) {
	case *ethmlv1.SubscribeRequest_Cursor:
		position, err := s.tag.Position(start.Cursor)
		if err != nil {
			return s.toStatus(err)
		}
		s.position = position
	case *ethmlv1.SubscribeRequest_Current:
		st := s.Source.Status()
		if !st.Reached {
			return s.toStatus(fmt.Errorf("%w: %s", errNotReached, describe(st.State, st.Detail)))
		}
		snapshot, position := s.Source.Snapshot()
		s.position = position
		return s.send(&ethmlv1.SubscribeResponse{Cursor: s.tag.Cursor(position),
			Item: &ethmlv1.SubscribeResponse_Snapshot{Snapshot: snapshot}})
	}
	return nil
}

func peerOf(ctx context.Context) string {
	if p, ok := peer.FromContext(ctx); ok {
		return p.Addr.String()
	}
	return ""
}

func describe(state ethmlv1.WatcherState, detail string) string {
	if detail != "" {
		return detail
	}
	if state == ethmlv1.WatcherState_WATCHER_STATE_BACKFILLING {
		return "it is reading history"
	}
	return "it is connecting to its node"
}

func (s *subscription) send(r *ethmlv1.SubscribeResponse) error {
	s.sentAt = time.Now()
	return s.stream.Send(r)
}

// run sends everything after the position, then whatever comes.
func (s *subscription) run(ctx context.Context) error {
	timer := time.NewTimer(s.Heartbeat)
	defer timer.Stop()
	for {
		// Both are taken before reading: nothing that comes later can be missed, and a heartbeat never names a head whose
		// events have not been sent.
		changed := s.Log.Changed()
		tip, _ := s.Log.Tip()
		if err := s.drain(ctx); err != nil {
			return err
		}
		if err := s.heartbeat(tip); err != nil {
			return err
		}
		timer.Reset(max(time.Until(s.sentAt.Add(s.Heartbeat)), time.Millisecond))
		select {
		case <-ctx.Done():
			return s.toStatus(ctx.Err())
		case <-s.stopping:
			return s.toStatus(errStopping)
		case <-changed:
		case <-timer.C:
		}
	}
}

// drain sends until there is nothing left to read.
func (s *subscription) drain(ctx context.Context) error {
	for {
		batch, err := s.Log.Read(s.position, batchEvents)
		if err != nil {
			return s.toStatus(err)
		}
		if r := batch.Retraction; r != nil {
			if err := s.retract(*r); err != nil {
				return err
			}
			continue
		}
		if len(batch.Entries) == 0 {
			return nil
		}
		for _, e := range batch.Entries {
			s.position = e.Position
			if s.wanted != nil && !s.wanted[e.Kind] {
				continue
			}
			if err := s.event(e); err != nil {
				return err
			}
			if e.Kind == ethmlv1.EventKind_EVENT_KIND_REQUEST_QUEUED {
				s.Spans.Delivered(s.self, e.Position)
			}
		}
		select {
		case <-ctx.Done():
			return s.toStatus(ctx.Err())
		case <-s.stopping:
			return s.toStatus(errStopping)
		default:
		}
		// A filter may leave a long replay silent.
		if time.Since(s.sentAt) >= s.Heartbeat {
			tip, _ := s.Log.Tip()
			s.beat = beat{}
			if err := s.heartbeat(tip); err != nil {
				return err
			}
		}
	}
}

// event sends an entry; subscribers that are up to date share the decoded message.
func (s *subscription) event(e *eventlog.Entry) error {
	switch shared := e.Share(func() any { return s.response(e) }).(type) {
	case *ethmlv1.SubscribeResponse:
		return s.send(shared)
	case error:
		return s.toStatus(shared)
	}
	return status.Error(codes.Internal, "internal error")
}

func (s *subscription) response(e *eventlog.Entry) any {
	event := new(ethmlv1.Event)
	if err := proto.Unmarshal(e.Event, event); err != nil {
		return fmt.Errorf("event %d/%d: %w: %w", e.Position.Number, e.Position.Index, eventlog.ErrDamaged, err)
	}
	return &ethmlv1.SubscribeResponse{Cursor: s.tag.Cursor(e.Position), Item: &ethmlv1.SubscribeResponse_Event{Event: event}}
}

func (s *subscription) retract(r eventlog.Retraction) error {
	m := &ethmlv1.Retracted{CommonAncestor: r.Ancestor.Proto()}
	if !r.To.Origin() {
		m.RollbackTo = s.tag.Cursor(r.To)
	}
	s.position = r.To
	return s.send(&ethmlv1.SubscribeResponse{Cursor: s.tag.Cursor(r.To), Item: &ethmlv1.SubscribeResponse_Retracted{Retracted: m}})
}

// heartbeat says where the watcher is, if that is news or nothing was said for long.
func (s *subscription) heartbeat(tip eventlog.Head) error {
	st := s.Source.Status()
	now := beat{tip, st.State}
	if now == s.beat && time.Since(s.sentAt) < s.Heartbeat {
		return nil
	}
	s.beat = now
	return s.send(&ethmlv1.SubscribeResponse{Cursor: s.tag.Cursor(s.position), Item: &ethmlv1.SubscribeResponse_Heartbeat{
		Heartbeat: &ethmlv1.Heartbeat{Head: tip.Proto(), LagBlocks: lag(st, tip), State: st.State}}})
}
