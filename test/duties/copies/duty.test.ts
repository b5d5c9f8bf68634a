// Copies of dates: what is read again, what is remembered, and what is wanted, decided from plain facts.
import * as z from 'zod';
import type { ReadCopy } from '../../../src/domain/copies.ts';
import type { Ledger } from '../../../src/domain/observed.ts';
import { copiesConfig } from '../../../src/duties/copies/config.ts';
import { copiesDuty } from '../../../src/duties/copies/index.ts';
import type { CopiesInput } from '../../../src/duties/copies/input.ts';
import { needsReading } from '../../../src/memory/copies-memory.ts';
import { blobId } from '../../../src/text/blob-id.ts';
import { inputOf, releaseOf } from '../slack/world.ts';

const RELEASE = releaseOf();
const DAY = RELEASE.milestones.find(({ id }) => id === 'release')?.day ?? '';
const PLACE = { path: 'data/dates.yml' };
const ELSEWHERE = { repository: 'acme/website', path: 'dates.yml' };
const WRONG = `version: ${RELEASE.version}\nrelease: ${DAY.slice(0, 8)}02\n`;
const RIGHT = `version: ${RELEASE.version}\nrelease: ${DAY}\n`;

interface Setting {
  readonly file?: Readonly<Record<string, unknown>>;
  readonly read?: readonly ReadCopy[];
  readonly body?: string;
  readonly entries?: Ledger['entries'];
}

function inputWith({
  file = { ...PLACE, propose: 'yes' },
  read = [],
  body = '',
  entries = [],
}: Setting): CopiesInput {
  const base = inputOf({ now: '2020-02-05T10:00:00Z' });
  const ledger: Ledger = { commentId: 1, body: '', entries };
  return {
    ...base,
    config: z.parse(copiesConfig, { files: [file] }),
    releases: [RELEASE],
    observed: {
      ownIssues: base.observed.ownIssues.map((issue) => ({ ...issue, ledger, body, ownBody: body })),
      copies: read,
    },
  };
}

const ISSUE = inputWith({}).observed.ownIssues[0]?.key ?? '';

function text(content: string, place: { readonly path: string } = PLACE): ReadCopy {
  return { issue: ISSUE, ...place, text: content, oid: blobId(content) };
}

function answer(setting: Setting) {
  const { desired, standing = [], lacks = [] } = copiesDuty.desire(inputWith(setting));
  const section = desired.find(({ kind }) => kind === 'section');
  return {
    pulls: desired.flatMap((one) => (one.kind === 'pull' ? [one] : [])),
    entries: desired.flatMap((one) => (one.kind === 'entry' ? [one] : [])),
    body: section?.kind === 'section' ? section.text : '',
    rows: standing.map(({ severity, text: words }) => `${severity}: ${words}`),
    lacks: lacks.map(({ why }) => why),
  };
}

test('a date that differs is a row and a pull request with the right bytes, and stays a row without being read', () => {
  const first = answer({ read: [text(WRONG)] });
  expect(first.rows).toMatchObject([expect.stringMatching(/^amber: `data\/dates\.yml:2` says/)]);
  expect(first.pulls).toMatchObject([{ path: PLACE.path, content: RIGHT, unasked: true }]);
  const key = first.entries[0]?.key ?? '';
  const later = answer({ body: first.body, entries: [{ key, day: '2020-02-05', text: '' } as never] });
  expect([later.rows, later.body, later.pulls]).toEqual([first.rows, first.body, []]);
});

test('what is right says nothing; a file without a date of the release is not watched, one unread is unknown', () => {
  expect(answer({ read: [text(RIGHT)] })).toMatchObject({ rows: [], lacks: [], pulls: [] });
  expect(answer({ read: [text('a: b\n')] }).lacks).toEqual([
    `data/dates.yml has no date beside the title of a milestone of ${RELEASE.version}`,
  ]);
  const refused: ReadCopy = { issue: ISSUE, ...ELSEWHERE, unread: 'refused', why: 'HTTP 403' };
  expect(answer({ file: ELSEWHERE, read: [refused] }).lacks).toEqual([
    'acme/website dates.yml could not be read: GitHub refuses the permission',
  ]);
  expect(answer({}).lacks).toEqual(['data/dates.yml could not be read: relcomms has not read it yet']);
});

test('a text that is not what git has is named, and not written back', () => {
  const { rows, pulls } = answer({ read: [{ ...text(WRONG), oid: 'f'.repeat(40) }] });
  expect([rows.length, pulls]).toEqual([1, []]);
});

describe('what is read', () => {
  const input = inputWith({ read: [text(WRONG)] });
  const [asked] = copiesDuty.asks(input).copies ?? [];
  const [abroad] = copiesDuty.asks(inputWith({ file: ELSEWHERE })).copies ?? [];
  if (asked === undefined || abroad === undefined) throw new Error('nothing is asked');
  const [issue] = input.observed.ownIssues;
  if (issue === undefined) throw new Error('there is no issue');
  const first = answer({ read: [text(WRONG)] });
  const key = first.entries[0]?.key ?? '';
  const ledger: Ledger = { commentId: 1, body: '', entries: [{ key, day: '2020-02-05', text: '' } as never] };
  const known = [{ ...issue, body: first.body, ownBody: first.body, ledger }];
  const oid = blobId(WRONG);

  test.each([
    ['one that nobody read', false, { issues: [{ ...issue, body: '', ownBody: '' }] }],
    ['one that has changed', false, { oid: blobId(RIGHT) }],
    ['any, when a date has moved', false, { asked: { ...asked, schedule: 'another' } }],
    ['one whose pull request could not be opened', false, { issues: [{ ...known[0], ledger: undefined }] }],
    [
      'no file here that is as it was, on another day either',
      true,
      { asked: { ...asked, day: '2020-02-06' } },
    ],
  ])('%s', (_, isKept, { issues = known, ...other }: Record<string, unknown>) => {
    const all = issues as typeof known;
    const { asked: of = asked, oid: id = oid } = other as { asked?: typeof asked; oid?: string };
    expect(needsReading(of, all, id)).toBe(!isKept);
  });

  test('one elsewhere once a day', () => {
    const read: ReadCopy[] = [text(WRONG, ELSEWHERE)];
    const { body } = answer({ file: ELSEWHERE, read });
    const issues = [{ ...issue, body, ownBody: body }];
    expect(needsReading(abroad, issues, undefined)).toBe(false);
    expect(needsReading({ ...abroad, day: '2020-02-06' }, issues, undefined)).toBe(true);
  });
});
