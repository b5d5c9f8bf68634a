// validate says which milestones are gates, by which words, and how to change that.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './run-cli.ts';

const CONFIG = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
milestones:
  freeze: { on: release - 2 weeks, title: Begin Code Freeze }
  test-freeze: release - 9 days
  candidate: { on: release - 1 week, title: First build, kind: rc }
releases:
  - { version: 1.0.0, release: 2027-01-26 }
  - { version: 1.1.0, release: 2027-03-30 }
`;

test('the gates of all releases, each with its kind', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'gates-')), 'relcomms.yml');
  await writeFile(file, CONFIG);
  const { out } = await cli(['validate', file]);
  expect(out).toContain(
    'Gates of 1.0.0 and 1.1.0: Begin Code Freeze (code-freeze by "code … freeze"), First build (rc) and Release day.\nNot gates: Test freeze. Write "kind" with a milestone to change what it is.\n',
  );
  const { milestones } = JSON.parse((await cli(['validate', file, '--json'])).out) as {
    milestones: readonly unknown[];
  };
  expect(milestones).toHaveLength(8);
  expect(milestones[0]).toEqual({
    release: '1.0.0',
    milestone: 'freeze',
    kind: 'code-freeze',
    by: 'code … freeze',
  });
});

test('a kind that there is not is refused with the nearest', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'gates-')), 'relcomms.yml');
  await writeFile(file, CONFIG.replace('kind: rc', 'kind: code-freze'));
  const { exit, out } = await cli(['validate', file]);
  expect(exit).toBe(1);
  expect(out).toContain('code-freeze');
});
