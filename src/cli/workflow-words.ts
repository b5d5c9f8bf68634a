// What `relcomms validate` says of the workflows beside the config.
import { formatProblems } from '../config/format-problems.ts';
import type { Prepared } from '../run/reconcile.ts';
import type { Finding } from '../workflow/finding.ts';
import { judgeWorkflows } from '../workflow/judge.ts';
import { workflowNeeds } from '../workflow/needs.ts';
import { findWorkflows } from './find-workflows.ts';

export interface WorkflowAnswer {
  /** Undefined when nothing was checked: there is no workflow that runs relcomms, or it can't be read. */
  readonly findings: readonly Finding[] | undefined;
  /** Lines, or nothing. */
  readonly words: string;
}

/** `file` is the config, as it was given. */
export async function checkWorkflows(prepared: Prepared, file: string): Promise<WorkflowAnswer> {
  const found = await findWorkflows(file);
  if (found === undefined) return { findings: undefined, words: '' };
  if ('trouble' in found) return { findings: undefined, words: `${found.trouble}\n` };
  const findings = judgeWorkflows(found.files, workflowNeeds(prepared), found.configPath);
  return { findings, words: findings === undefined ? '' : wordsOf(findings) };
}

function wordsOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'The workflow fits the config.\n';
  const files = [...new Set(findings.map(({ file }) => file))];
  const parts = files.map((file) =>
    formatProblems(
      findings.filter((one) => one.file === file),
      file,
    ),
  );
  return `\nThe workflow does not fit the config:\n${parts.join('')}`;
}
