// The registry: every fact, one line each. A later one may build on what those before it found.
import { assignable } from './assignable.ts';
import { blockers } from './blockers.ts';
import { books } from './books.ts';
import { branchOwners } from './branch-owners.ts';
import { branches } from './branches.ts';
import { branchTests } from './branch-tests/index.ts';
import { commands } from './commands/index.ts';
import { comparisons } from './comparisons.ts';
import { copies } from './copies.ts';
import { elsewhere } from './elsewhere/index.ts';
import { evidence } from './evidence.ts';
import { candidates } from './candidates.ts';
import type { AnyFact } from './fact.ts';
import { files } from './files.ts';
import { githubMilestones } from './github-milestones.ts';
import { labels } from './labels.ts';
import { ownIssues } from './own-issues/index.ts';
import { pins } from './pins.ts';
import { publications } from './publications.ts';
import { pulls } from './pulls/index.ts';
import { seen } from './seen.ts';
import { slipPulls } from './slip-pulls.ts';
import { teamMentions } from './team-mentions.ts';
import { testPages } from './test-pages.ts';
import { votes } from './votes.ts';

/** In the order in which they are read. */
export const FACTS: readonly AnyFact[] = [
  pins,
  ownIssues,
  slipPulls,
  labels,
  githubMilestones,
  assignable,
  branchOwners,
  branches,
  pulls,
  teamMentions,
  commands,
  blockers,
  publications,
  evidence,
  elsewhere,
  files,
  comparisons,
  books,
  branchTests,
  seen,
  votes,
  copies,
  candidates,
  testPages,
];
