// Makes a check run, fifty annotations at a time; without the right to it the run goes on.
import type { CheckAnnotation, CreateCheck } from '../../domain/pull-operation.ts';
import type { GitHub } from '../client.ts';
import { failureWords, statusOf } from '../failure.ts';
import { findChecks } from '../config/find-checks.ts';
import type { Written } from '../../domain/outcome.ts';
import { sendOrFind } from './send-or-find.ts';
import type { World } from './world.ts';

/** GitHub takes this many annotations per request. Updates add to them and never take any away. */
const PAGE = 50;

/**
 * Always a new check run: annotations of an old one could not be taken back. Until its last annotation is there
 * it is in progress and without its external id, so that a run that broke off is made again.
 */
export async function createCheck({ github, setting }: World, operation: CreateCheck): Promise<Written> {
  const number = operation.pull;
  try {
    return await sendOrFind<Written>(
      async () => {
        await send(github, operation);
        return { outcome: 'done', number };
      },
      async () => {
        const checks = await findChecks(github, operation.head, operation.name, setting.accounts);
        const isPending = operation.conclusion === 'pending';
        const there = checks.some(
          (check) => (check.done || isPending) && check.externalId === operation.externalId,
        );
        return there
          ? { outcome: 'already', number, detail: 'the answer was lost, the check was there' }
          : undefined;
      },
    );
  } catch (error) {
    if (statusOf(error) === 403) return { outcome: 'soft', number, detail: mayNot(failureWords(error)) };
    throw error;
  }
}

async function send(github: GitHub, operation: CreateCheck): Promise<void> {
  const { owner, repo } = github;
  const { head: head_sha, name, annotations } = operation;
  const [first = [], ...further] = pagesOf(annotations);
  const { data } = await github.request('POST /repos/{owner}/{repo}/check-runs', {
    owner,
    repo,
    name,
    head_sha,
    output: output(operation, first),
    ...(further.length === 0 ? ended(operation) : { status: 'in_progress' as const }),
    request: { retries: 0 },
  });
  for (const [index, page] of further.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- each page adds to the ones before
    await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      owner,
      repo,
      check_run_id: data.id,
      output: output(operation, page),
      ...(index === further.length - 1 ? ended(operation) : {}),
      request: { retries: 0 },
    });
  }
}

function ended({ conclusion, externalId }: CreateCheck) {
  if (conclusion === 'pending') return { status: 'in_progress' as const, external_id: externalId };
  return { status: 'completed' as const, conclusion, external_id: externalId };
}

function output({ title, summary, text }: CreateCheck, page: readonly CheckAnnotation[]) {
  return {
    title,
    summary,
    ...(text === '' ? {} : { text }),
    annotations: page.map(({ path, line, column, level, message }) => ({
      path,
      start_line: line,
      end_line: line,
      start_column: column,
      end_column: column,
      annotation_level: level,
      message,
    })),
  };
}

function pagesOf(annotations: readonly CheckAnnotation[]): (readonly CheckAnnotation[])[] {
  const count = Math.ceil(annotations.length / PAGE);
  return Array.from({ length: count }, (_, index) => annotations.slice(index * PAGE, (index + 1) * PAGE));
}

function mayNot(words: string): string {
  return `the token can't create checks (${words}); give it "checks: write". The token of a fork's run is read-only: the next run without that limit creates the check`;
}
