// One release with its test environments as this run finds and leaves them: what people said, what was deployed, what answered.
import { commandKey } from '../../commands/answer-comment.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type Release, isRunning } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { saidTo } from '../said-to.ts';
import { allowMergeCommand, canTestCommand, environmentCommand } from './commands.ts';
import type { EnvironmentsContext, EnvironmentsInput } from './input.ts';
import { type EnvironmentMemory, gateOf, memoryIn, rowOf } from './memory.ts';
import { type Plan, plansOf } from './plans.ts';
import { type Events, aboutOf, readyDay, turn, watchedPage } from './turn.ts';

/** A release with a tracking issue that has its log: without it nothing could be remembered. */
export interface Looked {
  readonly release: Release;
  readonly tracking: OwnIssue;
  readonly plans: readonly Plan[];
  /** As the last run left it. */
  readonly before: EnvironmentMemory;
}

/** What a run makes of it. */
export interface Turned extends Looked {
  readonly memory: EnvironmentMemory;
  /** Keys of the answers to the commands that changed it. */
  readonly answers: readonly string[];
}

export function looksOf(context: EnvironmentsContext, issues: readonly OwnIssue[]): Looked[] {
  return context.releases
    .filter((release) => isRunning(release, context.now))
    .flatMap((release) => {
      const tracking = issues.find(({ key }) => key === trackingKey(release));
      if (tracking?.ledger === undefined || tracking.state === 'closed') return [];
      const plans = plansOf(release, context);
      return plans.length === 0 ? [] : [{ release, tracking, plans, before: memoryIn(tracking) }];
    });
}

/** Addresses that this run asks. */
export function pagesToAsk(context: EnvironmentsContext, issues: readonly OwnIssue[]): string[] {
  return looksOf(context, issues).flatMap(({ plans, before }) =>
    plans.flatMap((plan) => watchedPage(plan, rowOf(plan.name, before), context.now) ?? []),
  );
}

export function turned(look: Looked, input: EnvironmentsInput): Turned {
  const { release, plans, before } = look;
  const said = [environmentCommand, canTestCommand].flatMap((command) => saidTo(command, release, input));
  const words = said.toSorted((a, b) => a.commentId - b.commentId);
  const allowed = saidTo(allowMergeCommand, release, input);
  const environments = plans.map((plan): [string, ReturnType<typeof turn>] => {
    const row = rowOf(plan.name, before);
    const own = words.flatMap(({ effect }) => (effect.name === plan.name ? [effect.word] : []));
    return [plan.name, turn(plan, row, { words: own, ...seenOf(plan, row, input) }, input.now)];
  });
  const overrides = allowed.map(({ by, effect: { milestone, because } }): [string, object] => [
    milestone,
    { ...gateOf(milestone, before), allowed: { by, because, at: input.now } },
  ]);
  return {
    ...look,
    memory: {
      environments: { ...before.environments, ...Object.fromEntries(environments) },
      gates: { ...before.gates, ...Object.fromEntries(overrides) },
    },
    answers: [...said, ...allowed].map(({ commentId }) => commandKey(release, commentId)),
  };
}

function seenOf(
  plan: Plan,
  row: ReturnType<typeof rowOf>,
  { observed, now }: EnvironmentsInput,
): Omit<Events, 'words'> {
  const { candidates, testPages, seen } = observed;
  const page = watchedPage(plan, row, now);
  const deployed = candidates.deployments.find(({ name }) => name === plan.config.deployment)?.found;
  const day = readyDay(plan, row);
  return {
    deployment: deployed?.known === true ? deployed.value : undefined,
    answer: page === undefined ? undefined : testPages.find(({ url }) => url === page)?.answer,
    reacted: seen.flatMap((one) => {
      const isOwn =
        one.release === plan.release.version && one.milestone === aboutOf(plan) && one.day === day;
      return isOwn && one.answer === 'seen' ? [one.team] : [];
    }),
  };
}
