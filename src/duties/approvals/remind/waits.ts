// Which pull request still waits for whom: what a comment tells beside is shown only as long as it is so.
import type { Judged } from '../judge/verdict.ts';

/** `instead`: others are asked, and this person could approve in their place. */
export type Waiting = 'asked' | 'instead';

/** By number and name in small letters. */
export type Waits = ReadonlyMap<string, Waiting>;

export function waitsOf(judged: readonly Judged[]): Waits {
  return new Map(judged.flatMap(entriesOf));
}

export function waitsFor(name: string, number: number, waits: Waits): Waiting | undefined {
  return waits.get(keyFor(name, number));
}

function entriesOf({ verdict, pull }: Judged): [string, Waiting][] {
  if (verdict.kind === 'with-author') return [[keyFor(pull.author.login, pull.number), 'asked']];
  if (verdict.kind !== 'waiting') return [];
  const { asks, others } = verdict.pending;
  const asked = asks.flatMap(({ name, lead }) => (lead === undefined ? [name] : [name, lead]));
  return [
    ...others.map((name): [string, Waiting] => [keyFor(name, pull.number), 'instead']),
    ...asked.map((name): [string, Waiting] => [keyFor(name, pull.number), 'asked']),
  ];
}

function keyFor(name: string, number: number): string {
  return `${number} ${name.toLowerCase()}`;
}
