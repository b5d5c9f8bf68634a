// The words behind the checkboxes of a team's issue: a run with its result, a sign-off, and why a box was set back.
import { type Result, type Results, type TestRun, keyOf } from '../../../domain/manual-test.ts';
import type { SignOff } from '../../../manual-tests/sign-off.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { dayWords } from '../../../text/words.ts';
import type { Note } from './memory.ts';

/** A run, with its result and its note. */
export function runWords(
  { id, test }: TestRun,
  candidate: string,
  results: Results,
  hasTitle: boolean,
): string {
  const { result, day, note } = results.get(keyOf({ candidate, run: id })) ?? {};
  const name = `${codeSpan(id)}${hasTitle ? ` ${escapeMarkdown(test.title)}` : ''}`;
  if (result === undefined) return name;
  const words: Readonly<Record<Result, string>> = {
    pass: 'passed',
    fail: '**failed**',
    blocked: '**blocked**',
    'n/a': 'not applicable',
  };
  const on = day === undefined ? '' : ` on ${dayWords(day)}`;
  const because = note === undefined ? '' : `: ${escapeMarkdown(note)}`;
  return `${result === 'n/a' ? `~~${name}~~` : name}, ${words[result]}${on}${because}`;
}

/** Who signed off and when, once somebody did. */
export function signOffWords(team: string, title: string, signOff: SignOff | undefined): string {
  const name = `${escapeMarkdown(team)} signs off ${escapeMarkdown(title)}`;
  if (signOff === undefined) return name;
  const { by, day, because } = signOff;
  const who = by === undefined ? '' : ` by ${escapeMarkdown(by)}`;
  const on = day === undefined ? '' : ` on ${dayWords(day)}`;
  return `${name}: signed off${who}${on}${because === undefined ? '' : `: ${escapeMarkdown(because)}`}`;
}

/** Why the box does not stay as somebody left it; empty where it does. */
export function noteWords(note: Note | undefined): string {
  if (note === undefined) return '';
  const who = note.by === undefined ? 'Somebody' : escapeMarkdown(note.by);
  const words: Readonly<Record<Note['why'], string>> = {
    newer: `${who} changed this box, but a newer result came in. Change it again if the box is right.`,
    program: `${who} changed this box. Only people can record a result.`,
    unready: `${who} checked this box, but the team has open, failed, or blocked tests.`,
  };
  return ` _${words[note.why]}_`;
}
