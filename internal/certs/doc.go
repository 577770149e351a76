// Package certs makes a certificate authority (CA) and certificates for an operator's services, in files.
//
// A folder holds ca/ca.crt and ca/ca.key, and for each name a folder with tls.crt, tls.key and ca.crt, called as
// Kubernetes calls them, so that each service can be given its own and nothing else. Keys are ECDSA P-256 and readable
// by their owner only.
//
// Guarantees: what is valid stays as it is; each file is replaced as a whole, CAs before the certificates that need them
// and a key before its certificate; a private key never leaves its folder. Not guaranteed: that services on other
// machines trust a new CA before they meet a certificate of it. Copy the ca.crt files first there.
package certs
