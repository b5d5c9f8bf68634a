// What a crowd of pull requests may cost people, by brute force from what stands there: who got which mail, and what it names.
import type { EmbeddedGitHub, PullSeed } from '../../packages/embedded-github/src/index.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import { repository } from './tracking.ts';

/** A comment of ours, who got a mail of it, and what it names to whom. */
export interface CrowdMail {
  readonly pull: number;
  readonly mentions: readonly string[];
  readonly to: readonly string[];
  /** Numbers by name: those of the list, and its own for everybody. */
  readonly names: (name: string) => readonly number[];
}

/** Who gets a mail when somebody writes there. A team counts as one: the token of a workflow does not see who is in it. */
export function crowdReaders(one: PullSeed): readonly string[] {
  const teams = (one.teams ?? []).map((slug) => `acme/${slug}`);
  return [one.author, ...(one.people ?? []), ...teams, ...(one.reviews ?? []).map(({ author }) => author)];
}

export function crowdMails(github: EmbeddedGitHub, pulls: readonly PullSeed[]): CrowdMail[] {
  return repository(github).issues.flatMap(({ number, pull, comments }) => {
    const body = comments.find(({ author }) => author.includes('[bot]'))?.body;
    const seed = pulls[number - 1];
    if (!pull || body === undefined || seed === undefined) return [];
    const mentions = mentionsIn(body);
    const lists = [...body.matchAll(/^- @?(\S+): (?:#|in place).*$/gm)].map(
      ([line, name]) => [name, [...line.matchAll(/#(\d+)/g)].map(([, found]) => Number(found))] as const,
    );
    return [
      {
        pull: number,
        mentions,
        to: [...new Set([...crowdReaders(seed), ...mentions])],
        names: (name: string) => [number, ...lists.flatMap(([of, numbers]) => (of === name ? numbers : []))],
      },
    ];
  });
}

/** Names, of those who wait to be told, for whom a comment somewhere would still have been below the ceiling. */
export function crowdForgotten(
  mails: readonly CrowdMail[],
  pulls: readonly PullSeed[],
  expected: readonly (readonly [number, readonly string[]])[],
  week: number,
): string[] {
  const isFull = (person: string): boolean => mails.filter(({ to }) => to.includes(person)).length >= week;
  return expected.flatMap(([number, names]) =>
    names
      .filter((name) => {
        const isTold = mails.some(
          ({ to, names: named }) => to.includes(name) && named(name).includes(number),
        );
        const seed = pulls[number - 1];
        const way = seed === undefined ? [] : [...crowdReaders(seed), name];
        return !isTold && !way.some(isFull) && !mails.some(({ pull }) => pull === number);
      })
      .map((name) => `${name} of #${number}`),
  );
}
