// What proves that a task is done, and when it is looked for.
import { type FoundEvidence, evidenceName, evidenceOf, parseEvidence } from '../../../src/domain/proof.ts';
import { evidenceNames, provenTasks } from '../../../src/duties/proven.ts';
import { runSheetDuty } from '../../../src/duties/run-sheet/index.ts';
import { at } from '../../support/world.ts';
import { PAGE, RELEASE, inputOf } from './world.ts';

const DAY = at('2020-01-30T12:00:00Z');
const TAG = 'tag 1.10.0';
const RUN = 'workflow 1.10.0 build.yml';

const seen = (name: string, isThere: boolean, link?: string): FoundEvidence => ({
  name,
  found: { known: true, value: { isThere, link } },
});

const unread = (name: string): FoundEvidence => ({ name, found: { known: false, why: 'refused' } });

const proven = (...found: FoundEvidence[]) => [...provenTasks(RELEASE, found, DAY).keys()];

test('all that is named has to be there', () => {
  expect(proven(seen(TAG, true), seen(RUN, true), seen(`page ${PAGE}`, true))).toEqual(['tag', 'build']);
  expect(proven(seen(TAG, false), seen(RUN, true), seen(`page ${PAGE}`, false))).toEqual([]);
});

test('what can not be read, and what nobody looked for, proves nothing', () => {
  expect(proven(unread(TAG), seen(RUN, true), unread(`page ${PAGE}`))).toEqual([]);
  expect(proven(seen(RUN, true))).toEqual([]);
  expect(proven()).toEqual([]);
});

test('the first page that shows it is kept', () => {
  const links = provenTasks(
    RELEASE,
    [seen(RUN, true, 'https://x.test/run'), seen(`page ${PAGE}`, true, PAGE)],
    DAY,
  );
  expect(links.get('build')).toEqual({ link: 'https://x.test/run' });
});

test.each([
  ['2020-01-29T23:59:00Z', []],
  ['2020-01-30T00:00:00Z', [TAG, RUN, `page ${PAGE}`]],
  ['2020-01-31T23:59:00Z', [TAG, RUN, `page ${PAGE}`]],
  ['2020-02-01T00:00:00Z', []],
])('at %s this is looked for: %j', (now, names) => {
  expect(runSheetDuty.asks(inputOf({ now })).evidence).toEqual(names);
});

test('names are read as they are written, and nothing else is', () => {
  const all = evidenceOf({ tag: true, release: true, page: PAGE, workflow: 'a.yml' }, ['v1', '2']);
  expect(all).toHaveLength(7);
  expect(all.map((one) => parseEvidence(evidenceName(one)))).toEqual(all);
  for (const odd of ['', 'tag', 'tag ', 'tag a b', 'page', 'workflow 1', 'workflow 1 a b', 'sky blue'])
    expect(parseEvidence(odd)).toBeUndefined();
  expect(RELEASE.tasks.map((task) => evidenceNames(task, RELEASE).length)).toEqual([0, 1, 2, 0, 0, 0]);
});
