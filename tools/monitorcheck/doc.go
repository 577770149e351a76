// Package monitorcheck tests what watches over EthML: the alert rules, the dashboard, Prometheus' configuration, the runbook
// and the compose profile that runs it all fit together and refer only to what is there. It is a module of its own, since
// Prometheus' parser needs much that nothing else here does.
package monitorcheck
