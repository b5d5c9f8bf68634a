// Which lines of a simulation people read: mails, what changed with them, and what people did.
import type { Operation } from '../../src/domain/operation.ts';
import { countWords } from '../../src/text/words.ts';
import type { MailReason } from '../mail/mail.ts';
import type { Row } from './render-rows.ts';
import type {
  SimulatedChange,
  SimulatedDeed,
  SimulatedEvent,
  SimulatedMessage,
  Simulation,
  Subject,
} from './simulation.ts';

/** Changes that tell nobody anything new: they are counted, not listed. One word for one, one for many. */
const QUIET: Partial<Record<Operation['kind'], readonly [one: string, many: string]>> = {
  'write-body': ['text updated', 'texts updated'],
  'write-ledger': ['log entry added', 'log entries added'],
  'add-sub-issue': ['sub-issue added', 'sub-issues added'],
  'add-dependency': ['dependency added', 'dependencies added'],
  'remove-dependency': ['dependency removed', 'dependencies removed'],
  'create-label': ['label created', 'labels created'],
  'add-labels': ['issue labeled', 'issues labeled'],
  'remove-label': ['label removed', 'labels removed'],
  'set-milestone': ['GitHub milestone set', 'GitHub milestones set'],
  'rename-issue': ['issue renamed', 'issues renamed'],
  'set-target-date': ['Target date moved', 'Target dates moved'],
  'add-reaction': ['command answered with a reaction', 'commands answered with a reaction'],
};

const REASONS: Record<MailReason, string> = {
  mention: 'mention',
  assigned: 'assigned',
  'review-request': 'review',
  comment: 'comment',
};

const KINDS: Partial<Record<Operation['kind'], string>> = {
  'create-issue': 'opened',
  'close-issue': 'closed',
  'reopen-issue': 'reopened',
  'close-duplicate': 'closed',
  'pin-issue': 'pinned',
  'unpin-issue': 'unpinned',
  'open-pull': 'pull',
  'send-notice': 'message',
  'create-milestone': 'milestone',
  'move-milestone': 'milestone',
  'close-milestone': 'milestone',
};

export function rowsOf({ events, releases, counts }: Simulation): Row[] {
  const several = releases.length > 1;
  const everybody = counts.rows.length;
  return events.flatMap((event, index) => {
    if (event.kind === 'deed') return [deedRow(event, several)];
    if (event.kind === 'change') return isTold(event, events) ? [] : [changeRow(event, several)];
    return [messageRow(event, openingOf(event, events.slice(0, index)), several, everybody)];
  });
}

/** What was done without being listed, counted: `7 texts updated, 2 labels created`. */
export function quietWords(events: readonly SimulatedEvent[]): string {
  const changed = events.filter(
    (event) => event.kind === 'change' && event.silent === true && event.failure === undefined,
  ).length;
  const messages =
    changed === 0 ? [] : [countWords(changed, 'message or page updated', 'messages or pages updated')];
  return [
    ...Object.entries(QUIET).flatMap(([kind, [one, many]]) => {
      const count = events.filter(
        (event) => event.kind === 'change' && event.operation === kind && event.failure === undefined,
      ).length;
      return count === 0 ? [] : [countWords(count, one, many)];
    }),
    ...messages,
  ].join(', ');
}

/** Whether another line or the count of the week tells it. */
function isTold(change: SimulatedChange, events: readonly SimulatedEvent[]): boolean {
  if (change.failure !== undefined) return false;
  if (QUIET[change.operation] !== undefined || change.silent === true) return true;
  return events.some(
    (event) =>
      event.kind === 'message' &&
      event.day === change.day &&
      event.number === change.number &&
      event.from === 'relcomms' &&
      (event.operation === change.operation || isAssignmentOf(change, event)),
  );
}

/** An issue that is opened for somebody is one line. */
function isAssignmentOf(change: SimulatedChange, message: SimulatedMessage): boolean {
  return change.operation === 'create-issue' && message.operation === 'add-assignee';
}

function openingOf(
  message: SimulatedMessage,
  before: readonly SimulatedEvent[],
): SimulatedChange | undefined {
  if (message.operation !== 'add-assignee') return undefined;
  const told = before.some((event) => event.kind === 'message' && event.number === message.number);
  return before.find(
    (event): event is SimulatedChange =>
      !told &&
      event.kind === 'change' &&
      event.operation === 'create-issue' &&
      event.number === message.number &&
      event.day === message.day,
  );
}

function messageRow(
  message: SimulatedMessage,
  opening: SimulatedChange | undefined,
  several: boolean,
  everybody: number,
): Row {
  return {
    day: message.day,
    kind: opening === undefined ? REASONS[message.reason] : 'opened for',
    to: recipientWords(message, everybody),
    sentence: `${subjectWords(message, several)}. Why: ${opening?.why ?? whyWords(message)}`,
  };
}

/** Operations on people leave the person out: `holds the role lead`. */
function whyWords({ why, operation, recipients }: SimulatedMessage): string {
  const [login] = recipients;
  return operation === 'add-assignee' && why.startsWith('holds ') ? `${login} ${why}` : why;
}

/** `alice (lead)`, `bob, carol (shadow)`, `3 people (shadow)`, `all 4 people`. */
function recipientWords({ recipients, audience }: SimulatedMessage, everybody: number): string {
  const count = recipients.length;
  if (count > 2 && count === everybody) return `all ${count} people`;
  const names = count > 2 ? `${count} people` : recipients.join(', ');
  return audience.length === 1 ? `${names} (${audience.join('')})` : names;
}

function changeRow(change: SimulatedChange, several: boolean): Row {
  const kind = KINDS[change.operation] ?? 'change';
  // A message says where it goes, which no issue does.
  const isNamed =
    change.number !== undefined &&
    change.operation !== 'send-notice' &&
    KINDS[change.operation] !== undefined;
  const what = isNamed ? subjectWords(change, several) : change.what;
  const failure = change.failure === undefined ? '' : `; not done: ${change.failure}`;
  return { day: change.day, kind, to: '', sentence: `${what}. Why: ${change.why}${failure}` };
}

function deedRow(deed: SimulatedDeed, several: boolean): Row {
  const subject = deed.number === undefined ? '' : ` ${subjectWords(deed, several)}`;
  const source = deed.number === undefined ? sourceWords(deed) : '';
  const version = several && deed.number === undefined ? `${deed.release ?? ''} ` : '';
  return {
    day: deed.day,
    kind: 'team',
    to: '',
    sentence: `${version}${deed.by} ${deed.what}${subject}${source}`,
  };
}

/** `#6 Settle the roles [K20]`; with several releases, the version stands in front. */
function subjectWords(subject: Subject, several: boolean): string {
  const version = several && subject.release !== undefined ? `${subject.release} ` : '';
  return `${version}#${subject.number ?? ''} ${subject.title ?? ''}${sourceWords(subject)}`.trimEnd();
}

function sourceWords({ source = [] }: Subject): string {
  return source.length === 0 ? '' : ` [${source.join(' ')}]`;
}
