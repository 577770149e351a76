package keccak

// vectors are hashes of 32 challenge bytes, 20 miner bytes and 32 nonce bytes, by an independent implementation
// written from the specification (and checked against SHA3-256, which differs in one padding byte).
var vectors = []struct {
	challenge, miner, nonce byte
	hash                    string
}{
	{0x00, 0x00, 0x00, "7733ef1f65c467ebbbb75072ade6f3677cc49a146089f0a95abd1e4015c837b9"},
	{0x11, 0x22, 0x33, "478c047f1f2d93b75ef814921369667d5635827bab46dab9ad6eddb079e935cf"},
	{0xff, 0xff, 0xff, "9bf5833ddf4a8b9c5aed264abd3b0848061fa53cf2b3031c110c8f689c366294"},
	{0xc0, 0x0f, 0xee, "605729c0f3af6de895a0bf692f7efee5966bce24539b0418ac57eff2548a3779"},
}
