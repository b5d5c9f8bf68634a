// The presets that relcomms brings along, as text.
import kubernetesComms from '../../config/presets/kubernetes-comms.yml';
import kymaRelease from '../../config/presets/kyma-release.yml';
import type { Presets } from './layers.ts';

export const PRESETS: Presets = {
  'kubernetes-comms': kubernetesComms,
  'kyma-release': kymaRelease,
};
