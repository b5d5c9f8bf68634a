// What people and CI do before a run of a random cycle: dates move, pull requests come and are approved, tasks get done.
import { type Day, type Instant, addDays } from '../../../src/domain/day.ts';
import type { EmbeddedGitHub } from '../../../packages/embedded-github/src/index.ts';
import { repository } from '../tracking.ts';
import { askedOf, branchOf, dayOf } from './config-text.ts';
import type { Cycle, Hour } from './cycle.ts';
import { moved } from './moved-config.ts';
import type { Happened } from './play.ts';
import { MAINTAINER, folderOf } from './seed.ts';

export interface Moment {
  readonly github: EmbeddedGitHub;
  readonly cycle: Cycle;
  readonly happened: Happened;
  readonly today: Day;
  readonly hour: Hour;
  readonly now: Instant;
}

export async function act(moment: Moment): Promise<void> {
  await slipDates(moment);
  await openPulls(moment);
  if (moment.hour === 'early') return runCi(moment);
  await approve(moment);
  await doTasks(moment);
  await answerForTeams(moment);
  await publish(moment);
}

async function slipDates({ github, cycle, happened, today, hour, now }: Moment): Promise<void> {
  for (const slip of cycle.slips.filter((one) => dayOf(one.on) === today && one.hour === hour)) {
    const before = happened.configs.at(-1);
    const after = before && moved(cycle, before, slip, today);
    if (after === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- one change builds on the other
    await github.as(MAINTAINER).putFile('.github/relcomms.yml', after.text, 'Move a date');
    happened.configs.push({ ...after, at: now });
  }
}

async function openPulls({ github, cycle, happened, today, hour, now }: Moment): Promise<void> {
  for (const pull of cycle.pulls.filter((one) => dayOf(one.on) === today && one.hour === hour)) {
    const release = cycle.releases[pull.of];
    if (release === undefined) continue;
    const folder = folderOf(cycle, pull);
    const author = github.as(pull.author);
    // oxlint-disable no-await-in-loop -- one after the other, as people do
    await author.pushBranch(folder, { [`${folder}/file.md`]: 'New.\n' }, pull.title, branchOf(release));
    const number = await author.openPull({ title: pull.title, head: folder, base: branchOf(release) });
    // oxlint-enable no-await-in-loop
    const approveOn = pull.approvedAfter === undefined ? undefined : addDays(today, pull.approvedAfter);
    happened.pulls.push({
      number,
      version: release.version,
      owner: pull.owner,
      author: pull.author,
      at: now,
      approveOn,
    });
  }
}

async function approve({ github, happened, today, now }: Moment): Promise<void> {
  for (const pull of happened.pulls) {
    if (pull.approveOn === undefined || pull.approveOn > today || pull.approvedAt !== undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- see above
    await github.as(pull.owner).review(pull.number, 'APPROVE');
    pull.approvedAt = now;
  }
}

/** Days with a run around an outage: one green before it, and some behind it. */
const BEFORE = 1;
const BEHIND = 4;

async function runCi({ github, cycle, happened, today, now }: Moment): Promise<void> {
  for (const release of cycle.releases) {
    const outages = cycle.outages.filter(
      ({ of, team }) => cycle.releases[of] === release && cycle.teams.some(({ id }) => id === team),
    );
    if (!outages.some(({ from, to }) => dayOf(from - BEFORE) <= today && today <= dayOf(to + BEHIND)))
      continue;
    const red = new Set(
      outages.filter(({ from, to }) => dayOf(from) <= today && today < dayOf(to)).map(({ team }) => team),
    );
    const teams = [...new Set(outages.map(({ team }) => team))];
    const branch = branchOf(release);
    // oxlint-disable no-await-in-loop -- see above
    await github.as(MAINTAINER).putFile(`changes/${today}.md`, today, `Change of ${today}`, branch);
    await github.runJobs({
      branch,
      jobs: Object.fromEntries(teams.map((team) => [`${team}-e2e`, red.has(team) ? 'failure' : 'success'])),
    });
    // oxlint-enable no-await-in-loop
    for (const team of teams)
      noteRun(happened, { version: release.version, team, isRed: red.has(team), now });
  }
}

function noteRun(
  { reds }: Happened,
  { version, team, isRed, now }: { version: string; team: string; isRed: boolean; now: Instant },
): void {
  const open = reds.find((one) => one.version === version && one.team === team && one.greenAt === undefined);
  if (isRed && open !== undefined) open.runs.push(now);
  else if (isRed) reds.push({ version, team, runs: [now] });
  else if (open !== undefined) open.greenAt = now;
}

/** Its holder closes the issue of a task, or checks its box while it has none. */
async function doTasks({ github, cycle, happened, today, now }: Moment): Promise<void> {
  for (const release of happened.configs.at(-1)?.releases ?? []) {
    const tracking = trackingOf(github, release.version);
    if (tracking === undefined || tracking.state === 'closed') continue;
    for (const task of release.tasks) {
      const key = `${release.version}/${task.id}`;
      const after = cycle.tasks.find(({ id }) => id === task.id)?.doneAfter;
      if (after === undefined || happened.done.has(key) || addDays(task.due, after) > today) continue;
      const person = github.as(task.holders[0] ?? MAINTAINER);
      const own = repository(github).issues.find(
        ({ body }) => body.includes(`relcomms:v1 ${release.version}/`) && body.includes(`/${task.id} -->`),
      );
      // oxlint-disable-next-line no-await-in-loop -- see above
      await (own === undefined || own.state === 'closed'
        ? person.tick(tracking.number, (line) => line.includes(`relcomms:task ${task.id} `))
        : person.close(own.number));
      happened.done.set(key, now);
    }
  }
}

/** A week before a gate relcomms asks the teams whether they have seen its day. */
const ASKED_BEFORE = 7;

async function answerForTeams({ github, cycle, happened, today }: Moment): Promise<void> {
  const asked = askedOf(cycle);
  for (const { version, milestones } of happened.configs.at(-1)?.releases ?? []) {
    const tracking = trackingOf(github, version);
    if (tracking === undefined || tracking.state === 'closed') continue;
    const days = milestones.filter(({ id }) => asked.includes(id)).map(({ day }) => day);
    for (const { people, answersAfter } of cycle.teams) {
      const [by] = people;
      if (answersAfter === undefined || by === undefined) continue;
      if (!days.some((day) => addDays(day, answersAfter - ASKED_BEFORE) === today)) continue;
      // oxlint-disable-next-line no-await-in-loop -- see above
      await github.as(by).comment(tracking.number, '/release seen');
      happened.seen.push({ by, version, on: today });
    }
  }
}

/** Releases come out on their day. */
async function publish({ github, happened, today }: Moment): Promise<void> {
  for (const { version, release } of happened.configs.at(-1)?.releases ?? []) {
    if (release !== today) continue;
    // oxlint-disable-next-line no-await-in-loop -- see above
    await github.as(MAINTAINER).request('POST', '/repos/acme/demo/releases', { tag_name: `v${version}` });
  }
}

export function trackingOf(github: EmbeddedGitHub, version: string) {
  return repository(github).issues.find(({ body }) => body.includes(`${version}/tracking-issue -->`));
}
