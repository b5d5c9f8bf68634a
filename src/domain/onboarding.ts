// What a repository without a config shows: everything that a first config is made from, and why there may be none.
import type { Day } from './day.ts';

/** The title of the pull request that proposes a first config. A closed one with another title asks again. */
export const ONBOARDING_TITLE = 'Set up relcomms';

/** Where a config may be, whatever path a run has. */
export const OTHER_CONFIGS = [
  '.github/relcomms.yml',
  '.github/relcomms.yaml',
  'relcomms.yml',
  'relcomms.yaml',
  '.relcomms.yml',
] as const;

/** Files in which teams keep what a release takes. */
export const CHECKLIST_FILES = [
  '.github/ISSUE_TEMPLATE/release.md',
  '.github/ISSUE_TEMPLATE/release-checklist.md',
  '.github/ISSUE_TEMPLATE/release_checklist.md',
  'RELEASE_CHECKLIST.md',
  'RELEASE-CHECKLIST.md',
  'RELEASING.md',
  'RELEASE.md',
  'docs/releasing.md',
  'docs/release.md',
] as const;

/** An open GitHub milestone with a due day. */
export interface SeenMilestone {
  readonly title: string;
  readonly due: Day;
}

/** A text that may hold a release checklist. */
export interface SeenText {
  /** `RELEASING.md`, or `#12` for an issue. */
  readonly place: string;
  readonly text: string;
}

/** A pull request of this repository from the branch of such proposals. */
export interface SeenPull {
  readonly number: number;
  readonly state: 'open' | 'closed' | 'merged';
  readonly title: string;
}

/** All of it comes from outside, and nothing of it is trusted. */
export interface Seen {
  readonly isArchived: boolean;
  readonly isFork: boolean;
  readonly hasIssues: boolean;
  /** No commit yet. */
  readonly isEmpty: boolean;
  readonly defaultBranch: string | undefined;
  /** Login of the account that it belongs to. */
  readonly owner: { readonly login: string; readonly isPerson: boolean };
  /** Paths of configs that are elsewhere than relcomms looks. */
  readonly elsewhere: readonly string[];
  /** Those that are due first come first. */
  readonly milestones: readonly SeenMilestone[];
  /** Tag of the newest release at GitHub. */
  readonly lastTag: string | undefined;
  readonly branches: readonly string[];
  /** CODEOWNERS. */
  readonly owners: SeenText | undefined;
  /** Issues of people with a right here, then files. */
  readonly checklists: readonly SeenText[];
  /** Newest first. */
  readonly pulls: readonly SeenPull[];
  /** A config that is on the branch already, as people left it. */
  readonly kept: string | undefined;
}
