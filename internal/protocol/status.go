package protocol

import "fmt"

// Status is a vote's status code, and a failed request's reason.
type Status uint8

// Status codes as they stand on chain. Votes use OK to ModelUnavailable; blocks also record Undecided and Skipped.
const (
	OK                 Status = 0
	DataUnavailable    Status = 1
	DataMalformed      Status = 2
	ModelRejectedInput Status = 3
	ModelUnavailable   Status = 4
	NoConsensus        Status = 5
	Expired            Status = 6
)

var statusNames = [...]string{"OK", "DATA_UNAVAILABLE", "DATA_MALFORMED", "MODEL_REJECTED_INPUT", "MODEL_UNAVAILABLE",
	"NO_CONSENSUS", "EXPIRED"}

// String is the code's name in the protocol.
func (s Status) String() string {
	if int(s) < len(statusNames) {
		return statusNames[s]
	}
	return fmt.Sprintf("STATUS_%d", uint8(s))
}

// Votable reports whether a miner may reveal this status.
func (s Status) Votable() bool { return s <= ModelUnavailable }

// RequestStatus is where a request is in its life, as getPrediction returns it.
type RequestStatus uint8

// Request states as they stand on chain.
const (
	RequestUnknown   RequestStatus = 0
	RequestQueued    RequestStatus = 1
	RequestAssigned  RequestStatus = 2
	RequestAnswered  RequestStatus = 3
	RequestFailed    RequestStatus = 4
	RequestCancelled RequestStatus = 5
	RequestExpired   RequestStatus = 6
)

var requestStatusNames = [...]string{"unknown", "queued", "assigned", "answered", "failed", "cancelled", "expired"}

// String is the state's lower-case name.
func (s RequestStatus) String() string {
	if int(s) < len(requestStatusNames) {
		return requestStatusNames[s]
	}
	return fmt.Sprintf("state %d", uint8(s))
}

// Ended reports whether the state is final.
func (s RequestStatus) Ended() bool { return s >= RequestAnswered }
