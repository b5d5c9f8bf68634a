// Names of messages before deadlines, which say what each of them tells.
import type { Day } from '../domain/day.ts';

/** One deadline at one stage before it. */
export interface DueName {
  readonly milestone: string;
  readonly day: Day;
  /** `1-weeks`. */
  readonly stage: string;
}

const SEVERAL = 'due/several/';

/** `due/rc1/2026-11-10/1-weeks`, or `due/several/rc1~2026-11-10~1-weeks.code-freeze~…`. */
export function dueName(told: readonly [DueName, ...DueName[]]): string {
  const [first, ...more] = told;
  if (more.length === 0) return `due/${first.milestone}/${first.day}/${first.stage}`;
  return `${SEVERAL}${told.map(partOf).join('.')}`;
}

/** What a message about several deadlines tells, as `partOf` writes it; nothing for other names. */
export function partsOf(name: string): readonly string[] {
  const parts = name.startsWith(SEVERAL) ? name.slice(SEVERAL.length) : '';
  return parts === '' || parts.includes('/') ? [] : parts.split('.');
}

/** Ids have neither `~` nor `.`. */
export function partOf({ milestone, day, stage }: DueName): string {
  return `${milestone}~${day}~${stage}`;
}
