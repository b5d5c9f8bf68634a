// Every page and manifest that is generated from the duties, in whole or between markers, by path.
import { existsSync, readFileSync } from 'node:fs';
import { commandsPage } from '../../src/commands/commands-page.ts';
import { generatedFiles } from '../../src/config/generate/generated-files.ts';
import { PRESETS, presetPurpose } from '../../src/config/presets.ts';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { bookOf } from '../../src/duties/book-of.ts';
import { DUTIES, sectionsOf, toldOf } from '../../src/duties/index.ts';
import { allPermissions, appManifest } from './app-manifest.ts';
import { prepare } from '../../src/run/prepare.ts';
import { KUBERNETES, KYMA } from './asked.ts';
import { attackTable } from './attack-table.ts';
import { type DutyFolder, dutyFolder } from './duty-folder.ts';
import { fill } from './fill.ts';
import { permissionTable } from './permission-table.ts';
import { carriedTable, requirementTable } from './requirements.ts';
import { atHome, configIn, fenced, sampleWorkflow } from './samples.ts';

/** Reads the pages as they are; what people wrote into them stays. `rooms` are where the folders of duties lie. */
export function documents(
  duties: readonly AnyDuty[] = DUTIES,
  rooms: readonly string[] = ['src/duties'],
): Readonly<Record<string, string>> {
  const told = toldOf(duties);
  const foldersOf = (some: readonly AnyDuty[]) => some.flatMap((duty) => dutyFolder(duty, rooms) ?? []);
  const permissions = permissionTable(allPermissions(told));
  const generated = generatedFiles(sectionsOf(duties));
  const readme = atHome(read('README.md'));
  const sample = sampleWorkflow(configIn(readme), duties);
  const operations = fill(atHome(read('docs/operations.md')), 'permissions', permissions);
  return {
    ...generated,
    'docs/configuration.md': atHome(generated['docs/configuration.md'] ?? ''),
    'README.md': fill(fill(readme, 'workflow', fenced('yaml', sample)), 'presets', presetList()),
    'config/relcomms.workflow.yml': workflowToCopy(generated['config/relcomms.example.yml'] ?? '', duties),
    'docs/commands.md': commandsPage(bookOf({ duties, sections: {} })),
    'app.yml': atHome(appManifest(read('app.yml'), told)),
    'docs/operations.md': fill(operations, 'workflow', fenced('yaml', sample)),
    'docs/security.md': fill(read('docs/security.md'), 'attackers', attackTable()),
    'docs/requirements.md': requirements(foldersOf(duties)),
    'docs/features.md': fill(read('docs/features.md'), 'promises', promises(foldersOf(told))),
    ...readmes(foldersOf(duties)),
  };
}

/** Each with what it is for. */
function presetList(): string {
  const lines = Object.entries(PRESETS).map(([name, text]) => `- \`${name}\`: ${presetPurpose(text)}`);
  return lines.join('\n');
}

function workflowToCopy(example: string, duties: readonly AnyDuty[]): string {
  return `# The workflow for config/relcomms.example.yml: copy it to .github/workflows/relcomms.yml, or let init write yours.\n${sampleWorkflow(example, duties)}`;
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function requirements(folders: readonly DutyFolder[]): string {
  const page = read('docs/requirements.md');
  const tables = {
    kubernetes: requirementTable(KUBERNETES, folders, sectionsOn('kubernetes-comms')),
    kyma: requirementTable(KYMA, folders, sectionsOn('kyma-release')),
    duties: carriedTable([...KUBERNETES, ...KYMA], folders),
  };
  return Object.entries(tables).reduce((text, [name, table]) => fill(text, name, table), page);
}

/** The sections that a preset alone switches on. */
function sectionsOn(preset: string): string[] {
  const prepared = prepare(`extends: [${preset}]\nreleases: [{ version: '1', release: 2030-06-04 }]\n`);
  if ('problems' in prepared) throw new Error(`${preset} alone is no config`);
  return Object.keys(prepared.config.sections);
}

/** An item of several paragraphs has an empty line below it. */
function promises(folders: readonly DutyFolder[]): string {
  return folders
    .flatMap(({ promise }) => promise ?? [])
    .map((text) => (text.includes('\n\n') ? `${text}\n` : text))
    .join('\n');
}

function readmes(folders: readonly DutyFolder[]): Record<string, string> {
  const paths = folders.map((folder) => ({ folder, path: `${folder.path}/README.md` }));
  return Object.fromEntries(
    paths
      .filter(({ path }) => existsSync(path))
      .map(({ folder, path }) => [path, fill(read(path), 'files', folder.files)]),
  );
}
