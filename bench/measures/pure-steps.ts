// What the pure steps of a run take for the Kubernetes v1.18.0 cycle: load, build, render, merge.
import { PRESETS } from '../../src/config/presets.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { dayAt } from '../../src/domain/day.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { bodyFor } from '../../src/duties/tracking-issue/body/body.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { mergeBody } from '../../src/body/merge-body.ts';
import { renderBody } from '../../src/body/render-body.ts';
import { KUBERNETES_CONFIG } from '../../test/support/kubernetes-seed.ts';
import { noon } from '../../test/support/runs.ts';
import type { Measure } from '../measure.ts';
import { timeOf } from '../median.ts';

export const pureSteps: Measure = {
  name: 'pure-steps',
  async run() {
    const loaded = loadConfig(KUBERNETES_CONFIG, { sections: DUTY_SECTIONS, presets: PRESETS });
    if (!loaded.ok) throw new Error('the config is broken');
    const { schedule } = loaded.config;
    const monday = document('2020-02-24');
    const tuesday = document('2020-02-25');
    const body = renderBody(monday());
    return [
      {
        measure: 'config, text to releases with all findings',
        measured: timeOf(() => prepare(KUBERNETES_CONFIG)),
        unit: 'ms',
      },
      { measure: 'release, built', measured: timeOf(() => buildReleases(schedule)), unit: 'ms' },
      { measure: 'tracking issue, rendered', measured: timeOf(() => renderBody(monday())), unit: 'ms' },
      {
        measure: 'tracking issue, merged with the next day',
        measured: timeOf(() => mergeBody(body, tuesday())),
        unit: 'ms',
      },
      {
        measure: 'tracking issue, length of the body',
        measured: body.length,
        unit: 'characters',
        target: { atMost: 60_000 },
      },
    ];
  },
};

/** Builds the body of a day, as the duty does. */
function document(day: string) {
  const prepared = prepare(KUBERNETES_CONFIG);
  const [release] = 'problems' in prepared ? [] : prepared.releases;
  if (release === undefined) throw new Error('the config has no release');
  const now = noon(day);
  return () => {
    const built = bodyFor({
      release,
      now,
      today: dayAt(now, release.timezone),
      done: new Set(),
      ticks: new Map(),
      links: new Map(),
      history: [],
      current: '',
    });
    if (built === undefined) throw new Error('the body has no room');
    return built;
  };
}
