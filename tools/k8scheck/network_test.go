package k8scheck

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// arrows are those of docs/architecture.md: who dials whom, and on which port.
var arrows = []string{
	"inference -> watcher:8000", "pow -> watcher:8000", "submitter -> watcher:8000",
	"inference -> submitter:8003", "pow -> submitter:8003",
}

// all is every pod of a node; the policies may name others.
func all() []string { return append(slices.Clone(services), "explorer", "stranger") }

func selects(t *testing.T, s *metav1.LabelSelector, name string) bool {
	t.Helper()
	labels := map[string]string{"app.kubernetes.io/name": name, "app.kubernetes.io/part-of": "ethml"}
	if name == "stranger" {
		delete(labels, "app.kubernetes.io/part-of")
	}
	selector, err := metav1.LabelSelectorAsSelector(s)
	require.NoError(t, err)
	return selector.Matches(set(labels))
}

type set map[string]string

func (s set) Has(k string) bool              { _, ok := s[k]; return ok }
func (s set) Get(k string) string            { return s[k] }
func (s set) Lookup(k string) (string, bool) { v, ok := s[k]; return v, ok }

func ports(rule []networkingv1.NetworkPolicyPort) []int32 {
	var out []int32
	for _, p := range rule {
		out = append(out, p.Port.IntVal)
	}
	return out
}

// allowed computes who may dial whom among a node's pods: out of the one and into the other.
func allowed(t *testing.T, c *cluster) []string {
	t.Helper()
	out, in := map[string]bool{}, map[string]bool{}
	for _, p := range c.policies {
		for _, self := range append(slices.Clone(services), "explorer") {
			if !selects(t, &p.Spec.PodSelector, self) {
				continue
			}
			for _, rule := range p.Spec.Egress {
				for _, peer := range rule.To {
					for _, other := range services {
						if peer.PodSelector != nil && selects(t, peer.PodSelector, other) {
							for _, port := range ports(rule.Ports) {
								out[fmt.Sprintf("%s -> %s:%d", self, other, port)] = true
							}
						}
					}
				}
			}
			for _, rule := range p.Spec.Ingress {
				for _, peer := range rule.From {
					for _, other := range all() {
						if peer.PodSelector != nil && selects(t, peer.PodSelector, other) {
							for _, port := range ports(rule.Ports) {
								in[fmt.Sprintf("%s -> %s:%d", other, self, port)] = true
							}
						}
					}
				}
				require.NotEmpty(t, rule.Ports, "%s lets in any port", p.Name)
			}
		}
	}
	for arrow := range in {
		require.NotContains(t, arrow, "stranger", "a pod that is none of ours is let in")
	}
	var both []string
	for arrow := range out {
		if in[arrow] {
			both = append(both, arrow)
		}
	}
	slices.Sort(both)
	return both
}

func TestThePoliciesDrawTheArrowsOfTheArchitecture(t *testing.T) {
	for _, path := range nodes {
		c, want := render(t, path), slices.Clone(arrows)
		if c.deployed["explorer"] != nil {
			want = append(want, "explorer -> watcher:8000")
		}
		require.Equal(t, slices.Sorted(slices.Values(want)), allowed(t, c), path)
	}
}

func TestEverythingElseIsDenied(t *testing.T) {
	for _, path := range nodes {
		c := render(t, path)
		deny := c.policies["default-deny"]
		require.NotNil(t, deny, path)
		require.Empty(t, deny.Spec.PodSelector.MatchLabels)
		require.Empty(t, deny.Spec.PodSelector.MatchExpressions)
		require.ElementsMatch(t, []networkingv1.PolicyType{"Ingress", "Egress"}, deny.Spec.PolicyTypes)
		require.Empty(t, deny.Spec.Ingress)
		require.Empty(t, deny.Spec.Egress)
		for name := range maps.Keys(c.policies) {
			for _, rule := range c.policies[name].Spec.Egress {
				require.NotEmpty(t, rule.Ports, "%s lets out to any port", name)
			}
		}
		// What leaves for anywhere goes to Ethereum and IPFS only, and only from those that the architecture lets.
		for _, self := range services {
			var open []int32
			for _, rule := range c.policies[self].Spec.Egress {
				if len(rule.To) == 0 {
					open = append(open, ports(rule.Ports)...)
				}
			}
			switch self {
			case "watcher", "submitter":
				require.Equal(t, []int32{443, 8545, 8546}, open, self)
			case "inference":
				require.Equal(t, []int32{443, 5001, 8080}, open, self)
			default:
				require.Empty(t, open, self)
			}
		}
	}
}
