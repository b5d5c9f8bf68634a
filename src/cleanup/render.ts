// The words of a cleanup: what stays, what could not be read, and why anything goes.
import { listWords } from '../text/words.ts';

/** So many numbers are named. */
const MOST = 3;

export const render = {
  why: () => 'relcomms is removed from this repository',
  issues: () => 'The issues of relcomms, their pins and messages',
  pins: () => 'Pinned issues',
  labels: () => 'Labels',
  milestones: () => 'GitHub milestones',
  pulls: () => 'Comments and labels on pull requests, and pull requests of relcomms',
  branches: () => 'Branches of relcomms',
  issue: (number: number) => `#${number}`,
  label: (name: string) => `The label ${name}`,
  branch: (name: string) => `The branch ${name}`,
  comments: (number: number) => `Comments on #${number}`,
  issuesUnknown: () => 'the issues of relcomms could not be read',
  usedOn: (numbers: readonly number[]) => {
    const more = numbers.length - MOST;
    const named = numbers.slice(0, MOST).map((number) => `#${number}`);
    return `people use it on ${listWords(more > 0 ? [...named, `${more} more`] : named)}`;
  },
  unclaimed: () => 'nothing carries it, so nobody can tell who created it',
};
