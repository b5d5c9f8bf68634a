// Answers to the commands about test environments, one line each.
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { listWords } from '../../text/words.ts';

export const answers = {
  off: () => 'There are no test environments here: the config has no section `environments`.',
  none: () => 'This release has no test environment. Add one to `environments.named` in the config.',
  form: () => 'Write `/release environment ready URL NAME` or `/release environment down NAME`.',
  formCanTest: () => 'Write `/release can-test` with the name of one environment, if there are several.',
  noUrl: () => 'Add the URL: `/release environment ready https://…`.',
  badUrl: () => 'That is no address. Write a link that begins with `https://`.',
  secret: () =>
    'This looks as if it held a password or a token, so relcomms does not repeat it. Change that secret now: everybody here could read it.',
  which: (names: readonly string[]) => `Which environment? Add its name: ${listWords(names.map(codeSpan))}.`,
  whichCandidate: (ids: readonly string[]) =>
    ids.length === 0
      ? 'No candidate of this release has a test environment.'
      : `Which candidate? Write ${listWords(ids.map(codeSpan))} after \`allow-merge\`.`,
  notReady: (name: string) => `${escapeMarkdown(name)} is not ready.`,
  noTeam: (name: string) => `You are in none of the teams that test in ${escapeMarkdown(name)}.`,
  reason: () => 'Add the reason: `/release allow-merge because …`.',
};
