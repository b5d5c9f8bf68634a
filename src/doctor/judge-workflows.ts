// Whether the workflows of the repository fit the config.
import type { Prepared } from '../run/prepare.ts';
import { judgeWorkflows } from '../workflow/judge.ts';
import { workflowNeeds } from '../workflow/needs.ts';
import type { NamesLook } from './ask-names.ts';
import { type Checkup, broken, limited, ok, unknown } from './checkup.ts';
import { type Where, pageOf } from './where.ts';

/** `isApp`: it is asked as an App, which needs no workflow. */
export function workflowCheckups(
  files: NamesLook['workflows'],
  prepared: Prepared,
  path: string,
  where: Where,
  isApp: boolean,
): Checkup[] {
  if ('why' in files) return [unknown('Workflow', '.github/workflows', `it could not be read: ${files.why}`)];
  const findings = judgeWorkflows(files, workflowNeeds(prepared), path);
  if (findings === undefined) return isApp ? [] : [noWorkflow(where)];
  if (findings.length === 0) return [ok('Workflow', '.github/workflows', 'the workflow fits the config')];
  return findings.map(({ file, line, message, fix, code }, index) =>
    broken('Workflow', `${file}:${line} ${code} ${index + 1}`, {
      found: message.replace(/\.$/, ''),
      fix,
      link: pageOf(where, `blob/HEAD/${file}#L${line}`),
    }),
  );
}

function noWorkflow(where: Where): Checkup {
  return limited('Workflow', '.github/workflows', {
    found: 'no workflow runs relcomms here',
    lost: 'nothing happens by itself, unless the App is installed',
    fix: 'Write one with relcomms init, or install the App.',
    link: pageOf(where, 'actions/new'),
  });
}
