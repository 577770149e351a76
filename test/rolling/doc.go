// Package rolling restarts the services of a node again and again under load, as an upgrade does, and has the chain say
// that nothing was lost.
package rolling
