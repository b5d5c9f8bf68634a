// Random stories of exceptions against a model that knows no duty: state of every pull request and log are the same.
import { rounds } from '../../support/long.ts';
import { modelOf } from './stories/model.ts';
import { playStory } from './stories/play.ts';
import { storyOf } from './stories/story.ts';

const PART = 40;
const SEEDS = Array.from({ length: rounds(40, 500) }, (_, index) => index + 1);
const PARTS = Array.from({ length: Math.ceil(SEEDS.length / PART) }, (_, index) =>
  SEEDS.slice(index * PART, (index + 1) * PART),
);

/** What happened in all stories: those in which nothing does prove nothing. */
const seen = new Map<string, number>();

test.each(PARTS.map((seeds) => [seeds[0], seeds.at(-1), seeds] as const))(
  'stories %i to %i',
  (_, __, seeds) => {
    for (const seed of seeds) {
      const story = storyOf(seed);
      const model = modelOf(story);
      expect({ seed, ...playStory(story) }).toEqual({ seed, ...model });
      for (const { kind } of story.events) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      for (const line of model.log) {
        const [, verb = ''] = line.split(' ');
        seen.set(verb, (seen.get(verb) ?? 0) + 1);
      }
    }
  },
);

test('all of it happened in some of them', () => {
  const all = ['comment', 'edit', 'foreign-edit', 'delete', 'right', 'retarget', 'close', 'label', 'run'];
  const missing = [...all, 'asked', 'accepted', 'refused'].filter((kind) => (seen.get(kind) ?? 0) < 5);
  expect(missing).toEqual([]);
});
