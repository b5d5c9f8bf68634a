// When a person will be reminded next, if nothing changes until then.
import { type Instant, addDays, dayAt, instantOf } from '../../../domain/day.ts';
import { whoFor } from './due.ts';
import type { ApprovalsInput } from '../input.ts';
import { isInDigest } from './by-digest.ts';
import { type Memory, knowsStage } from './memory.ts';
import { includesName } from '../../../people/names.ts';
import { dueStage, sinceWhen, stagesOf } from './stage.ts';
import type { Judged } from '../judge/verdict.ts';
import { nextAtWork } from '../../../people/working-time.ts';
import { workingTimeOf } from './working-time-of.ts';

/** `held` says that a ceiling keeps it back today. Undefined when none is left before the deadline. */
export function nextReminder(
  name: string,
  one: Judged,
  held: boolean,
  input: ApprovalsInput,
  memory: Memory,
): Instant | undefined {
  const { pull, release, deadline } = one;
  if (release === undefined || deadline === undefined) return undefined;
  if (isInDigest(name, one, memory, input)) return undefined;
  const time = workingTimeOf(name, input);
  const stages = stagesOf(deadline, input.config.remind, input.source.spec.holidays);
  const since = sinceWhen(one, time.zone);
  const today = dayAt(input.now, time.zone);
  const lastDay = dayAt(deadline.deadline, time.zone);
  for (let day = held ? addDays(today, 1) : today; day <= lastDay; day = addDays(day, 1)) {
    const stage = dueStage(stages, day, since);
    if (stage === undefined || !includesName(whoFor(one, stage), name)) continue;
    if (knowsStage(name, { pull, release, deadline }, stage, time.zone, memory)) continue;
    const begin = Math.max(input.now, instantOf(day, '00:00', time.zone)) as Instant;
    const at = nextAtWork(begin, time);
    if (at !== undefined && dayAt(at, time.zone) === day && at < deadline.deadline) return at;
  }
  return undefined;
}
