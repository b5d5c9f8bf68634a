// The answer of `GET /control/state`.
import { isoInstant } from '../../src/domain/day.ts';
import type { SandboxState } from '../machine/state.ts';
import { SCENARIOS } from '../scenarios/index.ts';

/** The state in plain JSON; documented in docs/sandbox.md. */
export function stateJson(state: SandboxState): unknown {
  const { clock, config, repo, times } = state;
  return {
    version: state.version,
    scenario: state.scenario.id,
    scenarios: SCENARIOS.map(({ id, title, hint }) => ({ id, title, hint })),
    clock: {
      at: isoInstant(clock.at),
      day: clock.today,
      zone: clock.zone,
      start: clock.start,
      nextEvent: clock.nextEvent?.day ?? null,
    },
    people: state.people,
    releases: state.releases.map((release) => ({
      version: release.version,
      title: release.title,
      start: release.start,
      release: release.release,
      end: release.end,
      weeks: release.weeks,
      milestones: release.milestones.map(({ id, title, day, because }) => ({ id, title, day, because })),
      tasks: release.tasks.map(({ id, title, due, role, holders }) => ({ id, title, due, role, holders })),
    })),
    config: { path: config.path, text: config.text, problems: config.problems },
    repository: repo.fullName,
    issues: repo.issues.map((issue) => ({
      ...issue,
      createdAt: times.issues.get(issue.number) ?? null,
      comments: issue.comments.map((comment) => ({
        ...comment,
        createdAt: times.comments.get(comment.id) ?? null,
      })),
    })),
    pulls: [...state.pulls.values()],
    ci: state.ci.map(({ branch, commits }) => ({ branch, commits: commits ?? null })),
    milestones: repo.milestones,
    labels: repo.labels,
    pinned: repo.pinned,
    log: state.log.map((entry) => ({ ...entry, at: isoInstant(entry.at) })),
    summary: state.summary === undefined ? null : { ...state.summary, at: isoInstant(state.summary.at) },
    mails: state.mails,
    noise: state.noise,
    outside: outsideJson(state.outside),
    faults: { ...state.faults, until: state.faults.until ?? null },
  };
}

/** Null where the config sends nothing. */
function outsideJson(outside: SandboxState['outside']): unknown {
  if (outside === undefined) return null;
  const { slack, mails, chats, wiki, published } = outside;
  return {
    slack: slack.map(({ workspace, channels }) => ({ workspace: workspace ?? null, channels })),
    mails: mails.map(({ from, to, subject, text, html, headers }) => ({
      from,
      to,
      subject,
      text,
      html,
      headers,
    })),
    chats,
    wiki: wiki ?? null,
    published,
  };
}
