// Package keys signs: with go-ethereum keystore files and their password file, or through an external signer that
// keeps the keys to itself (clef, or web3signer's eth1 API).
//
// Keys and passwords are never logged, and never part of an error.
package keys
