// Who gets 👀 at once: people of the repository always, others once in a while.
import type { Heard } from './heard.ts';

/** GitHub's words for people who belong to the repository; who else has a right is for the run to ask. */
const OF_THE_HOUSE = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);

const MINUTE = 60_000;

/** To all others together, in one repository and minute. */
const MOST_TO_OTHERS = 5;

export type EyesBudget = (heard: Heard) => boolean;

/** Whether the comment gets one. `now` in milliseconds. */
export function startEyesBudget(now: () => number): EyesBudget {
  let shown: { readonly at: number; readonly repository: string; readonly place: string }[] = [];
  return ({ association, author, issue, owner, repo }) => {
    if (OF_THE_HOUSE.has(association)) return true;
    const at = now();
    const repository = `${owner}/${repo}`;
    const place = `${repository}#${issue} ${author}`;
    shown = shown.filter((one) => one.at > at - MINUTE);
    if (shown.some((one) => one.place === place)) return false;
    if (shown.filter((one) => one.repository === repository).length >= MOST_TO_OTHERS) return false;
    shown.push({ at, repository, place });
    return true;
  };
}
