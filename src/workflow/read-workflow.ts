// What a workflow file says about the steps that run relcomms.
import type { LocatedProblem } from '../domain/problem.ts';
import { type ListNode, type MapNode, type Node, type Place, textAt } from '../config/yaml/node.ts';
import { readYaml } from '../config/yaml/read-yaml.ts';

/** A step that runs relcomms, with what the job and the workflow around it say. */
export interface RelcommsStep {
  readonly at: Place;
  readonly inputs: Node | undefined;
  /** Names of the variables that step, job and workflow set. */
  readonly variables: ReadonlySet<string>;
  /** Those of the job, else those of the workflow; undefined when both are silent. */
  readonly permissions: { readonly at: Place; readonly value: Node } | undefined;
}

export interface Schedule {
  readonly at: Place;
  readonly cron: string;
  /** As written; absent where nothing is. */
  readonly timezone: string | undefined;
}

export interface Workflow {
  /** Where `on` is, or the file begins. */
  readonly at: Place;
  /** Names of events, with what is said of each. */
  readonly events: ReadonlyMap<string, Node | undefined>;
  readonly schedules: readonly Schedule[];
  readonly steps: readonly RelcommsStep[];
}

/** `relcomms` of any owner, at any commit. */
const USES = /^[^/\s]+\/relcomms@/;

/** Problems only where the file is no YAML with keys. Anchors, expressions and matrices are not worked out. */
export function readWorkflow(text: string): Workflow | { readonly problems: readonly LocatedProblem[] } {
  const { tree, problems } = readYaml(text);
  if (tree === undefined) return { problems };
  const on = tree.entries.get('on');
  const jobs = valueAt(tree, 'jobs');
  return {
    at: on?.key ?? tree.at,
    events: eventsOf(on?.value),
    schedules: schedulesOf(valueAt(on?.value, 'schedule')),
    steps: mapsOf(jobs).flatMap((job) => stepsOf(tree, job)),
  };
}

export function valueAt(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** A list of texts, or a single text as one. */
export function textsOf(node: Node | undefined): string[] {
  if (node?.kind === 'text') return [node.text];
  return itemsOf(node).flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

function itemsOf(node: Node | undefined): ListNode['items'] {
  return node?.kind === 'list' ? node.items : [];
}

function mapsOf(node: Node | undefined): MapNode[] {
  const values = node?.kind === 'map' ? [...node.entries.values()].map(({ value }) => value) : [];
  return values.flatMap((value) => (value.kind === 'map' ? [value] : []));
}

/** `push`, `[push, schedule]` or a map. */
function eventsOf(node: Node | undefined): ReadonlyMap<string, Node | undefined> {
  if (node?.kind !== 'map') return new Map(textsOf(node).map((name) => [name, undefined]));
  return new Map([...node.entries].map(([name, { value }]) => [name, value]));
}

function schedulesOf(node: Node | undefined): Schedule[] {
  return itemsOf(node).flatMap((item) => {
    const cron = textAt(item, 'cron');
    return cron === undefined ? [] : [{ at: item.at, cron, timezone: textAt(item, 'timezone') }];
  });
}

function stepsOf(tree: MapNode, job: MapNode): RelcommsStep[] {
  const permissions = [job, tree].map((node) => node.entries.get('permissions')).find(Boolean);
  return itemsOf(valueAt(job, 'steps')).flatMap((step) => {
    if (step.kind !== 'map' || !USES.test(textAt(step, 'uses') ?? '')) return [];
    const variables = [tree, job, step].flatMap((node) => {
      const env = valueAt(node, 'env');
      return env?.kind === 'map' ? [...env.entries.keys()] : [];
    });
    return [
      {
        at: step.at,
        inputs: valueAt(step, 'with'),
        variables: new Set(variables),
        permissions: permissions && { at: permissions.key, value: permissions.value },
      },
    ];
  });
}
