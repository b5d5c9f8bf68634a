// Who changed the checkboxes of a slip, by the versions of its text: nobody is guessed.
import { day } from '../../src/domain/day.ts';
import type { SlipEdit } from '../../src/domain/slip-pull.ts';
import { ownMemory, slipChanges } from '../../src/memory/slip-changes.ts';
import { slipPart } from '../../src/memory/slip-text.ts';
import { slipBox } from '../../src/text/slip-box.ts';

const MEMORY = {
  version: 'v1.30',
  named: [{ milestone: 'release', to: day('2020-02-07') }],
  taken: [{ milestone: 'rc1', to: day('2020-02-04') }],
  file: 'a'.repeat(40),
};

/** As relcomms wrote it, rc1 is checked and docs is not. */
function text({ rc1 = true, docs = false, to = '2020-01-31', memory = MEMORY, more = '' } = {}): string {
  const boxes = [
    slipBox({ milestone: 'rc1', to: day('2020-02-04') }, rc1, 'RC 1'),
    slipBox({ milestone: 'docs', to: day(to) }, docs, 'Docs'),
  ];
  return `${slipPart(memory, boxes.join('\n'))}\n${more}`;
}

const OURS: SlipEdit = { isOurs: true, body: text() };

function by(login: string | undefined, body: string | undefined): SlipEdit {
  return { by: login, isOurs: false, body };
}

/** Newest first; the text is as the newest one has it. */
function changes(...edits: SlipEdit[]): [string, readonly string[] | undefined][] {
  return slipChanges({ body: edits[0]?.body ?? '', edits }).map((one) => [one.box.milestone, one.by]);
}

const CHECKED = text({ docs: true });
const MORE = text({ docs: true, more: 'A typo' });

test.each<[string, SlipEdit[], [string, readonly string[] | undefined][]]>([
  ['nothing changed', [by('bob', text({ more: 'Hi' })), OURS], []],
  ['checked', [by('bob', CHECKED), OURS], [['docs', ['bob']]]],
  ['unchecked', [by('bob', text({ rc1: false })), OURS], [['rc1', ['bob']]]],
  [
    'checked before somebody fixed a typo',
    [by('carol', MORE), by('bob', CHECKED), OURS],
    [['docs', ['bob']]],
  ],
  [
    'checked, unchecked, and checked by another',
    [by('carol', CHECKED), by('bob', text()), by('bob', CHECKED), OURS],
    [['docs', ['carol']]],
  ],
  [
    'checked by one with a day of another',
    [by('alice', text({ docs: true, to: '2020-02-03' })), by('bob', text({ to: '2020-02-03' })), OURS],
    [['docs', ['alice', 'bob']]],
  ],
  ['our note kept a check', [{ ...OURS, body: MORE }, by('bob', CHECKED), OURS], [['docs', ['bob']]]],
  ['a person whose token runs', [{ by: 'alice', isOurs: true, body: CHECKED }, OURS], [['docs', ['alice']]]],
  ['a program', [by(undefined, CHECKED), OURS], [['docs', undefined]]],
  ['a version was deleted', [by('carol', MORE), by('bob', undefined), OURS], [['docs', undefined]]],
  ['older versions are gone', [by('carol', MORE), by('bob', CHECKED)], [['docs', undefined]]],
  ['all was checked from the first', [{ ...OURS, body: CHECKED }], [['docs', undefined]]],
])('%s', (_, edits, expected) => {
  expect(changes(...edits)).toEqual(expected);
});

test('versions that lag behind the text tell nothing', () => {
  expect(slipChanges({ body: CHECKED, edits: [OURS] })).toMatchObject([{ by: undefined }]);
  expect(slipChanges({ body: CHECKED, edits: [] })).toMatchObject([{ by: undefined }]);
});

test('what a person made of the memory does not count', () => {
  const memory = { ...MEMORY, taken: [...MEMORY.taken, { milestone: 'docs', to: day('2020-01-31') }] };
  const body = text({ docs: true, memory });
  const pull = { body, edits: [by('bob', body), OURS] };
  expect(ownMemory(pull)).toBe(CHECKED);
  expect(slipChanges(pull)).toMatchObject([{ box: { milestone: 'docs' }, by: ['bob'] }]);
});
