// What the record of test environments keeps: when each was ready, who confirmed, how it ended, and who let a candidate through.
import * as z from 'zod';
import type { Instant } from '../../domain/day.ts';
import type { OwnIssue, RecordRows } from '../../domain/observed.ts';

const instant = z.number().transform((at) => at as Instant);

const ready = z.object({
  at: instant,
  by: z.enum(['command', 'deployment', 'check']),
  /** Login of who said so. */
  who: z.string().optional(),
  url: z.string().optional(),
  /** Of the deployment. */
  id: z.string().optional(),
});

const environment = z.object({
  ready: ready.optional(),
  /** Absent `who`: by a reaction on Slack. */
  confirmed: z.array(z.object({ team: z.string(), who: z.string().optional(), at: instant })),
  /** It has answered once. */
  answered: z.literal(true).optional(),
  /** Since when it has not answered. */
  failing: instant.optional(),
  /** It never answered, so it is not watched. */
  unreached: z.literal(true).optional(),
  ended: z.object({ how: z.enum(['gone', 'down']), at: instant, who: z.string().optional() }).optional(),
});

const override = z.object({ by: z.string(), because: z.string(), at: instant });

const gate = z.object({
  allowed: override.optional(),
  /** The pull request that was its candidate last. */
  pull: z.number().optional(),
});

export type Ready = z.infer<typeof ready>;
export type EnvironmentRow = z.infer<typeof environment>;
export type GateRow = z.infer<typeof gate>;

export interface EnvironmentMemory {
  /** By name. */
  readonly environments: Readonly<Record<string, EnvironmentRow>>;
  /** By id of the milestone. */
  readonly gates: Readonly<Record<string, GateRow>>;
}

/** Name of the record on the tracking issue. */
export const RECORD = 'environments';

const NONE: EnvironmentRow = { confirmed: [] };

export function memoryIn(tracking: Pick<OwnIssue, 'records'> | undefined): EnvironmentMemory {
  return readMemory(tracking?.records?.find(({ name }) => name === RECORD)?.rows ?? {});
}

/** What can't be read counts as not there: nothing is ready then, and nothing may be merged. */
export function readMemory(rows: RecordRows): EnvironmentMemory {
  return { environments: within(rows, 'environment/', environment), gates: within(rows, 'gate/', gate) };
}

function within<T>(rows: RecordRows, prefix: string, shape: z.ZodType<T>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(rows).flatMap(([key, row]): [string, T][] => {
      const read = key.startsWith(prefix) ? shape.safeParse(row) : undefined;
      return read?.success === true ? [[key.slice(prefix.length), read.data]] : [];
    }),
  );
}

export function rowsOfMemory({ environments, gates }: EnvironmentMemory): RecordRows {
  return Object.fromEntries([
    ...Object.entries(environments)
      .filter(([, row]) => row.ready !== undefined)
      .map(([name, row]) => [`environment/${name}`, row]),
    ...Object.entries(gates).map(([id, row]) => [`gate/${id}`, row]),
  ]);
}

export function rowOf(name: string, { environments }: EnvironmentMemory): EnvironmentRow {
  return Object.hasOwn(environments, name) ? (environments[name] ?? NONE) : NONE;
}

export function gateOf(id: string, { gates }: EnvironmentMemory): GateRow {
  return Object.hasOwn(gates, id) ? (gates[id] ?? {}) : {};
}
