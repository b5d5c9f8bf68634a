// The reasons for everything that is, or is not, said on a pull request, in the order of the rules.
import { formatInstant } from '../../../domain/day.ts';
import type { ApprovalsInput } from '../input.ts';
import { type Memory, memoryOf } from '../remind/memory.ts';
import { includesName, kindOf, sameName } from '../../../people/names.ts';
import { isInDigest } from '../remind/by-digest.ts';
import { nextReminder } from '../remind/next-reminder.ts';
import type { Reason } from '../judge/reason.ts';
import type { Reminder } from '../remind/reminders.ts';
import { reasons } from '../judge/render-reasons.ts';
import type { Judged } from '../judge/verdict.ts';
import { workingTimeOf } from '../remind/working-time-of.ts';

/** Release, deadline, what stands in the way, people and rules, for each person asked the next reminder, and who is not asked since they want none. */
export function explain(
  judged: Judged,
  reminder: Reminder | undefined,
  input: ApprovalsInput,
): readonly Reason[] {
  const { verdict, release } = judged;
  if (verdict.kind !== 'waiting') return judged.reasons;
  const memory = memoryOf(input.observed.pulls);
  return [
    ...judged.reasons,
    ...verdict.pending.asks.flatMap(({ name, quiet }) =>
      reminderReasons(name, quiet, judged, reminder, input, memory),
    ),
    ...verdict.pending.others
      .filter((name) => input.isQuiet(name, release?.version ?? ''))
      .map((name) => reasons.wantsNone(name)),
  ];
}

function reminderReasons(
  name: string,
  quiet: boolean,
  judged: Judged,
  reminder: Reminder | undefined,
  input: ApprovalsInput,
  memory: Memory,
): Reason[] {
  if (kindOf(name) === 'address') return [reasons.noAccount(name)];
  if (quiet) return [reasons.wantsNone(name)];
  if (reminder !== undefined && includesName(reminder.names, name)) return [reasons.now(name)];
  const told = reminder?.elsewhere.find((one) => sameName(one.name, name));
  if (told !== undefined) return [reasons.elsewhere(name, told.on)];
  const held = reminder?.held.find((one) => one.name === name);
  if (isInDigest(name, judged, memory, input)) return [reasons.inDigest(name)];
  const next = nextReminder(name, judged, held !== undefined, input, memory);
  const { zone } = workingTimeOf(name, input);
  const when = next === undefined ? '' : `${formatInstant(next, zone, 'ddd D MMM YYYY HH:mm')} ${zone}`;
  return [
    ...(held === undefined ? [] : [reasons.held[held.by](name)]),
    next === undefined ? reasons.noneLeft(name) : reasons.notYet(name, when),
  ];
}
