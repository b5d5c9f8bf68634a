// Makes GitHub's milestone, or finds the one that is there by now.
import type { CreateMilestone } from '../../domain/repository-operation.ts';
import { statusOf } from '../failure.ts';
import type { Written } from '../../domain/outcome.ts';
import { dueMoment } from './plain-writes.ts';
import { sendOrFind } from './send-or-find.ts';
import type { World } from './world.ts';

export async function createMilestone(
  world: World,
  { title, description, dueOn }: CreateMilestone,
): Promise<Written> {
  const { owner, repo } = world.github;
  const make = async (): Promise<Written> => {
    const { data } = await world.github.request('POST /repos/{owner}/{repo}/milestones', {
      owner,
      repo,
      title,
      description,
      due_on: dueMoment(dueOn),
      request: { retries: 0 },
    });
    world.milestones.set(title.toLowerCase(), data.number);
    return { outcome: 'done' };
  };
  try {
    return await sendOrFind(make, () => adopt(world, title));
  } catch (error) {
    // 422: a milestone with this title is there already.
    const there = statusOf(error) === 422 ? await adopt(world, title) : undefined;
    if (there === undefined) throw error;
    return there;
  }
}

async function adopt(world: World, title: string): Promise<Written | undefined> {
  const number = await findMilestone(world, title);
  if (number === undefined) return undefined;
  world.milestones.set(title.toLowerCase(), number);
  return { outcome: 'already' };
}

async function findMilestone({ github }: World, title: string): Promise<number | undefined> {
  const { owner, repo } = github;
  for (let page = 1; ; page++) {
    // oxlint-disable-next-line no-await-in-loop -- pages come one after the other
    const { data } = await github.request('GET /repos/{owner}/{repo}/milestones', {
      owner,
      repo,
      state: 'all',
      per_page: 100,
      page,
    });
    const found = data.find((milestone) => milestone.title.toLowerCase() === title.toLowerCase());
    if (found !== undefined) return found.number;
    if (data.length < 100) return undefined;
  }
}
