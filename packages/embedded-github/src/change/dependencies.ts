// What an issue waits for: at most fifty others, and never itself in a circle.
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';

const MOST_BLOCKERS = 50;

export function addBlocker(world: World, issue: Issue, blocker: Issue): void {
  if (issue.blockedBy.includes(blocker))
    throw Refusal.unprocessable('Issue is already blocked by this issue');
  if (issue === blocker || waitsFor(blocker, issue))
    throw Refusal.unprocessable('Issue cannot be blocked by an issue that it blocks');
  if (issue.blockedBy.length >= MOST_BLOCKERS)
    throw Refusal.unprocessable(`Issue cannot be blocked by more than ${MOST_BLOCKERS} issues`);
  issue.blockedBy.push(blocker);
  issue.updatedAt = world.now();
}

export function removeBlocker(world: World, issue: Issue, blocker: Issue): void {
  const at = issue.blockedBy.indexOf(blocker);
  if (at < 0) throw Refusal.notFound();
  issue.blockedBy.splice(at, 1);
  issue.updatedAt = world.now();
}

/** Whether it waits for the other, or for one that does. */
function waitsFor(issue: Issue, other: Issue): boolean {
  const open = [issue];
  const seen = new Set(open);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === other) return true;
    for (const one of next.blockedBy) {
      if (seen.has(one)) continue;
      seen.add(one);
      open.push(one);
    }
  }
  return false;
}
