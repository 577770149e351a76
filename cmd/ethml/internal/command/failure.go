package command

import (
	"fmt"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/internal/protocol"
)

// errNoAnswer says how a request ended that was not answered, and what can be done about it.
func errNoAnswer(o *oracle.Outcome) error {
	if o.Status != protocol.RequestFailed {
		return fmt.Errorf("request %d %s: `ethml status` shows what hindered it", o.Request.ID, o.Status)
	}
	return fmt.Errorf("request %d failed with %s%s; `ethml replay %[1]d` shows how they voted", o.Request.ID, o.Reason, because(o))
}

// because puts a failure's reason into a sentence; it is empty for a reason that later contracts may add.
func because(o *oracle.Outcome) string {
	data, model := o.Request.DataCID, o.Request.Model
	switch o.Reason {
	case protocol.DataUnavailable:
		return fmt.Sprintf(": the operators could not fetch %s from IPFS; check the CID, or upload the file with `ethml request --model %d FILE`", data, model)
	case protocol.DataMalformed:
		return fmt.Sprintf(": the operators can't read %s as a data point, or it is too large; `ethml model show %d` tells what the model takes", data, model)
	case protocol.ModelRejectedInput:
		return fmt.Sprintf(": model %d can't take %s, or has no finite number to say of it; `ethml model show %[1]d` tells what it takes", model, data)
	case protocol.ModelUnavailable:
		return fmt.Sprintf(": too few operators can run model %d; its publisher has to see that its files are on IPFS and that it passes `ethml model check`", model)
	case protocol.NoConsensus:
		return ": too few operators gave the same answer, and the tip is back; ask again"
	}
	return ""
}
