// What the next look of a run will see of what it did: pins and answers.
import { renderBody } from '../../src/body/render-body.ts';
import { allUnknown } from '../../src/github/observe.ts';
import { foresee } from '../../src/plan/foresee.ts';
import { at, trackingIssue } from '../support/world.ts';

const NOW = at('2020-02-05T10:00:00Z');
const asked = { duty: 'tracking-issue', why: 'for the test' };
const first = { ...trackingIssue('v1'), number: 1 };
const second = { ...trackingIssue('v2'), number: 2 };
const COMMANDS = [{ commentId: 11 }, { commentId: 12 }] as never[];

const BEFORE = {
  ...allUnknown('nobody looked'),
  ownIssues: { known: true as const, value: [first, second] },
  pins: { known: true as const, value: [9] },
  commands: { known: true as const, value: COMMANDS },
};

test.each([
  ['by its key', { key: second.key }, [9, 2]],
  ['by its number', { number: 5 }, [9, 5]],
  ['that is not there', { key: 'v3/tracking-issue' }, [9]],
])('a pin of an issue %s', (_, issue, pins) => {
  const after = foresee(BEFORE, [{ kind: 'pin-issue', issue, ...asked }], NOW);
  expect(after.pins).toEqual({ known: true, value: pins });
});

test('a command that got its reaction is answered, the others still wait', () => {
  const reaction = { kind: 'add-reaction', commentId: 11, entry: 'v1/answered/11', ...asked };
  expect(foresee(BEFORE, [reaction as never], NOW).commands).toEqual({ known: true, value: [COMMANDS[1]] });
});

test('a body keeps what people wrote inside a block, as the write will', () => {
  const body = { key: first.key, parts: [{ kind: 'block' as const, name: 'status', text: 'Week 2' }] };
  const ownBody = renderBody({ ...body, parts: [{ kind: 'block', name: 'status', text: 'Week 1' }] });
  const edited = { ...first, ownBody, body: ownBody.replace('Week 1', 'Week 1\nAsk carol first') };
  const seen = { ...BEFORE, ownIssues: { known: true as const, value: [edited] } };
  const write = { kind: 'write-body', key: first.key, issue: { number: 1 }, body, ...asked };
  const { ownIssues } = foresee(seen, [write as never], NOW);
  expect(ownIssues.known && ownIssues.value[0]?.body).toMatch(/Week 2[^]*end status -->[^]*Ask carol first/);
});

test('what nobody knew is as unknown as before', () => {
  const unknown = allUnknown('nobody looked');
  const after = foresee(unknown, [{ kind: 'pin-issue', issue: { number: 1 }, ...asked }], NOW);
  expect(after.pins).toEqual(unknown.pins);
});
