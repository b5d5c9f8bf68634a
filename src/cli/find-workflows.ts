// The workflows of the repository that a config file is in.
import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { WorkflowFile } from '../workflow/judge.ts';

/** What is in no relation to the size of a workflow is not looked at. */
const MAX_FILES = 200;

export interface FoundWorkflows {
  readonly files: readonly WorkflowFile[];
  /** Path of the config, from the top of the repository. */
  readonly configPath: string;
}

/** Undefined where the config is in no folder `.github`, or there is no folder of workflows. */
export async function findWorkflows(
  configFile: string,
): Promise<FoundWorkflows | { readonly trouble: string } | undefined> {
  const folder = dirname(configFile);
  if (basename(folder) !== '.github') return undefined;
  const workflows = join(folder, 'workflows');
  try {
    const names = (await readdir(workflows)).filter((name) => /\.ya?ml$/.test(name)).toSorted();
    const paths = names.slice(0, MAX_FILES).map((name) => join(workflows, name));
    const files = await Promise.all(
      paths.map(async (file) => ({ file, text: await readFile(file, 'utf8') })),
    );
    return { files, configPath: `.github/${basename(configFile)}` };
  } catch (error) {
    const { code, path = workflows } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    return {
      trouble: `${path} can't be read (${code ?? 'unknown reason'}), so the workflow was not checked.`,
    };
  }
}
