// The control calls: everything that a button of the page does, one entry each.
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { type Day, daysBetween, parseDay } from '../../src/domain/day.ts';
import { actOrder } from '../machine/act-order.ts';
import { faultsOrder } from '../machine/faults.ts';
import type { Machine } from '../machine/machine.ts';
import { SCENARIOS } from '../scenarios/index.ts';
import { readOrder } from './read-order.ts';
import { type Reply, failure, json } from './reply.ts';

/** Further ahead nothing of a cycle is left, and each day takes its time. */
const MOST_DAYS = 400;

const clockOrder = z.union(
  [
    z.strictObject({ day: z.string() }),
    z.strictObject({ days: z.number().int().min(1).max(MOST_DAYS) }),
    z.strictObject({ until: z.literal('event') }),
  ],
  { error: `give {"day": "YYYY-MM-DD"}, {"days": 1 to ${MOST_DAYS}} or {"until": "event"}` },
);

const resetOrder = z.strictObject({
  scenario: z.string().optional(),
  config: z.string().max(65_536).optional(),
});

type Call = (machine: Machine, request: IncomingMessage) => Promise<Reply>;

export const CONTROL_CALLS: Readonly<Record<string, Call>> = {
  '/control/clock': call(clockOrder, turnClock),
  '/control/act': call(actOrder, async (machine, order) => {
    if (!machine.state.people.includes(order.as))
      return failure(422, `${order.as} is not one of ${machine.state.people.join(', ')}.`);
    return attempt(machine, () => machine.act(order));
  }),
  '/control/faults': call(faultsOrder, (machine, order) => attempt(machine, () => machine.setFaults(order))),
  '/control/reset': call(resetOrder, reset),
};

function call<T>(schema: z.ZodType<T>, work: (machine: Machine, order: T) => Promise<Reply>): Call {
  return async (machine, request) => {
    const read = await readOrder(request, schema);
    return read.ok ? work(machine, read.order) : read.refusal;
  };
}

async function turnClock(machine: Machine, order: z.infer<typeof clockOrder>): Promise<Reply> {
  const { today, nextEvent } = machine.state.clock;
  if ('days' in order) return attempt(machine, () => machine.goOn(order.days));
  const day: Day | undefined = 'day' in order ? parseDay(order.day) : nextEvent?.day;
  if (day === undefined)
    return 'day' in order
      ? failure(400, `"${order.day}" is not a day; write YYYY-MM-DD.`)
      : failure(422, 'Nothing more is due.');
  if (daysBetween(today, day) > MOST_DAYS)
    return failure(422, `At most ${MOST_DAYS} days ahead in one call.`);
  return attempt(machine, () => machine.goTo(day));
}

async function reset(machine: Machine, { scenario, config }: z.infer<typeof resetOrder>): Promise<Reply> {
  // Starting over keeps a config that was pasted.
  if (scenario === undefined && config === undefined)
    return attempt(machine, () => machine.reset(machine.state.scenario));
  const id = scenario ?? 'your-config';
  const found = SCENARIOS.find((candidate) => candidate.id === id);
  if (found === undefined)
    return failure(422, `No scenario ${id}; there are ${SCENARIOS.map((known) => known.id).join(', ')}.`);
  return attempt(machine, () => machine.reset(config === undefined ? found : { ...found, config }));
}

/** GitHub's own words when it was GitHub that refused. */
function refusalWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  const [, status, message] = /^\S+ \S+: (\d{3}) .*?"message":"([^"]*)"/.exec(words) ?? [];
  return status === undefined ? words : `GitHub refuses it: ${message} (${status})`;
}

/** What the person may not do, GitHub's refusal included, is the caller's to know, not a fault of the server. */
async function attempt(machine: Machine, work: () => Promise<void>): Promise<Reply> {
  try {
    await work();
  } catch (error) {
    return failure(422, refusalWords(error));
  }
  const { version, clock } = machine.state;
  return json(200, { version, day: clock.today });
}
