// Who has heard of which pull request, wherever they were told: on it, or in the comment on another one.
import { type Day, type Instant, dayAt } from '../../../domain/day.ts';
import type { Pull } from '../../../domain/pull.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { includesName } from '../../../people/names.ts';
import type { Stage } from './stage.ts';
import { deadlineKey, saidOn, stageKey, wasTold } from './told.ts';

interface Heard {
  /** The deadline that they were told. */
  readonly day: Day;
  readonly at: Instant;
}

/** What was told on other pull requests; by number and name. */
export type Memory = ReadonlyMap<string, readonly Heard[]>;

export function memoryOf(pulls: readonly Pull[]): Memory {
  const memory = new Map<string, Heard[]>();
  for (const { also, at } of pulls.flatMap(saidOn))
    for (const { name, pulls: named } of also)
      for (const { number, day } of named) {
        const key = keyFor(number, name);
        memory.set(key, [...(memory.get(key) ?? []), { day, at }]);
      }
  return memory;
}

/** A pull request that has a deadline. */
export interface Dated {
  readonly pull: Pull;
  readonly release: Release;
  readonly deadline: Milestone;
}

/** Whether they were told since the stage has begun on their clock. */
export function knowsStage(name: string, one: Dated, stage: Stage, zone: string, memory: Memory): boolean {
  const key = stageKey(one.pull, one.release, one.deadline, stage);
  return (
    wasTold(saidOn(one.pull), key, name) ||
    heardElsewhere(name, one, memory).some(({ at }) => dayAt(at, zone) >= stage.day)
  );
}

/** Whether they were ever told of it for this deadline. */
export function knows(name: string, one: Dated, memory: Memory): boolean {
  const key = deadlineKey(one.pull, one.release, one.deadline);
  const here = saidOn(one.pull).some(
    ({ stage, told }) => stage.startsWith(`${key}/`) && (told === undefined || includesName(told, name)),
  );
  return here || heardElsewhere(name, one, memory).length > 0;
}

/** What comments on other pull requests said of it, for this deadline. */
export function heardElsewhere(name: string, { pull, deadline }: Dated, memory: Memory): readonly Heard[] {
  return (memory.get(keyFor(pull.number, name)) ?? []).filter(({ day }) => day === deadline.day);
}

/** When comments on other pull requests told them of it, for any deadline. */
export function heardAnywhere(name: string, { number }: Pull, memory: Memory): readonly Instant[] {
  return (memory.get(keyFor(number, name)) ?? []).map(({ at }) => at);
}

function keyFor(number: number, name: string): string {
  return `${number} ${name.toLowerCase()}`;
}
