// What can be red: a single test, or a job where no single test tells more.
import { createHash } from 'node:crypto';
import type { TestOutcome } from '../../../domain/test-results.ts';

export interface Subject {
  /** Short, and the same in every report: `t3kX9a0Qz`. */
  readonly id: string;
  readonly kind: 'test' | 'job';
  /** Empty for a job. */
  readonly suite: string;
  /** The class of a test, where its suite says more. */
  readonly class?: string | undefined;
  readonly name: string;
  /** Path of the test's file, where a report tells it. */
  readonly file?: string | undefined;
}

export function testSubject(outcome: TestOutcome): Subject {
  const { suite, name, file } = outcome;
  return { id: testId(suite, name), kind: 'test', suite, class: outcome.class, name, file };
}

export function testId(suite: string, name: string): string {
  return `t${shortHash(`${suite}\n${name}`, 8)}`;
}

export function jobSubject(name: string): Subject {
  return { id: `j${shortHash(name, 8)}`, kind: 'job', suite: '', name };
}

/** `suite/name`: what people read. */
export function fullName({ suite, name }: Pick<Subject, 'suite' | 'name'>): string {
  return suite === '' ? name : `${suite}/${name}`;
}

/** What the patterns of teams are held against: with the way through the suites, and with the class alone. */
export function namesOf(subject: Subject): string[] {
  const whole = fullName(subject);
  return subject.class === undefined ? [whole] : [whole, `${subject.class}/${subject.name}`];
}

/** Letters and digits, as many as asked for: 8 tell 10 000 tests apart. */
export function shortHash(text: string, length: number): string {
  const hash = createHash('sha256').update(text).digest('base64');
  return hash.replaceAll(/[+/=]/g, '').padEnd(length, '0').slice(0, length);
}
