// The presets that relcomms brings are good, each alone.
import { readdirSync } from 'node:fs';
import { PRESETS } from '../../src/config/presets.ts';
import { root } from '../support/root.ts';
import { goodConfig, sections } from './sample.ts';

test('every file of config/presets is among them', () => {
  const files = readdirSync(new URL('config/presets/', root));
  expect(Object.keys(PRESETS).sort()).toEqual(files.map((name) => name.replace(/\.yml$/, '')).sort());
});

test.each(Object.keys(PRESETS))('%s loads with no warning, and has tasks', (name) => {
  const { config, warnings } = goodConfig(`extends: [${name}]\nreleases: []\n`, {
    sections,
    presets: PRESETS,
  });
  expect(warnings).toEqual([]);
  expect(config.schedule.tasks.length).toBeGreaterThan(0);
});
