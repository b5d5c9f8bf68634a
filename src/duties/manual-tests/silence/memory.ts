// What an issue about silent testers remembers: who was asked, when, and how.
import { type Day, parseDay } from '../../../domain/day.ts';
import { isLogin } from '../../../domain/login.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { hiddenData, readHiddenData } from '../../../memory/hidden-data.ts';
import { keyOf } from '../../../text/marker.ts';
import type { Rung } from './ladder.ts';

const RUNGS: readonly Rung[] = ['tester', 'lead', 'leads'];

const HOWS = ['opened', 'assigned', 'comment'] as const;

/** By the words of the new issue, by assigning it, or by a comment where GitHub doesn't let them be assigned. */
export type How = (typeof HOWS)[number];

export interface Asked {
  readonly login: string;
  readonly rung: Rung;
  readonly day: Day;
  readonly how: How;
}

/** People that are remembered. */
const MOST = 300;

/** `1.10.0/manual-silence/rc1` */
export function silenceKey({ version }: Pick<Release, 'version'>, candidate: string): string {
  return keyOf(version, 'manual-silence', candidate);
}

/** What the keys of all of a release begin with. */
export function silencePrefix({ version }: Pick<Release, 'version'>): string {
  return `${keyOf(version, 'manual-silence')}/`;
}

export function writeAsked(asked: readonly Asked[]): string {
  return hiddenData(
    'asked',
    asked.slice(0, MOST).map(({ login, rung, day, how }) => [login, rung, day, how].join(' ')),
  );
}

/** What somebody else wrote there counts for nothing. */
export function readAsked({ body, ownBody }: Pick<OwnIssue, 'body' | 'ownBody'>): readonly Asked[] {
  const lines = readHiddenData(ownBody ?? body, 'asked');
  if (!Array.isArray(lines)) return [];
  return lines.slice(0, MOST).flatMap((line: unknown): Asked[] => {
    if (typeof line !== 'string') return [];
    const [login = '', ...words] = line.split(' ');
    const rung = RUNGS.find((one) => one === words[0]);
    const day = parseDay(words[1] ?? '');
    const how = HOWS.find((one) => one === words[2]);
    if (!isLogin(login) || rung === undefined || day === undefined || how === undefined) return [];
    return [{ login, rung, day, how }];
  });
}
