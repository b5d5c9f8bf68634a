// What a case file has to remember from run to run: it stands hidden at the end of its words.
import {
  type Fields,
  countIn,
  fieldsOf,
  instantIn,
  pointAt,
  textAt,
  textsAt,
} from '../history/row-fields.ts';
import type { Point } from '../history/test-record.ts';
import { type Day, type Instant, parseDay } from '../../../domain/day.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { hiddenData, readHiddenData } from '../../../memory/hidden-data.ts';
import { ownerInKey } from './keys.ts';

/** Who is asked when the team is silent, in this order. */
export const RUNGS = ['lead', 'leads', 'scrum-masters'] as const;

export type Rung = (typeof RUNGS)[number];

/** When it will be mended, as somebody said. */
export interface Eta {
  readonly day: Day;
  readonly by: string;
  readonly because?: string | undefined;
  /** When it was asked about, since it had passed. */
  readonly asked?: Instant | undefined;
}

export interface Progress {
  readonly text: string;
  readonly by: string;
  readonly at: Instant;
}

export interface CaseMemory {
  /** Id of the owner. */
  readonly owner: string;
  /** Outages of this case file, counted from 1. */
  readonly turn: number;
  readonly state: 'red' | 'green';
  /** The first red commit of this outage. */
  readonly since: Point;
  readonly lastGood?: Point | undefined;
  /** When the case file was opened for it. */
  readonly redAt: Instant;
  /** Ids of all tests and jobs that have belonged to it. */
  readonly tests: readonly string[];
  readonly eta?: Eta | undefined;
  readonly progress?: Progress | undefined;
  /** When somebody gave a command last. */
  readonly heardAt?: Instant | undefined;
  /** Who was asked last, when, and whether by assigning them: without a comment. */
  readonly rung?:
    | { readonly name: Rung; readonly at: Instant; readonly assigned?: true | undefined }
    | undefined;
}

/** Tests of one case file that are remembered. */
export const MOST_TESTS = 500;

export function writeMemory(memory: CaseMemory): string {
  const { since, lastGood, tests, ...rest } = memory;
  return hiddenData('case', {
    ...rest,
    since: [since.commit, since.at],
    ...(lastGood === undefined ? {} : { good: [lastGood.commit, lastGood.at] }),
    tests: tests.slice(0, MOST_TESTS).join(' '),
  });
}

/** What the words of a case file remember; what people broke begins anew with what its key says. */
export function readMemory({ body, ownBody, key, createdAt }: OwnIssue): CaseMemory {
  const data = fieldsOf(readHiddenData(ownBody ?? body, 'case'));
  const rung = fieldsOf(data['rung']);
  const name = RUNGS.find((one) => one === rung['name']);
  const rungAt = instantIn(rung, 'at');
  return {
    owner: textAt(data, 'owner') ?? ownerInKey(key),
    turn: countIn(data, 'turn', 1) ?? 1,
    state: data['state'] === 'green' ? 'green' : 'red',
    since: pointAt(data, 'since') ?? { commit: key.split('/').at(-1) ?? '', at: createdAt },
    lastGood: pointAt(data, 'good'),
    redAt: instantIn(data, 'redAt') ?? createdAt,
    tests: textsAt(data, 'tests'),
    eta: readEta(fieldsOf(data['eta'])),
    progress: readProgress(fieldsOf(data['progress'])),
    heardAt: instantIn(data, 'heardAt'),
    rung:
      name === undefined || rungAt === undefined
        ? undefined
        : { name, at: rungAt, ...(rung['assigned'] === true ? { assigned: true } : {}) },
  };
}

function readEta(eta: Fields): Eta | undefined {
  const day = parseDay(textAt(eta, 'day') ?? '');
  const by = textAt(eta, 'by');
  if (day === undefined || by === undefined) return undefined;
  return { day, by, because: textAt(eta, 'because'), asked: instantIn(eta, 'asked') };
}

function readProgress(progress: Fields): Progress | undefined {
  const [text, by] = [textAt(progress, 'text'), textAt(progress, 'by')];
  const at = instantIn(progress, 'at');
  return text === undefined || by === undefined || at === undefined ? undefined : { text, by, at };
}
