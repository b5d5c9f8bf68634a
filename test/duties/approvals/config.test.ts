// The config section: what it decodes to, and mistakes that people make in it.
import { loadConfig } from '../../../src/config/load-config.ts';
import { approvalsConfig } from '../../../src/duties/approvals/config.ts';
import { keyDocOf } from '../../../src/config/generate/key-doc.ts';
import { jsonSchema } from '../../../src/config/generate/json-schema.ts';
import { configOf } from './world.ts';

const SECTIONS = {
  approvals: { schema: approvalsConfig, title: 'Approvals', description: 'Who has to approve what.' },
};

function load(section: string) {
  const text = `releases: []\napprovals:\n${section.replaceAll(/^/gm, '  ')}\n`;
  return loadConfig(text, { sections: SECTIONS, presets: {} });
}

test('the defaults are calm', () => {
  expect(configOf()).toEqual({
    labels: [],
    paths: [],
    cherryPickLabels: ['cherry-pick'],
    cherryPickTitles: ['cherry-pick', 'cherry pick', 'automated cherry pick', 'backport'],
    pickLabels: ['needs-cherry-pick'],
    milestones: undefined,
    drafts: false,
    bots: true,
    remind: [7, 2, 1],
    workingHours: { from: '09:00', to: '17:00' },
    ceiling: { pull: 2, person: 3, week: 2 },
    label: 'needs-approval',
    mergeWithin: 2,
  });
});

test('stages are sorted, the most days first, each once', () => {
  expect(configOf({ remind: ['1d', '10d', '3d', '1d'] }).remind).toEqual([10, 3, 1]);
});

test('a whole section loads from a file', () => {
  const result = load(
    'labels: release-blocker\npaths: [/docs/]\nmilestones: [rc1]\nremind: 3d\nworking-hours: 08:30-16:00\nceiling: { person: 1 }\nmerge-within: 1 week\nbots: no',
  );
  expect(result.ok && result.config.sections['approvals']).toMatchObject({
    labels: ['release-blocker'],
    milestones: ['rc1'],
    remind: [3],
    workingHours: { from: '08:30', to: '16:00' },
    ceiling: { pull: 2, person: 1 },
    mergeWithin: 5,
    bots: false,
  });
});

test.each([
  ['remind: soon', 'bad-duration', 'Write a number and a unit: 7d, 7 days, 1 week, or 3 working days.'],
  ['working-hours: 9-17', 'bad-hours', '09:00-17:00'],
  ['working-hours: 17:00-09:00', 'bad-hours', '09:00-17:00'],
  ['ceiling: { person: 0 }', 'out-of-range', 'from 1 to 50'],
  ['ceilings: { person: 1 }', 'unknown-key', 'ceiling'],
])('%s is a mistake with a fix', (section, code, fix) => {
  const result = load(section);
  expect(result.ok ? [] : result.problems).toMatchObject([
    { code, line: 3, fix: expect.stringContaining(fix) },
  ]);
});

test('every key is described, with an example, and has a schema for editors', () => {
  const doc = keyDocOf(approvalsConfig);
  const all = JSON.stringify(doc);
  expect(all).toContain('needs-approval');
  const schema = JSON.stringify(jsonSchema(SECTIONS));
  for (const key of ['remind', 'working-hours', 'merge-within', 'cherry-pick-titles']) {
    expect(all).toContain(key);
    expect(schema).toContain(`"${key}":{`);
  }
});
