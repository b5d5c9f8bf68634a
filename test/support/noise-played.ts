// The emails of a scenario as the sandbox plays it: with pull requests, CI, and what its people do by themselves.
import { type Day, type Instant, dayAt, mondayOf } from '../../src/domain/day.ts';
import { readMarkers } from '../../src/text/marker.ts';
import type { Mail } from '../../sandbox/mail/mail.ts';
import { startMachine } from '../../sandbox/machine/machine.ts';
import type { Scenario } from '../../sandbox/scenarios/scenario.ts';
import { lastDay } from '../../sandbox/simulate/span.ts';
import { read } from './world.ts';

export interface PlayedNoise {
  /** Beyond own assignments and answers to commands, of the loudest week of a person: `2020-02-17 mention #1 …`. */
  readonly week: readonly string[];
  readonly loudest: string;
  /** The same without what asks a person for the first time: to approve a pull request, or to look at failing tests. */
  readonly beyondAsks: readonly string[];
  readonly emails: number;
}

/** Plays all of it. The links of the embedded GitHub lead nowhere, since nobody follows them. */
export async function noiseOfPlay(scenario: Scenario): Promise<PlayedNoise> {
  const machine = await startMachine({ origin: 'http://127.0.0.1:1', logLevel: 'fatal' });
  try {
    await machine.reset(scenario);
    const { releases } = read(scenario.config);
    await machine.goTo(lastDay(releases) as Day);
    const mails = machine.state.mails.filter(({ from }) => from.endsWith('[bot]'));
    const counted = mails.filter((mail) => mail.reason !== 'assigned' && !isAnswer(mail));
    const [loudest, week] = loudestOf(counted);
    const [, beyondAsks] = loudestOf(counted.filter((mail) => !isFirstAsk(mail, mails)));
    return { loudest, week, beyondAsks, emails: mails.length };
  } finally {
    await machine.close();
  }
}

function isAnswer({ body }: Mail): boolean {
  return readMarkers(body).some((key) => /\/(?:reply|excuse|why)(?:\/|$)/.test(key));
}

/** The first comment on a pull request, and the issue of failing tests. */
function isFirstAsk(mail: Mail, all: readonly Mail[]): boolean {
  const [key = ''] = readMarkers(mail.body);
  if (/\/case\/[^/]+\/[^/]+$/.test(key)) return true;
  const about = /^[^/]+\/approval\/\d+\//.exec(key)?.[0];
  return (
    about !== undefined &&
    all.find(({ body, to }) => to === mail.to && readMarkers(body)[0]?.startsWith(about)) === mail
  );
}

function loudestOf(mails: readonly Mail[]): [string, string[]] {
  const weeks = new Map<string, string[]>();
  for (const { to, at, reason, number, body } of mails) {
    const day = dayAt(Date.parse(at) as Instant, 'UTC');
    const key = `${to}, week of ${mondayOf(day)}`;
    const line = `${day} ${reason} #${number} ${readMarkers(body).join(' + ')}`;
    weeks.set(key, [...(weeks.get(key) ?? []), line]);
  }
  return [...weeks].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
}
