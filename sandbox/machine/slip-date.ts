// Moves a date in the config, as `relcomms slip --write` does, and commits it as the person.
import { spliceDays } from '../../src/config/splice-day.ts';
import { readReason } from '../../src/config/splice-reason.ts';
import { type Day, instantOf, parseDay } from '../../src/domain/day.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { ScheduleSpec } from '../../src/domain/spec.ts';
import { CONFIG_PATH } from '../../src/github/config/read-config.ts';
import { prepareAt } from '../../src/run/reconcile.ts';
import { SLIP_FORMS, slipDay } from '../../src/schedule/slip-amount.ts';
import { findMilestone, findUndated } from '../../src/schedule/slip-find.ts';
import { slip } from '../../src/schedule/slip.ts';
import type { Person } from '../../packages/embedded-github/src/index.ts';
import { REPOSITORY } from '../scenarios/repository.ts';
import type { ActOrder } from './act-order.ts';

type SlipOrder = ActOrder & { action: 'slip' };

/** Throws in words when the date can't be moved there. */
export async function slipDate(person: Person, order: SlipOrder, today: Day): Promise<void> {
  const { text, title, to } = withSlip(await readConfig(person), order, today);
  const reason = order.because?.trim() ?? '';
  const message = `Move ${title} of ${order.release} to ${to}${reason === '' ? '' : `\n\n${reason}`}`;
  await person.putFile(CONFIG_PATH, text, message);
}

function withSlip(
  text: string,
  { release: version, milestone, to: when, because: words }: SlipOrder,
  today: Day,
): { text: string; title: string; to: Day } {
  const noon = instantOf(today, '12:00', 'UTC');
  const prepared = prepareAt(text, noon);
  if ('problems' in prepared) throw new Error('The config has errors. Fix them first.');
  const { schedule } = prepared.config;
  const { title, to } = target(schedule, version, milestone, when);
  const because = reasonOf(words);
  const table = slip(schedule, { version, moves: [{ milestone, to }], today, because });
  if ('code' in table) throw refusal(table);
  const spliced = spliceDays(text, table.edits);
  if ('problem' in spliced) throw refusal(spliced.problem);
  const after = prepareAt(spliced.text, noon);
  if ('problems' in after && after.problems[0] !== undefined) throw refusal(after.problems[0]);
  return { text: spliced.text, title, to };
}

/** What has no day yet is given its first one. */
function target(
  schedule: ScheduleSpec,
  version: string,
  milestone: string,
  when: string,
): { readonly title: string; readonly to: Day } {
  const undated = findUndated(schedule, version, milestone);
  const first = undated && parseDay(when.trim());
  if (undated !== undefined && first !== undefined) return { title: undated.title, to: first };
  if (undated !== undefined)
    throw new Error(
      `"${milestone}" has no day yet, and "${when}" is not one. Write a day such as 2026-11-17.`,
    );
  const found = findMilestone(schedule, version, milestone);
  if ('code' in found) throw refusal(found);
  const to = slipDay(when, found.milestone.day, schedule.holidays);
  if (to === undefined) throw new Error(`"${when}" is no day. Write ${SLIP_FORMS}.`);
  return { title: found.milestone.title, to };
}

function reasonOf(words: string | undefined): string | undefined {
  if (words === undefined || words.trim() === '') return undefined;
  const read = readReason(words);
  if ('problem' in read) throw refusal(read.problem);
  return read.reason;
}

function refusal({ message, fix }: Problem): Error {
  return new Error(`${message} ${fix}`);
}

async function readConfig(person: Person): Promise<string> {
  const { json } = await person.request('GET', `${REPOSITORY.path}/contents/${CONFIG_PATH}`);
  const { content } = (json ?? {}) as { content?: unknown };
  return typeof content === 'string' ? Buffer.from(content, 'base64').toString('utf8') : '';
}
