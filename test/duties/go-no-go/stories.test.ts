// Random stories of votes, told to the duty and to a model that knows none: votes and results are the same, and final.
import { rounds } from '../../support/long.ts';
import { playStory } from '../../support/votes/play.ts';
import { storyOf } from '../../support/votes/story.ts';

const SEEDS = Array.from({ length: rounds(40, 500) }, (_, index) => index + 1);

test('votes and results are those of the model, whatever people do', async () => {
  const results = new Map<string, number>();
  for (const seed of SEEDS) {
    // oxlint-disable-next-line no-await-in-loop -- one story after the other, the first that differs is shown
    const { duty, model } = await playStory(storyOf(seed));
    expect({ seed, looks: duty }).toEqual({ seed, looks: model });
    for (const { result = 'open' } of model) results.set(result, (results.get(result) ?? 0) + 1);
  }
  // Each of them happens: a story without any proves nothing.
  for (const result of ['open', 'go', 'no-go', '?'])
    expect([result, results.has(result)]).toEqual([result, true]);
}, 120_000);
