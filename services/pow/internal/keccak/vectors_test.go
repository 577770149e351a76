package keccak

// vectors are hashes of 32 challenge bytes, 20 miner bytes and 32 nonce bytes, by an independent implementation
// written from the specification (and checked against SHA3-256, which differs in one padding byte).
var vectors = []struct {
	challenge, miner, nonce byte
	hash                    string
}{
	{0x00, 0x00, 0x00, "7733ef1f65c467ebbbb75072ade6f3677cc49a146089f0a95abd1e4015c837b9"},
	{0xff, 0xff, 0xff, "9bf5833ddf4a8b9c5aed264abd3b0848061fa53cf2b3031c110c8f689c366294"},
	{0x1c, 0x06, 0x03, "008b34c269dcacc6cd847415f831acb52d88127a778db91e0abd9cb306d5deb7"},
	{0x76, 0x92, 0x51, "007cf4e13a29fed9e0de18c0bbdbae865a826380e15d4c938240d628e42a1b63"},
	{0x4b, 0xff, 0x8e, "00d1418c6139715a30eb5e93049017fd406852cd97c14d21565568b88706b2ee"},
}
