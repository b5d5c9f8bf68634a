// Pins an issue if GitHub lets us, and takes the pin off: it is a help, nothing depends on it.
import type { PinIssue } from '../../domain/operation.ts';
import type { UnpinIssue } from '../../domain/state-operation.ts';
import { failureWords } from '../failure.ts';
import { isHeld } from '../held.ts';
import type { Written } from '../../domain/outcome.ts';
import { type World, holding, resolveIssue } from './world.ts';

const PIN = `mutation RelcommsPin($issueId: ID!) { pinIssue(input: { issueId: $issueId }) { issue { number } } }`;

export async function pinIssue(world: World, { issue }: PinIssue): Promise<Written> {
  const target = resolveIssue(world, issue);
  if (target === undefined) return { outcome: 'not-tried', detail: 'its issue was not created' };
  try {
    await world.github.graphql(PIN, { issueId: target.id });
    return { outcome: 'done', number: target.number };
  } catch (error) {
    if (isHeld(error)) throw error;
    return { outcome: 'soft', number: target.number, detail: `could not be pinned: ${failureWords(error)}` };
  }
}

const UNPIN = `mutation RelcommsUnpin($issueId: ID!) { unpinIssue(input: { issueId: $issueId }) { issue { number } } }`;

/** Makes room for the next release. */
export async function unpinIssue(world: World, { number, entry }: UnpinIssue): Promise<Written> {
  const target = resolveIssue(world, { number });
  if (target === undefined) return { outcome: 'not-tried', number, detail: 'it is not there' };
  return await holding(world, entry, async () => {
    await world.github.graphql(UNPIN, { issueId: target.id });
    return { outcome: 'done', number };
  });
}
