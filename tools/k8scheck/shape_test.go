package k8scheck

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
	corev1 "k8s.io/api/core/v1"
	"sigs.k8s.io/yaml"
)

func TestWorkloadsAreOfTheRightKind(t *testing.T) {
	for _, path := range nodes {
		c := render(t, path)
		for _, name := range []string{"watcher", "submitter"} {
			require.NotNil(t, c.stateful[name], "%s: %s", path, name)
			require.EqualValues(t, 1, *c.stateful[name].Spec.Replicas, name)
			require.Equal(t, name, c.stateful[name].Spec.ServiceName)
			require.Contains(t, c.services, name)
		}
		journal := c.stateful["submitter"].Spec.VolumeClaimTemplates[0]
		require.Equal(t, []corev1.PersistentVolumeAccessMode{corev1.ReadWriteOncePod}, journal.Spec.AccessModes, "two submitters could share a journal")
		require.EqualValues(t, "Retain", c.stateful["submitter"].Spec.PersistentVolumeClaimRetentionPolicy.WhenDeleted)
		for _, name := range []string{"inference", "pow"} {
			require.NotNil(t, c.deployed[name], "%s: %s", path, name)
			require.Nil(t, c.deployed[name].Spec.Replicas, "%s's replicas are the autoscaler's", name)
			scaler := c.scalers[name]
			require.NotNil(t, scaler, name)
			require.Equal(t, name, scaler.Spec.ScaleTargetRef.Name)
			require.Equal(t, "Deployment", scaler.Spec.ScaleTargetRef.Kind)
			require.Less(t, *scaler.Spec.MinReplicas, scaler.Spec.MaxReplicas)
			// Utilisation is of what is requested.
			require.NotZero(t, c.deployed[name].Spec.Template.Spec.Containers[0].Resources.Requests.Cpu().MilliValue(), name)
		}
		for _, name := range services {
			require.Contains(t, c.budgets, name, path)
			require.Equal(t, c.budgets[name].Spec.Selector.MatchLabels["app.kubernetes.io/name"], name)
		}
	}
}

func TestEveryPodIsConfined(t *testing.T) {
	for _, path := range nodes {
		c := render(t, path)
		for name, pod := range c.pods() {
			require.False(t, *pod.Spec.AutomountServiceAccountToken, name)
			require.Equal(t, "ethml", pod.Spec.ServiceAccountName, name)
			s := pod.Spec.SecurityContext
			require.True(t, *s.RunAsNonRoot, name)
			require.EqualValues(t, 65532, *s.RunAsUser, name)
			require.Equal(t, corev1.SeccompProfileTypeRuntimeDefault, s.SeccompProfile.Type, name)
			require.Equal(t, "ethml", pod.Labels["app.kubernetes.io/part-of"], name)
			for _, container := range pod.Spec.Containers {
				own := container.SecurityContext
				require.True(t, *own.ReadOnlyRootFilesystem, name)
				require.False(t, *own.AllowPrivilegeEscalation, name)
				require.Equal(t, []corev1.Capability{"ALL"}, own.Capabilities.Drop, name)
				require.NotZero(t, container.Resources.Requests.Memory().Value(), name)
				require.NotZero(t, container.Resources.Requests.Cpu().MilliValue(), name)
				require.GreaterOrEqual(t, container.Resources.Limits.Memory().Value(), container.Resources.Requests.Memory().Value(), name)
			}
		}
	}
}

func TestServicesAreProbedWhereTheySayHowTheyAre(t *testing.T) {
	for _, path := range nodes {
		c := render(t, path)
		pods := c.pods()
		for _, name := range services {
			container := pods[name].Spec.Containers[0]
			for probe, at := range map[*corev1.Probe]string{container.StartupProbe: "/livez", container.LivenessProbe: "/livez", container.ReadinessProbe: "/readyz"} {
				require.NotNil(t, probe, name)
				require.Equal(t, at, probe.HTTPGet.Path, name)
				require.Equal(t, "admin", probe.HTTPGet.Port.String(), name)
			}
		}
	}
}

func TestVolumesAreThere(t *testing.T) {
	for _, path := range nodes {
		c := render(t, path)
		for name, pod := range c.pods() {
			known := map[string]bool{}
			for _, v := range pod.Spec.Volumes {
				known[v.Name] = true
				if claim := v.PersistentVolumeClaim; claim != nil {
					require.Contains(t, c.claims, claim.ClaimName, name)
				}
			}
			if s := c.stateful[name]; s != nil {
				for _, v := range s.Spec.VolumeClaimTemplates {
					known[v.Name] = true
				}
			}
			for _, m := range pod.Spec.Containers[0].VolumeMounts {
				require.True(t, known[m.Name], "%s, %s: no volume %s", path, name, m.Name)
			}
		}
	}
}

// secretLike is what must not lie here: keys, keystore files, passwords.
var secretLike = regexp.MustCompile(`(?i)kind: Secret|secretGenerator|PRIVATE KEY|"ciphertext"|password: *[^ \n]|mnemonic`)

func TestSecretsAreReferencedAndNeverContained(t *testing.T) {
	require.NoError(t, filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		require.NotRegexp(t, secretLike, string(raw), path)
		return err
	}))
	for _, path := range nodes {
		c := render(t, path)
		want := map[string]string{"keystore": "ethml-keystore", "password": "ethml-password"}
		for _, v := range c.stateful["submitter"].Spec.Template.Spec.Volumes {
			if secret, ok := want[v.Name]; ok {
				require.Equal(t, secret, v.Secret.SecretName)
				delete(want, v.Name)
			}
		}
		require.Empty(t, want, path)
	}
}

func TestUnknownFieldsAreNoticed(t *testing.T) {
	require.Error(t, yaml.UnmarshalStrict([]byte("spec: {podSelektor: {}}"), kinds["networking.k8s.io/v1/NetworkPolicy"]()))
}
