// Builds the steps of a script: what somebody does on a day, to an issue or pull request whose number only the play tells.
import { day } from '../../src/domain/day.ts';
import type { IssueSnapshot } from '../../packages/embedded-github/src/index.ts';
import type { ActOrder } from '../machine/act-order.ts';
import type { ScriptStep } from './scenario.ts';

export function step(on: string, order: ActOrder): ScriptStep {
  return { on: day(on), does: () => order };
}

/** About the pull request with this title, whatever its number. */
export function onPull(on: string, title: string, order: (pull: number) => ActOrder): ScriptStep {
  return {
    on: day(on),
    does: (issues) => {
      const found = issues.find((issue) => issue.pull && issue.title === title);
      return found === undefined ? undefined : order(found.number);
    },
  };
}

/** About the newest issue whose title begins so; nothing when there is none yet. */
export function onIssue(on: string, title: string, order: (issue: number) => ActOrder): ScriptStep {
  return {
    on: day(on),
    does: (issues) => {
      const found = issues.findLast((issue) => !issue.pull && issue.title.startsWith(title));
      return found === undefined ? undefined : order(found.number);
    },
  };
}

/** What waits for approval is let go by its id, which stands in the newest preview. */
export function approveMessage(on: string, as: string): ScriptStep {
  return {
    on: day(on),
    does: (issues) => {
      const id = previewed(issues);
      return id === undefined
        ? undefined
        : { as, action: 'comment', issue: 1, body: `/release approve ${id}` };
    },
  };
}

function previewed(issues: readonly IssueSnapshot[]): string | undefined {
  return issues
    .flatMap(({ comments }) => comments)
    .flatMap(({ body }) => /Write `\/release approve ([0-9a-f]+)`/.exec(body)?.[1] ?? [])
    .at(-1);
}
