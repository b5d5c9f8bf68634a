// What can be red: a single test, or a job where no single test tells more.
import { createHash } from 'node:crypto';
import type { TestOutcome } from '../../../domain/test-results.ts';

export interface Subject {
  /** Short, and the same in every report: `t3kX9a0Qz`. */
  readonly id: string;
  readonly kind: 'test' | 'job';
  /** Empty for a job. */
  readonly suite: string;
  readonly name: string;
  /** Path of the test's file, where a report tells it. */
  readonly file?: string | undefined;
}

export function testSubject({ suite, name, file }: TestOutcome): Subject {
  return { id: `t${shortHash(`${suite}\n${name}`, 8)}`, kind: 'test', suite, name, file };
}

export function jobSubject(name: string): Subject {
  return { id: `j${shortHash(name, 8)}`, kind: 'job', suite: '', name };
}

/** `suite/name`: what people read, and what the patterns of teams are held against. */
export function fullName({ suite, name }: Pick<Subject, 'suite' | 'name'>): string {
  return suite === '' ? name : `${suite}/${name}`;
}

/** Letters and digits, as many as asked for: 8 tell 10 000 tests apart. */
export function shortHash(text: string, length: number): string {
  const hash = createHash('sha256').update(text).digest('base64');
  return hash.replaceAll(/[+/=]/g, '').padEnd(length, '0').slice(0, length);
}
