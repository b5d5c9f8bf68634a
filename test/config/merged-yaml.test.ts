// A config with its presets merged says the same as the config itself.
import { loadConfig } from '../../src/config/load-config.ts';
import { mergedYaml } from '../../src/config/merged-yaml.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import exampleConfig from '../../config/relcomms.example.yml';
import { KUBERNETES_CONFIG } from '../support/kubernetes-seed.ts';
import { smallConfig } from '../support/small-cycle.ts';

const OPTIONS = { sections: DUTY_SECTIONS, presets: PRESETS };

/** Without the note of what presets plan with, which a merged config can't have. */
function load(text: string) {
  const loaded = loadConfig(text, OPTIONS);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return { ...loaded.config, schedule: { ...loaded.config.schedule, fromPresets: undefined } };
}

const KYMA = `extends: kyma-release
releases: [{ version: '2.0', release: 2026-11-24 }]
tasks: [{ id: failing-tests, remove: yes }]
tracking-issue:
`;

const ODD = smallConfig({ first: `It's "odd": [yes] # {no}, \\ @x`, freeze: 'yes' });

test.each([
  ['the Kubernetes cycle', KUBERNETES_CONFIG],
  ['the Kyma cycle, with a task taken out', KYMA],
  ['every key', exampleConfig],
  ['odd texts', ODD],
  ['what is switched off', KYMA.replace('tracking-issue:', 'tracking-issue: off\napprovals: no')],
])('%s', (_, text) => {
  const lines = mergedYaml(text, PRESETS, Object.keys(DUTY_SECTIONS));
  expect(lines.some((line) => line.startsWith('extends'))).toBe(false);
  expect({ ...load(lines.join('\n')), extends: [] }).toEqual({
    ...load(text),
    extends: [],
    asked: expect.any(Array) as string[],
  });
});
