package decode

import (
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

func (d *Decoder) requestEvents() map[string]reader {
	c := d.coordinator
	return map[string]reader{
		// Two logs of one transaction make one event: the prototype's, with CID and tip, and the one with the rest.
		"ReceivedRequest": of(c.UnpackReceivedRequestEvent, func(t *transaction, _ *types.Log, e *bindings.EthMLReceivedRequest, f *fields) kind {
			id := f.uint64("request id", e.Id)
			if t.received[id] != nil {
				f.fail("request %d was received twice", id)
			}
			t.received[id] = e
			return nil
		}),
		"RequestQueued": of(c.UnpackRequestQueuedEvent, func(t *transaction, _ *types.Log, e *bindings.EthMLRequestQueued, f *fields) kind {
			id := f.uint64("request id", e.Id)
			received := t.received[id]
			if received == nil {
				f.fail("request %d was queued but not received", id)
				return nil
			}
			delete(t.received, id)
			q := &ethmlv1.RequestQueued{Id: id, Requester: e.Requester.Bytes(), ModelId: f.uint64("model id", e.ModelId),
				DataCid: received.Datapoint, Tip: f.amount("tip", received.Tip), Slot: f.uint64("slot", e.Slot),
				CallbackGas: f.uint64("callback gas", e.CallbackGas), Expiry: f.uint64("expiry", e.Expiry)}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_RequestQueued{RequestQueued: q} }
		}),
		"RequestRequeued": of(c.UnpackRequestRequeuedEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLRequestRequeued, f *fields) kind {
			r := &ethmlv1.RequestRequeued{Id: f.uint64("request id", e.Id), Slot: f.uint64("slot", e.Slot), Voided: e.Voided}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_RequestRequeued{RequestRequeued: r} }
		}),
		"RequestAnswered": of(c.UnpackRequestAnsweredEvent, func(t *transaction, log *types.Log, e *bindings.EthMLRequestAnswered, f *fields) kind {
			return ended(f, e.Id, &ethmlv1.RequestEnded{State: ethmlv1.RequestEndState_REQUEST_END_STATE_ANSWERED,
				Word: f.word("prediction", e.Prediction), BlockNumber: t.settledBy(log.Index)})
		}),
		"RequestFailed": of(c.UnpackRequestFailedEvent, func(t *transaction, log *types.Log, e *bindings.EthMLRequestFailed, f *fields) kind {
			return ended(f, e.Id, &ethmlv1.RequestEnded{State: ethmlv1.RequestEndState_REQUEST_END_STATE_FAILED,
				Reason: uint32(e.Reason), BlockNumber: t.settledBy(log.Index)})
		}),
		"RequestExpired": of(c.UnpackRequestExpiredEvent, func(t *transaction, log *types.Log, e *bindings.EthMLRequestExpired, f *fields) kind {
			return ended(f, e.Id, &ethmlv1.RequestEnded{State: ethmlv1.RequestEndState_REQUEST_END_STATE_EXPIRED,
				BlockNumber: t.settledBy(log.Index)})
		}),
		"RequestCancelled": of(c.UnpackRequestCancelledEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLRequestCancelled, f *fields) kind {
			return ended(f, e.Id, &ethmlv1.RequestEnded{State: ethmlv1.RequestEndState_REQUEST_END_STATE_CANCELLED})
		}),
		"CallbackFailed": of(c.UnpackCallbackFailedEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLCallbackFailed, f *fields) kind {
			return callback(&ethmlv1.CallbackResult{Id: f.uint64("request id", e.Id)})
		}),
		"CallbackDelivered": of(c.UnpackCallbackDeliveredEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLCallbackDelivered, f *fields) kind {
			return callback(&ethmlv1.CallbackResult{Id: f.uint64("request id", e.Id), Delivered: true})
		}),
	}
}

func ended(f *fields, id *big.Int, e *ethmlv1.RequestEnded) kind {
	e.Id = f.uint64("request id", id)
	return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_RequestEnded{RequestEnded: e} }
}

func callback(r *ethmlv1.CallbackResult) kind {
	return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_CallbackResult{CallbackResult: r} }
}
