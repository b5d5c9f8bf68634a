// Labels of a repository and of its issues.
import { announce } from '../announce.ts';
import { labelJson } from '../json/label-json.ts';
import type { Account } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { Issue, Label, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { announceIssue } from './announce-issue.ts';

/** The colour of a label that came into being by its use. */
const DEFAULT_COLOR = 'ededed';
const LONGEST_NAME = 50;

export interface LabelInput {
  readonly name: string;
  readonly color?: string | undefined;
  readonly description?: string | null | undefined;
}

export function findLabel(repo: Repo, name: string): Label | undefined {
  const wanted = name.toLowerCase();
  return repo.labels.find((label) => label.name.toLowerCase() === wanted);
}

export function createLabel(world: World, repo: Repo, sender: Account, input: LabelInput): Label {
  const label = newLabel(world, repo, input);
  announce(world, repo, sender, 'label', { action: 'created', label: labelJson(world, repo, label) });
  return label;
}

/** Without telling anybody. */
export function newLabel(world: World, repo: Repo, input: LabelInput): Label {
  if (findLabel(repo, input.name) !== undefined) throw Refusal.invalid('Label', 'name', 'already_exists');
  const id = world.nextId();
  const color = input.color ?? DEFAULT_COLOR;
  checkLabel(input.name, color);
  const label: Label = {
    id,
    nodeId: `LA_${id}`,
    name: input.name,
    color,
    description: input.description ?? null,
  };
  repo.labels = [...repo.labels, label];
  return label;
}

/** Changes name, colour or description. */
export function changeLabel(
  world: World,
  repo: Repo,
  sender: Account,
  label: Label,
  input: Partial<LabelInput>,
): void {
  const former = { name: label.name, color: label.color, description: label.description };
  const next = {
    name: input.name ?? former.name,
    color: input.color ?? former.color,
    description: input.description === undefined ? former.description : input.description,
  };
  checkLabel(next.name, next.color);
  const other = findLabel(repo, next.name);
  if (other !== undefined && other !== label) throw Refusal.invalid('Label', 'name', 'already_exists');
  Object.assign(label, next);
  const keys = (['name', 'color', 'description'] as const).filter((key) => former[key] !== next[key]);
  if (keys.length === 0) return;
  const changes = Object.fromEntries(keys.map((key) => [key, { from: former[key] ?? '' }]));
  announce(world, repo, sender, 'label', { action: 'edited', label: labelJson(world, repo, label), changes });
}

/** Removes the label from the repository and from every issue. */
export function deleteLabel(world: World, repo: Repo, sender: Account, label: Label): void {
  repo.labels = repo.labels.filter((candidate) => candidate !== label);
  for (const issue of repo.issues.values())
    setLabels(
      world,
      sender,
      issue,
      issue.labels.filter((l) => l !== label),
    );
  announce(world, repo, sender, 'label', { action: 'deleted', label: labelJson(world, repo, label) });
}

/** The labels of these names; unknown ones come into being, as on GitHub. */
export function labelsNamed(world: World, repo: Repo, sender: Account, names: readonly string[]): Label[] {
  const labels = names.map((name) => findLabel(repo, name) ?? createLabel(world, repo, sender, { name }));
  return [...new Set(labels)];
}

/** Gives the issue exactly these labels, with one event for each that came or went. */
export function setLabels(world: World, sender: Account, issue: Issue, labels: readonly Label[]): void {
  for (const label of issue.labels.filter((held) => !labels.includes(held))) {
    issue.labels = issue.labels.filter((held) => held !== label);
    labelEvent(world, sender, issue, 'unlabeled', label);
  }
  for (const label of labels.filter((wanted) => !issue.labels.includes(wanted))) {
    issue.labels = [...issue.labels, label];
    issue.labelings.push({ id: world.nextId(), label, by: sender, at: world.now() });
    labelEvent(world, sender, issue, 'labeled', label);
  }
}

function labelEvent(world: World, sender: Account, issue: Issue, action: string, label: Label): void {
  issue.updatedAt = world.now();
  const extra: Json = { label: labelJson(world, issue.repo, label) };
  announceIssue(world, sender, issue, action, extra);
}

function checkLabel(name: string, color: string): void {
  if (name.trim() === '') throw Refusal.invalid('Label', 'name', 'missing_field');
  if (name.length > LONGEST_NAME)
    throw Refusal.invalid(
      'Label',
      'name',
      'custom',
      `name is too long (maximum is ${LONGEST_NAME} characters)`,
    );
  if (!/^[0-9a-fA-F]{6}$/.test(color)) throw Refusal.invalid('Label', 'color', 'invalid');
}
