// What merging a config would cause: the operations that it brings, sorted by what people want to know of them.
import type { Observation } from '../domain/observed.ts';
import type { CreateMilestone, MoveMilestone } from '../domain/repository-operation.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { Operation } from '../domain/operation.ts';
import { mentionedIn } from '../text/mention.ts';
import { renderBody } from '../body/render-body.ts';

/** One person and the issues that concern them: titles of new ones, numbers of old ones. */
export interface PersonEffect {
  readonly login: string;
  readonly assigned: readonly string[];
  readonly mentioned: readonly string[];
}

export interface Effects {
  /** Titles of issues that open. */
  readonly opens: readonly string[];
  readonly people: readonly PersonEffect[];
  /** Names of labels that are made. */
  readonly labels: readonly string[];
  readonly milestones: readonly (CreateMilestone | MoveMilestone)[];
  /** Numbers of issues whose text changes. */
  readonly rewritten: readonly number[];
  /** Issues and pull requests that are commented on: titles of new ones, numbers of old ones as `#1`. */
  readonly commented: readonly string[];
  /** Numbers of issues whose log gets lines. */
  readonly logged: readonly number[];
  /** Everything else that a report would name. */
  readonly further: readonly Operation[];
}

interface Seen {
  readonly before: readonly Operation[];
  readonly after: readonly Operation[];
  /** What was seen with the proposed config. */
  readonly observation: Observation;
}

/** `before` and `after` are what the two configs would have a run do now, seen with the same eyes. */
export function effectsOf({ before, after, observation }: Seen): Effects {
  const known = new Set(before.map(sameness));
  const caused = after.filter((operation) => !known.has(sameness(operation)));
  const of = <K extends Operation['kind']>(kind: K) =>
    caused.filter((operation): operation is Extract<Operation, { kind: K }> => operation.kind === kind);
  const nameOf = namesIn(caused);
  return {
    opens: of('create-issue').map(({ title }) => title),
    people: people(caused, nameOf, observation),
    labels: of('create-label').map(({ name }) => name),
    milestones: [...of('create-milestone'), ...of('move-milestone')],
    rewritten: numbers(of('write-body')),
    commented: [
      ...of('create-comment').map(({ issue }) => nameOf(issue)),
      ...of('create-pull-comment').map((operation) => nameOf(operation)),
    ],
    logged: numbers(of('write-ledger').filter(({ entries }) => entries.length > 0)),
    further: caused.filter(isFurther),
  };
}

/** What has no place of its own, unless it belongs to an issue that opens: that is named with all that it has. */
function isFurther(operation: Operation): boolean {
  switch (operation.kind) {
    case 'create-issue':
    case 'create-label':
    case 'create-milestone':
    case 'move-milestone':
    case 'write-body':
    case 'create-comment':
    case 'create-pull-comment':
    // Whom it assigns stands among the people.
    case 'add-assignee':
    // Without lines it keeps what nobody sees.
    case 'write-ledger':
      return false;
    case 'send-notice':
      return true;
    default:
      return !('issue' in operation) || 'number' in operation.issue;
  }
}

function numbers(operations: readonly { readonly issue: IssueRef }[]): number[] {
  return [...new Set(operations.flatMap(({ issue }) => ('number' in issue ? [issue.number] : [])))];
}

/** Another reason makes no other operation. */
function sameness(operation: Operation): string {
  return JSON.stringify({ ...operation, why: '' });
}

/** Names of issues: titles of those that open, numbers of the others. */
function namesIn(caused: readonly Operation[]): (issue: IssueRef) => string {
  const titles = new Map(
    caused.flatMap((operation) =>
      operation.kind === 'create-issue' ? [[operation.key, operation.title] as const] : [],
    ),
  );
  return (issue) => ('number' in issue ? `#${issue.number}` : (titles.get(issue.key) ?? issue.key));
}

function people(
  caused: readonly Operation[],
  nameOf: (issue: IssueRef) => string,
  observation: Observation,
): PersonEffect[] {
  const assigned = new Map<string, Set<string>>();
  const mentioned = new Map<string, Set<string>>();
  for (const operation of caused) {
    if (operation.kind === 'add-assignee') note(assigned, operation.login, nameOf(operation.issue));
    for (const { login, issue } of mentions(operation, observation)) note(mentioned, login, nameOf(issue));
  }
  const logins = [...new Set([...assigned.keys(), ...mentioned.keys()])].toSorted();
  return logins.map((login) => ({
    login,
    assigned: [...(assigned.get(login) ?? [])],
    mentioned: [...(mentioned.get(login) ?? [])],
  }));
}

function note(noted: Map<string, Set<string>>, login: string, issue: string): void {
  noted.set(login, (noted.get(login) ?? new Set()).add(issue));
}

/** Whom GitHub would tell of a text: an issue that is rewritten tells only those whom it did not name before. */
function mentions(operation: Operation, observation: Observation): { login: string; issue: IssueRef }[] {
  switch (operation.kind) {
    case 'create-issue':
      return inText(renderBody(operation.body), operation);
    case 'create-comment':
      return inText(operation.body, operation.issue);
    case 'create-pull-comment':
      return inText(operation.body, operation);
    case 'write-body': {
      const told = new Set(mentionedIn(bodyOf(operation.issue, observation)));
      return inText(renderBody(operation.body), operation.issue).filter(({ login }) => !told.has(login));
    }
    default:
      return [];
  }
}

function inText(markdown: string, issue: IssueRef): { login: string; issue: IssueRef }[] {
  const ref = 'number' in issue ? { number: issue.number } : { key: issue.key };
  return mentionedIn(markdown).map((login) => ({ login, issue: ref }));
}

function bodyOf(issue: IssueRef, { ownIssues }: Observation): string {
  const issues = ownIssues.known ? ownIssues.value : [];
  return issues.find((own) => 'number' in issue && own.number === issue.number)?.body ?? '';
}
