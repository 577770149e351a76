// Package k8scheck tests deploy/kubernetes without a cluster: kustomize renders the overlays, each object is decoded strictly
// into the type that the API server would use, and images, ports, settings and secrets are compared with the compose file and
// with the flags of the programs. It is a module of its own, since Kubernetes' types bring much that nothing else here needs.
package k8scheck
