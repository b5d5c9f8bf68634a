// A section that one duty keeps in the issue of another: put in, brought up to date, cleared, left out.
import type { DesiredIssue } from '../../src/domain/desired.ts';
import type { OwnIssue } from '../../src/domain/observed.ts';
import { withSections } from '../../src/plan/with-sections.ts';
import { mergeBody } from '../../src/body/merge-body.ts';
import { renderBody } from '../../src/body/render-body.ts';

const KEY = 'v2.0.0/tracking-issue';
const DOCUMENT: DesiredIssue['body'] = {
  key: KEY,
  parts: [
    { kind: 'block', name: 'status', text: 'Week 1' },
    { kind: 'block', name: 'today', text: 'To do' },
    { kind: 'block', name: 'about', text: 'About' },
  ],
};

/** The body of the issue after a section was wanted in it. */
function bodyWith(text: string, current = renderBody(DOCUMENT), issue = KEY): string {
  const desired = { kind: 'issue', key: KEY, body: DOCUMENT } as DesiredIssue;
  const found = { key: KEY, number: 1, body: current } as OwnIssue;
  const wanted = [
    { duty: 'tracking-issue', desired },
    { duty: 'approvals', desired: { kind: 'section' as const, issue, name: 'approvals', text, why: 'x' } },
  ];
  const [first] = withSections(wanted, [found]);
  if (first?.desired.kind !== 'issue') throw new Error('the issue is gone');
  return mergeBody(current, first.desired.body);
}

test('it stands behind what is to be done, and the same words again change nothing', () => {
  const body = bodyWith('#7 waits');
  expect(body.indexOf('To do')).toBeLessThan(body.indexOf('#7 waits'));
  expect(body.indexOf('#7 waits')).toBeLessThan(body.indexOf('About'));
  expect(bodyWith('#7 waits', body)).toBe(body);
});

test('an empty one makes nothing, and clears what stood there', () => {
  expect(bodyWith('')).toBe(renderBody(DOCUMENT));
  const cleared = bodyWith('', bodyWith('#7 waits'));
  expect(cleared).not.toContain('#7 waits');
  expect(cleared).toContain('About');
});

test('one that finds no room is left out, and takes what stood there along', () => {
  const long = 'x'.repeat(64_000);
  expect(bodyWith(long)).toBe(renderBody(DOCUMENT));
  expect(bodyWith(long, bodyWith('#7 waits'))).toBe(bodyWith('', bodyWith('#7 waits')));
});

test('a section of an issue that nobody wants changes no other', () => {
  expect(bodyWith('#7 waits', renderBody(DOCUMENT), 'v3.0.0/tracking-issue')).toBe(renderBody(DOCUMENT));
});

test('a headline stands on top of what is to be done', () => {
  const desired = { kind: 'issue', key: KEY, body: DOCUMENT } as DesiredIssue;
  const section = { kind: 'section' as const, issue: KEY, why: 'x' };
  const wanted = [
    { duty: 'tracking-issue', desired },
    { duty: 'report', desired: { ...section, name: 'standing', text: 'Red', isHeadline: true } },
    { duty: 'approvals', desired: { ...section, name: 'approvals', text: '#7 waits' } },
  ];
  const [first] = withSections(wanted, []);
  if (first?.desired.kind !== 'issue') throw new Error('the issue is gone');
  expect(first.desired.body.parts.map((part) => (part.kind === 'block' ? part.name : ''))).toEqual([
    'status',
    'standing',
    'today',
    'approvals',
    'about',
  ]);
});
