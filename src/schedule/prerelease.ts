// Recognises numbered prereleases by id or title, and titles that are about another version.
import type { Milestone } from '../domain/release.ts';

const STAGES = ['alpha', 'beta', 'rc'] as const;

/** A numbered prerelease of this release. `rank` sorts alpha.2 before beta.0 before rc.1. */
export interface Prerelease {
  readonly stage: (typeof STAGES)[number];
  readonly number: number;
  readonly rank: number;
}

type Named = Pick<Milestone, 'id' | 'title'>;

const IN_ID = /^(alpha|beta|rc)[-.]?(\d{1,3})$/;
const IN_TITLE = /^v?\d+\.\d+(?:\.\d+)?-(alpha|beta|rc)\.?(\d{1,3})\b/i;

/**
 * The prerelease that the milestone is, by an id like `rc1` or a title like `1.18.0-rc.1 released`.
 * Milestones merely about one (`rc1-merge`, "Fixes for rc.1") are none, nor is another version's.
 */
export function prereleaseOf({ id, title }: Named, version: string): Prerelease | undefined {
  if (namesOnlyOtherVersions(title, version)) return undefined;
  const match = IN_ID.exec(id) ?? IN_TITLE.exec(title);
  const stage = STAGES.find((name) => name === match?.[1]?.toLowerCase());
  if (match === null || stage === undefined) return undefined;
  const number = Number(match[2]);
  return { stage, number, rank: STAGES.indexOf(stage) * 1000 + number };
}

/** Whether the title speaks of versions, and this release's is not among them: `v1.11.0-alpha.1` in v1.10.0. */
export function namesOnlyOtherVersions(title: string, version: string): boolean {
  const own = version.replace(/^v/i, '');
  const named = [...title.matchAll(/\d+\.\d+(?:\.\d+)*/g)].map(([text]) => text);
  const isOwn = (text: string): boolean =>
    own === text || own.startsWith(`${text}.`) || text.startsWith(`${own}.`);
  return named.length > 0 && !named.some(isOwn);
}
