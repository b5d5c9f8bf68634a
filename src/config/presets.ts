// The presets that relcomms brings along, as text.
import basic from '../../config/presets/basic.yml';
import kubernetesComms from '../../config/presets/kubernetes-comms.yml';
import kymaRelease from '../../config/presets/kyma-release.yml';
import monthly from '../../config/presets/monthly.yml';
import patchTrain from '../../config/presets/patch-train.yml';
import securityRelease from '../../config/presets/security-release.yml';
import type { Presets } from './layers.ts';

/** In the order in which they are offered. */
export const PRESETS: Presets = {
  basic,
  monthly,
  'patch-train': patchTrain,
  'security-release': securityRelease,
  'kubernetes-comms': kubernetesComms,
  'kyma-release': kymaRelease,
};

/** What a preset is for: the first line of its file, a sentence with its full stop. */
export function presetPurpose(text: string): string {
  return /^# *(.*)/.exec(text)?.[1] ?? '';
}
