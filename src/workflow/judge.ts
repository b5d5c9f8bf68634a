// What does not fit between a config and the workflows that run it: hours, rights, secrets, paths, and events.
import { type Node, textAt } from '../config/yaml/node.ts';
import { type Finding, finding } from './finding.ts';
import { judgeSchedules } from './judge-schedule.ts';
import type { WorkflowNeeds } from './needs.ts';
import { type RelcommsStep, type Workflow, readWorkflow, textsOf, valueAt } from './read-workflow.ts';
import { type Access, type WorkflowRight, lackingWith } from './rights.ts';
import { takesPath } from './takes-path.ts';

export interface WorkflowFile {
  /** As people know it. */
  readonly file: string;
  readonly text: string;
}

interface Read extends Workflow {
  readonly file: string;
}

/** What all files say together; undefined when none of them runs relcomms. `configPath` counts from the repository. */
export function judgeWorkflows(
  files: readonly WorkflowFile[],
  needs: WorkflowNeeds,
  configPath: string,
): readonly Finding[] | undefined {
  const workflows = files.flatMap(({ file, text }) => {
    const read = readWorkflow(text);
    return 'problems' in read || read.steps.length === 0 ? [] : [{ ...read, file }];
  });
  const [main] = workflows.toSorted((a, b) => b.schedules.length - a.schedules.length);
  if (main === undefined) return undefined;
  const schedules = workflows.flatMap(({ file, schedules: own }) => own.map((one) => ({ ...one, file })));
  return [
    ...judgeSchedules(schedules, needs, { file: main.file, ...main.at }),
    ...judgeEvents(workflows, main),
    ...workflows.flatMap((workflow) => [
      ...judgePaths(workflow, configPath),
      ...workflow.steps.flatMap((step) => judgeStep(workflow.file, step, needs, configPath)),
    ]),
  ];
}

function judgeEvents(workflows: readonly Read[], main: Read): Finding[] {
  if (workflows.some(({ events }) => events.has('issue_comment'))) return [];
  const message = 'Comments start no run, so commands such as /release mine wait for the next scheduled run.';
  const fix = 'Add "issue_comment: { types: [created] }" under "on".';
  return [finding({ file: main.file, ...main.at }, 'workflow-comments', message, fix)];
}

/** A run for each change of the config, and a check of it in pull requests: they name the right file. */
function judgePaths({ file, events, at }: Read, configPath: string): Finding[] {
  return ['push', 'pull_request'].flatMap((event) => {
    const paths = valueAt(events.get(event), 'paths');
    if (paths === undefined || takesPath(textsOf(paths), configPath)) return [];
    const message = `"paths" of "${event}" leaves out ${configPath}, so a change of the config starts no run.`;
    return [finding({ file, ...(paths.at ?? at) }, 'workflow-paths', message, `Add ${configPath} to them.`)];
  });
}

function judgeStep(file: string, step: RelcommsStep, needs: WorkflowNeeds, configPath: string): Finding[] {
  return [
    ...judgeInputs(file, step, configPath),
    ...judgeRights(file, step, needs.rights),
    ...judgeSecrets(file, step, needs),
  ];
}

function judgeInputs(file: string, { at, inputs }: RelcommsStep, configPath: string): Finding[] {
  const config = textAt(inputs, 'config');
  const isOther = config !== undefined && !isExpression(config) && config !== configPath;
  return [
    ...(isOther
      ? [
          finding(
            { file, ...placeOf(inputs, 'config', at) },
            'workflow-config',
            `This step reads ${config}, not ${configPath}.`,
            `Set "config: ${configPath}", or check the other file: relcomms validate ${config}.`,
          ),
        ]
      : []),
    ...(textAt(inputs, 'mode') === 'plan'
      ? [
          finding(
            { file, ...placeOf(inputs, 'mode', at) },
            'workflow-mode',
            'This step only plans: it writes no issue and no message.',
            'Delete "mode: plan" when you want it to write.',
          ),
        ]
      : []),
  ];
}

function judgeRights(file: string, step: RelcommsStep, rights: readonly WorkflowRight[]): Finding[] {
  const { at, permissions, inputs } = step;
  const own = textAt(inputs, 'token');
  // Another token has rights of its own, which no workflow tells.
  if (own !== undefined && !/github\.token|secrets\.GITHUB_TOKEN/.test(own)) return [];
  const lines = rights.map(({ name, access }) => `${name}: ${access}`).join(', ');
  if (permissions === undefined) {
    const message = 'The workflow sets no permissions, so its token can do what the repository settings say.';
    return [finding({ file, ...at }, 'workflow-permissions', message, `Add "permissions: { ${lines} }".`)];
  }
  return rights.flatMap((right) => {
    const given = accessIn(permissions.value, right.name);
    const lacking = given === undefined ? [] : lackingWith(given, right);
    if (given === undefined || lacking.length === 0) return [];
    const has = given === 'none' ? `has no access to "${right.name}"` : `can only read "${right.name}"`;
    const message = `The token ${has}, which is needed for: ${lacking.join('; ')}.`;
    const fix = `Set "${right.name}: ${right.access}" under "permissions".`;
    return [
      finding(
        { file, ...placeOf(permissions.value, right.name, permissions.at) },
        'workflow-permissions',
        message,
        fix,
      ),
    ];
  });
}

/** Undefined for what can't be known, such as an expression. */
function accessIn(permissions: Node, name: string): Access | undefined {
  if (permissions.kind === 'text') {
    if (permissions.text === 'write-all') return 'write';
    return permissions.text === 'read-all' ? 'read' : undefined;
  }
  if (permissions.kind !== 'map') return 'none';
  const given = textAt(permissions, name) ?? 'none';
  return given === 'write' || given === 'read' || given === 'none' ? given : undefined;
}

/** By the name of the secret. */
function sentWith(name: string): string {
  if (name.startsWith('SMTP_')) return 'emails';
  return name.startsWith('WEBHOOK_') ? 'messages to another chat' : 'messages to another Slack workspace';
}

function judgeSecrets(file: string, step: RelcommsStep, { inputs, secrets }: WorkflowNeeds): Finding[] {
  const tokens = Object.entries(inputs).filter(([input]) => textAt(step.inputs, input) === undefined);
  const variables = secrets.filter((name) => !step.variables.has(name));
  return [
    ...tokens.map(([input, name]) => ({
      message: `The config sends messages to Slack, and this step has no "${input}": nothing is sent there.`,
      fix: `Add "${input}: \${{ secrets.${name} }}" under "with".`,
    })),
    ...variables.map((name) => ({
      message: `The config sends ${sentWith(name)}, and this step has no ${name}: they are not sent.`,
      fix: `Add "${name}: \${{ secrets.${name} }}" under "env".`,
    })),
  ].map(({ message, fix }) => finding({ file, ...step.at }, 'workflow-secrets', message, fix));
}

function placeOf(
  node: Node | undefined,
  key: string,
  otherwise: Finding | RelcommsStep['at'],
): RelcommsStep['at'] {
  return (node?.kind === 'map' ? node.entries.get(key)?.key : undefined) ?? otherwise;
}

function isExpression(text: string): boolean {
  return text.includes('${{');
}
