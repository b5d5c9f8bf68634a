// The messages about test environments to audiences: it is ready, and it does not answer.
import { dayAt } from '../../domain/day.ts';
import type { NoticeLine, NoticePart } from '../../domain/notice.ts';
import { dayWords } from '../../text/words.ts';
import type { EnvironmentRow } from './memory.ts';
import type { Plan } from './plans.ts';

export interface Words {
  readonly title: string;
  readonly lines: readonly NoticeLine[];
}

export function readyNotice(plan: Plan, { ready }: EnvironmentRow, tracking: string | undefined): Words {
  const { release, candidate, config, until, teams, name } = plan;
  const url = ready?.url;
  const { access } = config;
  return {
    title: `${release.version}: ${candidate.title} can be tested`,
    lines: [
      ...(access === undefined ? [] : [fact('Access', isLink(access) ? link(access, access) : text(access))]),
      fact('Until', text(dayWords(until))),
      ...(teams.length === 0
        ? []
        : [
            line(
              text(
                `To confirm that your team can test, react with a check mark or comment \`/release can-test ${name}\` on the tracking issue.`,
              ),
            ),
          ]),
      ...(url === undefined ? [] : [button('Open test environment', url)]),
      ...(tracking === undefined ? [] : [line(link('Tracking issue', tracking))]),
    ],
  };
}

export function goneNotice(plan: Plan, { ended }: EnvironmentRow, tracking: string | undefined): Words {
  const { release, candidate, name } = plan;
  const since = ended === undefined ? '' : ` since ${dayWords(dayAt(ended.at, release.timezone))}`;
  return {
    title: `${release.version}: the test environment of ${candidate.title} does not answer`,
    lines: [
      line(
        text(`${name} has not answered${since}. The release leads know. You get a message once it is back.`),
      ),
      ...(tracking === undefined ? [] : [button('Open tracking issue', tracking)]),
    ],
  };
}

function isLink(words: string): boolean {
  return /^https:\/\/\S+$/.test(words);
}

function text(words: string): NoticePart {
  return { kind: 'text', text: words };
}

function link(words: string, url: string): NoticePart {
  return { kind: 'link', text: words, url };
}

function line(...parts: readonly NoticePart[]): NoticeLine {
  return { parts };
}

function fact(label: string, part: NoticePart): NoticeLine {
  return { fact: true, parts: [{ kind: 'strong', text: `${label}:` }, text(' '), part] };
}

function button(label: string, url: string): NoticeLine {
  return { button: true, parts: [link(label, url)] };
}
