// A crowd of open pull requests, one run over all of them, and everything that has to hold afterwards.
import { crowd, crowdExpects, crowdLabels, crowdSeed, CROWD_NOW, CROWD_WEEK } from './pull-crowd.ts';
import { crowdForgotten, crowdMails } from './pull-crowd-mails.ts';
import { expectNoViolations, startTestGitHub } from './github.ts';
import { instant, runWithAppToken, writesSince } from './runs.ts';
import { repository } from './tracking.ts';

const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'acme/api'];

/** Requests for the token itself. */
const TOKEN = 1;

/**
 * Exactly those show that they wait which do; nobody gets more mails than the ceiling, nobody is told of what is none
 * of theirs, nobody stays untold while a comment could have told them; and a second run is cheap and writes nothing.
 */
export async function expectCrowd(size: number): Promise<void> {
  const pulls = crowd(size, 20261020);
  const now = instant(CROWD_NOW);
  const github = await startTestGitHub({ seed: crowdSeed(pulls), now: () => now });
  try {
    await runWithAppToken(github, now);
    const labelled = repository(github).issues.filter(({ labels }) => labels.includes('needs-approval'));
    expect(labelled.map(({ number }) => number)).toEqual(
      pulls.flatMap((one, index) => (crowdLabels(one) ? [index + 1] : [])),
    );

    const expected = pulls
      .map((one, index) => [index + 1, crowdExpects(one)] as const)
      .filter(([, names]) => names.length > 0);
    expect(expected.length).toBeGreaterThan(size / 10);
    const mails = crowdMails(github, pulls);
    const waiting = new Set(expected.map(([number]) => number));
    expect(mails.filter(({ pull }) => !waiting.has(pull))).toEqual([]);
    expect(
      mails.flatMap(({ names }) => PEOPLE.flatMap(names)).filter((number) => !waiting.has(number)),
    ).toEqual([]);
    for (const person of PEOPLE)
      expect(mails.filter(({ to }) => to.includes(person)).length).toBeLessThanOrEqual(CROWD_WEEK);
    expect(crowdForgotten(mails, pulls, expected, CROWD_WEEK)).toEqual([]);
    // Everybody for whom something waits has heard of something.
    const asked = new Set(expected.flatMap(([, names]) => names).filter((name) => PEOPLE.includes(name)));
    expect(mails.flatMap(({ to }) => to)).toEqual(expect.arrayContaining([...asked]));

    const from = github.journal.length;
    const run = await runWithAppToken(github, now);
    expect(run.kind === 'applied' && run.plan.unknown).toEqual([]);
    expect(writesSince(github, from)).toEqual([]);
    // Config and look, one for every fifty, and one for every twenty whose failing checks only rulesets may require.
    expect(github.journal.length - from - TOKEN).toBeLessThanOrEqual(2 + size / 50 + size / 100);
    expectNoViolations(github);
  } finally {
    await github.close();
  }
}
