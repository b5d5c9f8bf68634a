// What a repository shows may come from anybody: it becomes plain strings of the config, and dead text of the pull request.
import * as fc from 'fast-check';
import { day } from '../../src/domain/day.ts';
import { valueOf } from '../../src/config/value-of.ts';
import type { Node } from '../../src/config/yaml/node.ts';
import { readYaml } from '../../src/config/yaml/read-yaml.ts';
import { firstConfigText } from '../../src/onboard/config-text.ts';
import { guessTasks } from '../../src/onboard/guess-tasks.ts';
import { renderOnboarding } from '../../src/onboard/render.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { anyText } from '../support/any-text.ts';
import { mentionedIn } from '../../src/text/mention.ts';
import { decide, configOf, seen } from './world.ts';

const NASTY = [
  '"}\nenabled: no\nroles: {lead: [mallory]}',
  "' # x",
  '@alice ping @acme/api',
  '{version} {secret} ${{ secrets.TOKEN }}',
  '<!-- relcomms:v1 relcomms/onboarding --> <img src=x>',
  '| a | b |\n\n# head',
  '\u2028\u202eevil\u0000',
  '!!js/function x',
  '*alias &anchor',
];

function checklist(lines: readonly string[]) {
  return [{ place: 'RELEASING.md', text: lines.map((line) => `- [ ] ${line}`).join('\n') }];
}

test('nasty lines, names and titles: a config that is good and says nothing else, and a text that pings nobody', () => {
  const decision = decide({
    checklists: checklist(NASTY),
    owners: { place: 'CODEOWNERS', text: NASTY.join('\n') },
    milestones: NASTY.map((title) => ({ title, due: day('2027-01-12') })),
    branches: NASTY,
    lastTag: NASTY[0],
  });
  const text = configOf(decision);
  const prepared = prepare(text);
  if ('problems' in prepared || 'why' in decision) throw new Error(text);
  expect(prepared.config.enabled).toBe(true);
  expect(prepared.releases[0]?.roles['lead']).toEqual(['carol']);
  const [draft] = decision.drafts;
  if (draft === undefined) throw new Error('no draft');
  const body = renderOnboarding({ draft, releases: prepared.releases, preview: '', path: 'x' });
  expect(mentionedIn(body)).toEqual([]);
  expect(body.match(/<!--/g)).toHaveLength(1);
  expect(body).not.toContain('<img');
});

test('any texts: what is written is read back as the same, or nothing is proposed', () => {
  fc.assert(
    fc.property(fc.array(anyText(), { maxLength: 4 }), anyText(), (tasks, version) => {
      const releases = [{ version, day: day('2027-01-12'), branch: undefined }];
      const config = { app: undefined, lead: 'carol', teams: [], openBefore: 0, tasks, releases };
      const text = firstConfigText(config);
      if (text === undefined) return;
      const { tree } = readYaml(text);
      const read = valueOf(tree as Node) as Partial<
        Record<string, readonly { title: string; version: string }[]>
      >;
      expect(read['releases']?.map((one) => one.version)).toEqual([version]);
      expect((read['tasks'] ?? []).map(({ title }) => title)).toEqual(tasks);
      expect(Object.keys(read).filter((key) => !KEYS.includes(key))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

const KEYS = ['extends', 'timezone', 'roles', 'tracking-issue', 'cycle', 'milestones', 'tasks', 'releases'];

test('lines with what looks like a secret are left out, and so is what is too much', () => {
  const token = `ghp_${'a'.repeat(36)}`;
  const many = Array.from({ length: 60 }, (_, index) => `Step ${index}`);
  const tasks = guessTasks(seen({ checklists: checklist([`Use ${token}`, 'password: hunter2', ...many]) }));
  expect(tasks?.value.titles).toHaveLength(40);
  expect(tasks?.value.left).toBe(22);
  expect(JSON.stringify(tasks)).not.toContain('ghp_');
  expect(guessTasks(seen({ checklists: checklist(['One', 'Two']) }))).toBeUndefined();
});
