// What stands in the way of the next milestone, for whoever reports it: red case files and flaky tests.
import type { Verdict } from '../judge/judge.ts';
import { fullName } from '../judge/subject.ts';
import type { Milestone } from '../../../domain/release.ts';
import type { Standing } from '../../../domain/standing.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { countWords } from '../../../text/words.ts';
import { shorten } from '../../../text/shorten.ts';
import type { CaseFile } from '../case/case-file.ts';
import type { FailingTestsInput } from '../input.ts';
import type { Watched } from '../watched.ts';
import { ownerWords } from './names.ts';
import { type Owner, UNOWNED } from '../judge/owner.ts';
import { caseWords, isRed, fixWords } from './render-section.ts';

const LONGEST = 100;

export function standingOf(
  release: Watched,
  files: readonly CaseFile[],
  flaky: readonly { readonly verdict: Verdict; readonly owner: Owner | undefined }[],
  threatens: Milestone | undefined,
  { teams }: Pick<FailingTestsInput, 'teams'>,
): Standing[] {
  const common = { release: release.version, milestone: threatens?.id };
  const { line } = release;
  const key = line === undefined ? 'test' : `test-${line}`;
  const of = line === undefined ? '' : `${escapeMarkdown(line)}: `;
  const teamOf = (id: string): string | undefined => (teams[id] === undefined ? undefined : id);
  return [
    ...files.filter(stillRed).map((file): Standing => ({
      ...common,
      kind: 'failing-test',
      count: Math.max(1, stillRedTests(file)),
      key: `${key}/${file.key.split('/').slice(2).join('/')}`,
      // Behind the last milestone it holds nothing up any more.
      severity: threatens === undefined ? 'amber' : 'red',
      team: teamOf(file.owner.id),
      text: `${of}${caseWords(file, release)}; ${fixWords(file)}`,
      owner: withLead(file.owner),
      ...(teamOf(file.owner.id) === undefined ? { asks: namesOf(file.owner) } : {}),
      since: file.memory.since.at,
    })),
    ...flaky.map(({ verdict, owner }): Standing => ({
      ...common,
      kind: 'flaky-test',
      key: `${key}/flaky/${verdict.subject.id}`,
      severity: 'amber',
      team: owner && teamOf(owner.id),
      text: `${of}${codeSpan(shorten(fullName(verdict.subject), LONGEST)) || 'a test without a name'} is flaky: failed ${verdict.failed} of its last ${countWords(verdict.of, 'run')}`,
      owner: withLead(owner ?? { id: UNOWNED, people: [] }),
      since: verdict.since?.at,
    })),
  ];
}

/** Whom to turn to, without a ping. */
function withLead(owner: Owner): string {
  return owner.lead === undefined
    ? ownerWords(owner)
    : `${escapeMarkdown(owner.lead)}, lead of ${ownerWords(owner)}`;
}

/** Of an owner that is no team of the config. */
function namesOf({ people, team }: Owner): string[] {
  return team === undefined ? [...people] : [...people, team];
}

function stillRedTests({ members: { red, fresh, unknown } }: CaseFile): number {
  return red.length + fresh.length + unknown.length;
}

/** Closed by people, it stands in the way all the same. */
function stillRed(file: CaseFile): boolean {
  return isRed(file) || (file.kind === 'closed' && file.members.red.length > 0);
}
