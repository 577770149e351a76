package decode

import ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"

// Kind names an event's kind.
func Kind(e *ethmlv1.Event) ethmlv1.EventKind {
	switch e.GetKind().(type) {
	case *ethmlv1.Event_RequestQueued:
		return ethmlv1.EventKind_EVENT_KIND_REQUEST_QUEUED
	case *ethmlv1.Event_RequestRequeued:
		return ethmlv1.EventKind_EVENT_KIND_REQUEST_REQUEUED
	case *ethmlv1.Event_RequestEnded:
		return ethmlv1.EventKind_EVENT_KIND_REQUEST_ENDED
	case *ethmlv1.Event_CallbackResult:
		return ethmlv1.EventKind_EVENT_KIND_CALLBACK_RESULT
	case *ethmlv1.Event_BlockOpened:
		return ethmlv1.EventKind_EVENT_KIND_BLOCK_OPENED
	case *ethmlv1.Event_SolutionCommitted:
		return ethmlv1.EventKind_EVENT_KIND_SOLUTION_COMMITTED
	case *ethmlv1.Event_CommitClosed:
		return ethmlv1.EventKind_EVENT_KIND_COMMIT_CLOSED
	case *ethmlv1.Event_SolutionRevealed:
		return ethmlv1.EventKind_EVENT_KIND_SOLUTION_REVEALED
	case *ethmlv1.Event_BlockEnded:
		return ethmlv1.EventKind_EVENT_KIND_BLOCK_ENDED
	case *ethmlv1.Event_ModelRegistered:
		return ethmlv1.EventKind_EVENT_KIND_MODEL_REGISTERED
	case *ethmlv1.Event_ModelDeprecated:
		return ethmlv1.EventKind_EVENT_KIND_MODEL_DEPRECATED
	case *ethmlv1.Event_StakeChanged:
		return ethmlv1.EventKind_EVENT_KIND_STAKE_CHANGED
	case *ethmlv1.Event_MinerSlashed:
		return ethmlv1.EventKind_EVENT_KIND_MINER_SLASHED
	case *ethmlv1.Event_RewardsClaimed:
		return ethmlv1.EventKind_EVENT_KIND_REWARDS_CLAIMED
	case *ethmlv1.Event_ParametersChanged:
		return ethmlv1.EventKind_EVENT_KIND_PARAMETERS_CHANGED
	case *ethmlv1.Event_PauseChanged:
		return ethmlv1.EventKind_EVENT_KIND_PAUSE_CHANGED
	}
	return ethmlv1.EventKind_EVENT_KIND_UNSPECIFIED
}
