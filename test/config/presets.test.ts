// The presets that relcomms brings are good, each alone.
import { readdirSync } from 'node:fs';
import { PRESETS } from '../../src/config/presets.ts';
import { root } from '../support/root.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { goodConfig } from './sample.ts';

test('every file of config/presets is among them', () => {
  const files = readdirSync(new URL('config/presets/', root));
  expect(Object.keys(PRESETS).sort()).toEqual(files.map((name) => name.replace(/\.yml$/, '')).sort());
});

test.each(Object.keys(PRESETS))('%s loads with no warning, and has tasks', (name) => {
  const { config, warnings } = goodConfig(`extends: [${name}]\nreleases: []\n`, {
    sections: DUTY_SECTIONS,
    presets: PRESETS,
  });
  expect(warnings).toEqual([]);
  expect(config.schedule.tasks.length).toBeGreaterThan(0);
});

test.each([
  ['kubernetes-comms', ['deadlines', 'report']],
  ['kyma-release', ['acknowledge', 'approvals', 'deadlines', 'failing-tests', 'report']],
])('%s switches on what its document asks for, each to be switched off by one line', (name, asked) => {
  const release = "releases: [{ version: '1.0', release: 2026-11-24 }]\n";
  const given = { sections: DUTY_SECTIONS, presets: PRESETS };
  const { config } = goodConfig(`extends: ${name}\n${release}`, given);
  expect(Object.keys(config.sections).toSorted()).toEqual([...asked, 'tracking-issue'].toSorted());
  const without = goodConfig(
    `extends: ${name}\n${release}${asked.map((one) => `${one}: off\n`).join('')}`,
    given,
  );
  expect(Object.keys(without.config.sections)).toEqual(['tracking-issue']);
  expect(without.config.asked.toSorted()).toEqual([...asked, 'tracking-issue'].toSorted());
});

function on(text: string): string[] {
  return Object.keys(goodConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS }).config.sections);
}

test('the tracking issue is on wherever there are releases, unless it is switched off', () => {
  const release = "releases: [{ version: '1.0', release: 2026-11-24 }]\n";
  expect(on(release)).toEqual(['tracking-issue']);
  expect(on('releases: []\n')).toEqual([]);
  expect(on(`tracking-issue: off\n${release}`)).toEqual([]);
});
