package k8scheck

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/yaml"
)

// folder of the manifests.
var folder = filepath.Join("..", "..", "deploy", "kubernetes")

// kinds are the objects that may be there.
var kinds = map[string]func() any{
	"v1/Namespace":                           func() any { return new(corev1.Namespace) },
	"v1/Service":                             func() any { return new(corev1.Service) },
	"v1/ConfigMap":                           func() any { return new(corev1.ConfigMap) },
	"v1/ServiceAccount":                      func() any { return new(corev1.ServiceAccount) },
	"v1/PersistentVolumeClaim":               func() any { return new(corev1.PersistentVolumeClaim) },
	"apps/v1/StatefulSet":                    func() any { return new(appsv1.StatefulSet) },
	"apps/v1/Deployment":                     func() any { return new(appsv1.Deployment) },
	"batch/v1/Job":                           func() any { return new(batchv1.Job) },
	"autoscaling/v2/HorizontalPodAutoscaler": func() any { return new(autoscalingv2.HorizontalPodAutoscaler) },
	"policy/v1/PodDisruptionBudget":          func() any { return new(policyv1.PodDisruptionBudget) },
	"networking.k8s.io/v1/NetworkPolicy":     func() any { return new(networkingv1.NetworkPolicy) },
}

// cluster is what an overlay makes.
type cluster struct {
	services  map[string]*corev1.Service
	configs   map[string]*corev1.ConfigMap
	stateful  map[string]*appsv1.StatefulSet
	deployed  map[string]*appsv1.Deployment
	jobs      map[string]*batchv1.Job
	scalers   map[string]*autoscalingv2.HorizontalPodAutoscaler
	budgets   map[string]*policyv1.PodDisruptionBudget
	policies  map[string]*networkingv1.NetworkPolicy
	claims    map[string]*corev1.PersistentVolumeClaim
	namespace string
}

// render builds a folder of the manifests, or one anywhere by its absolute path, and decodes what comes out, strictly.
func render(t *testing.T, path string) *cluster {
	t.Helper()
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	objects, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(filesys.MakeFsOnDisk(), path)
	require.NoError(t, err)
	c := &cluster{services: map[string]*corev1.Service{}, configs: map[string]*corev1.ConfigMap{}, stateful: map[string]*appsv1.StatefulSet{},
		deployed: map[string]*appsv1.Deployment{}, jobs: map[string]*batchv1.Job{}, scalers: map[string]*autoscalingv2.HorizontalPodAutoscaler{},
		budgets: map[string]*policyv1.PodDisruptionBudget{}, policies: map[string]*networkingv1.NetworkPolicy{}, claims: map[string]*corev1.PersistentVolumeClaim{}}
	for _, o := range objects.Resources() {
		raw, err := o.AsYAML()
		require.NoError(t, err)
		id := strings.TrimPrefix(o.GetApiVersion()+"/"+o.GetKind(), "/")
		make, known := kinds[id]
		require.True(t, known, "%s: %s %s", path, id, o.GetName())
		object := make()
		require.NoError(t, yaml.UnmarshalStrict(raw, object), "%s: %s %s", path, id, o.GetName())
		c.add(o.GetName(), object)
	}
	return c
}

func (c *cluster) add(name string, object any) {
	switch o := object.(type) {
	case *corev1.Service:
		c.services[name] = o
	case *corev1.ConfigMap:
		c.configs[name] = o
	case *appsv1.StatefulSet:
		c.stateful[name] = o
	case *appsv1.Deployment:
		c.deployed[name] = o
	case *batchv1.Job:
		c.jobs[name] = o
	case *autoscalingv2.HorizontalPodAutoscaler:
		c.scalers[name] = o
	case *policyv1.PodDisruptionBudget:
		c.budgets[name] = o
	case *networkingv1.NetworkPolicy:
		c.policies[name] = o
	case *corev1.PersistentVolumeClaim:
		c.claims[name] = o
	case *corev1.Namespace:
		c.namespace = name
	}
}

// pods are the templates of all pods, by workload.
func (c *cluster) pods() map[string]corev1.PodTemplateSpec {
	out := map[string]corev1.PodTemplateSpec{}
	for name, s := range c.stateful {
		out[name] = s.Spec.Template
	}
	for name, d := range c.deployed {
		out[name] = d.Spec.Template
	}
	for name, j := range c.jobs {
		out[name] = j.Spec.Template
	}
	return out
}

// settings are the environment variables of a pod's only container.
func (c *cluster) settings(t *testing.T, pod corev1.PodTemplateSpec) map[string]string {
	t.Helper()
	require.Len(t, pod.Spec.Containers, 1)
	out := map[string]string{}
	for _, from := range pod.Spec.Containers[0].EnvFrom {
		config := c.configs[from.ConfigMapRef.Name]
		require.NotNil(t, config, "no ConfigMap %s", from.ConfigMapRef.Name)
		for k, v := range config.Data {
			out[k] = v
		}
	}
	for _, e := range pod.Spec.Containers[0].Env {
		out[e.Name] = e.Value
	}
	return out
}

// nodes are the overlays that are applied, and the base.
var nodes = []string{"base", "overlays/devnet", "overlays/operator"}

// services of a node.
var services = []string{"watcher", "inference", "pow", "submitter"}
