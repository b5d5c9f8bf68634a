// The workflows of README and docs, as `relcomms init` writes them, and every mention of where the project lives.
import { ACTION, HOME } from '../../src/cli/project.ts';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { sectionsOf } from '../../src/duties/index.ts';
import { prepare } from '../../src/run/prepare.ts';
import { workflowNeeds } from '../../src/workflow/needs.ts';
import { workflowText } from '../../src/workflow/text.ts';

const CONFIG_PATH = '.github/relcomms.yml';

/** The workflow that fits a config with the sections of `duties`. Throws for one with mistakes. */
export function sampleWorkflow(config: string, duties: readonly AnyDuty[]): string {
  const prepared = prepare(config, sectionsOf(duties));
  if ('problems' in prepared) throw new Error(prepared.problems.map(({ message }) => message).join('\n'));
  return workflowText(workflowNeeds(prepared, duties), ACTION, CONFIG_PATH);
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** The first config of a page, which begins with its path. */
export function configIn(page: string): string {
  const [, config] = /^```yaml\n(# \.github\/relcomms\.yml\n[\s\S]*?)^```$/m.exec(page) ?? [];
  if (config === undefined) throw new Error(`the page shows no ${CONFIG_PATH}`);
  return config;
}

/** Whatever owner was written: steps, addresses of raw files, and links. */
export function atHome(page: string): string {
  return page
    .replaceAll(/(?<=uses: )[\w.-]+\/relcomms@.+ # v\d+\.\d+\.\d+/g, ACTION)
    .replaceAll(/(?<=https:\/\/(?:github|raw\.githubusercontent)\.com\/)[^/\s]+\/relcomms(?=[\s/#)])/g, HOME);
}
