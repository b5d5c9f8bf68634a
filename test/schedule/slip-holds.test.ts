// A config that a slip was written into is held against what the slip told.
import { type Day, day } from '../../src/domain/day.ts';
import { slip } from '../../src/schedule/slip.ts';
import { otherMove } from '../../src/schedule/slip-holds.ts';
import { smallConfig } from '../support/small-cycle.ts';
import { read } from '../support/world.ts';

const TEXT = smallConfig().replace(
  'milestones: { code-freeze: { on: 2020-01-21, title: "Code freeze" } }',
  'milestones: { code-freeze: 2020-01-21, news: code-freeze + 1 day, fair: { on: 2020-01-22, fixed: true } }',
);

function table(to: Day) {
  const wish = {
    version: 'v2.0.0',
    moves: [{ milestone: 'code-freeze', to }],
    today: day('2020-01-08'),
  };
  const found = slip(read(TEXT).config.schedule, wish);
  if ('code' in found) throw new Error(found.message);
  return found;
}

function held(text: string): string | undefined {
  const before = read(TEXT).releases;
  return otherMove(table(day('2020-01-22')), before, read(text).releases)?.message;
}

const MOVED = TEXT.replace('code-freeze: 2020-01-21', 'code-freeze: 2020-01-22');

test('what moves as told, with what follows, is fine', () => expect(held(MOVED)).toBeUndefined());

test.each([
  ['nothing that moves', TEXT, 'code-freeze of v2.0.0 would be on 2020-01-21 instead of on 2020-01-22'],
  ['release day that moves along', MOVED.replace('release: 2020-01-28', 'release: 2020-01-29'), 'release of'],
  ['a fixed day that moves', MOVED.replace('on: 2020-01-22, fixed', 'on: 2020-01-23, fixed'), 'fair of'],
  ['what should follow and does not', MOVED.replace('code-freeze + 1 day', '2020-01-22'), 'news of'],
  [
    'a milestone that is gone',
    MOVED.replace(', news: code-freeze + 1 day', ''),
    'news of v2.0.0 would be gone',
  ],
  ['a release that is gone', MOVED.replace('version: v2.0.0', 'version: v2.0.1'), 'would be gone'],
])('%s is found', (_, text, message) => expect(held(text)).toContain(message));
