// The first line of a failing-test issue: the one next step, and whose it is.
import type { Day } from '../../../domain/day.ts';
import { dayWords } from '../../../text/words.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { CaseMemory } from '../case/case-memory.ts';
import { UNOWNED } from '../judge/owner.ts';
import { RUNG_WORDS, ownerWords } from './names.ts';

/** Without a ping: the line of the team has it, which stays as it is. `today` in the release's zone. */
export function nextStep({ kind, members, owner }: CaseFile, memory: CaseMemory, today: Day): string {
  if (kind === 'close') return '**Nothing to do:** this is over.';
  if (memory.state !== 'red' || members.red.length + members.fresh.length === 0)
    return '**Nothing to do now:** wait for the next run of the tests.';
  if (owner.id === UNOWNED)
    return '**Next step for the release leads:** find the team that owns these tests, and comment `/release not-ours TEAM`.';
  return `**Next step for ${ownerWords(owner)}${helpers(memory)}:** ${orderFor(memory, today)}`;
}

/** Whoever was asked in place of a silent team has the next step as well. */
function helpers({ rung, eta }: CaseMemory): string {
  return rung === undefined || eta !== undefined ? '' : ` and ${RUNG_WORDS[rung.name]}`;
}

function orderFor({ eta }: CaseMemory, today: Day): string {
  if (eta === undefined)
    return 'comment with the day of the fix, `/release eta DAY`, or pass this on, `/release not-ours TEAM`.';
  return eta.day < today
    ? `the expected fix date (${dayWords(eta.day)}) has passed: comment with a new one, \`/release eta DAY\`.`
    : `fix this by ${dayWords(eta.day)}.`;
}
