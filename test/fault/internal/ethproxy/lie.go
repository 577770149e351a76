package ethproxy

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"sync"
)

// lie is a mode and what goes with it.
type lie struct {
	mode   Mode
	frozen uint64
}

// otherChain is the chain id that WrongChain tells.
const otherChain = 42

// message is a call, an answer or a notification.
type message struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   json.RawMessage `json:"error,omitempty"`
}

// calls remembers what was asked, so as to know what an answer answers.
type calls struct {
	mu    sync.Mutex
	asked map[string]message
}

func newCalls() *calls { return &calls{asked: map[string]message{}} }

// each takes a message or a batch apart, and puts together what f makes of the parts; nil when f drops them all. What is no
// JSON-RPC passes as it is.
func each(raw []byte, f func(*message) bool) []byte {
	trimmed := bytes.TrimSpace(raw)
	batch := len(trimmed) > 0 && trimmed[0] == '['
	var all []message
	if batch {
		if json.Unmarshal(trimmed, &all) != nil {
			return raw
		}
	} else {
		all = make([]message, 1)
		if json.Unmarshal(trimmed, &all[0]) != nil {
			return raw
		}
	}
	kept := all[:0]
	for _, m := range all {
		if f(&m) {
			kept = append(kept, m)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	var out []byte
	var err error
	if batch {
		out, err = json.Marshal(kept)
	} else {
		out, err = json.Marshal(kept[0])
	}
	if err != nil {
		return raw
	}
	return out
}

// ask notes what is asked for, and turns it to the past where the head is an old one.
func (c *calls) ask(l lie, raw []byte) []byte {
	return each(raw, func(m *message) bool {
		c.mu.Lock()
		c.asked[string(m.ID)] = *m
		c.mu.Unlock()
		if l.mode == OldHead && m.Method != "eth_subscribe" {
			m.Params = bytes.ReplaceAll(m.Params, []byte(`"latest"`), []byte(`"`+hex(l.frozen)+`"`))
		}
		return true
	})
}

// answer makes of the node's answer what the lie wants; nil for a notification that is kept back.
func (c *calls) answer(l lie, raw []byte) []byte {
	if l.mode == Honest && !bytes.Contains(raw, []byte(`"id"`)) {
		return raw
	}
	return each(raw, func(m *message) bool {
		if m.Method != "" {
			return l.tells(m.Params)
		}
		c.mu.Lock()
		asked, ok := c.asked[string(m.ID)]
		delete(c.asked, string(m.ID))
		c.mu.Unlock()
		if ok && m.Error == nil {
			m.Result = l.bend(asked, m.Result)
		}
		if m.Result == nil && m.Error == nil {
			m.Result = json.RawMessage("null")
		}
		return true
	})
}

// bend is what the lie gives for a result.
func (l lie) bend(asked message, result json.RawMessage) json.RawMessage {
	switch {
	case l.mode == WrongChain && asked.Method == "eth_chainId":
		return json.RawMessage(`"` + hex(otherChain) + `"`)
	case l.mode == WrongChain && asked.Method == "net_version":
		return json.RawMessage(`"` + strconv.Itoa(otherChain) + `"`)
	case l.mode == NoLogs && asked.Method == "eth_getLogs":
		return json.RawMessage(`[]`)
	case l.mode == OldHead && asked.Method == "eth_blockNumber":
		return json.RawMessage(`"` + hex(l.frozen) + `"`)
	case l.mode == OldHead && strings.HasPrefix(asked.Method, "eth_getBlockBy") && number(result) > l.frozen:
		return json.RawMessage("null")
	}
	return result
}

// tells reports whether the lie lets a notification through.
func (l lie) tells(params json.RawMessage) bool {
	var p struct {
		Result json.RawMessage `json:"result"`
	}
	if json.Unmarshal(params, &p) != nil {
		return true
	}
	isLog := bytes.Contains(p.Result, []byte(`"topics"`))
	switch l.mode {
	case NoLogs:
		return !isLog
	case OldHead:
		return isLog || number(p.Result) <= l.frozen
	}
	return true
}

// number is a block's number; zero for anything else.
func number(block json.RawMessage) uint64 {
	var b struct {
		Number string `json:"number"`
	}
	if json.Unmarshal(block, &b) != nil {
		return 0
	}
	n, err := strconv.ParseUint(strings.TrimPrefix(b.Number, "0x"), 16, 64)
	if err != nil {
		return 0
	}
	return n
}

// refusal is what a provider says to a call too many.
func refusal(raw []byte) []byte {
	return each(raw, func(m *message) bool {
		*m = message{Version: "2.0", ID: m.ID, Error: json.RawMessage(`{"code":-32005,"message":"daily request count exceeded, request rate limited"}`)}
		return true
	})
}

func hex(n uint64) string { return "0x" + strconv.FormatUint(n, 16) }
