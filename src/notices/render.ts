// The words about messages: in the log, in their previews, and in the report while they are held up.
import type { NoticeTarget } from '../domain/notice.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { countWords } from '../text/words.ts';

export function placeWords(target: NoticeTarget): string {
  switch (target.kind) {
    case 'slack':
      return `${target.channel} on Slack${target.workspace === undefined ? '' : ` (${target.workspace})`}`;
    case 'mail':
      return `${countWords(target.to.length, 'address', 'addresses')} by email`;
    case 'webhook':
      return `the webhook ${target.name}`;
    case 'wiki':
      return `the wiki page ${target.page}`;
    case 'discussion':
      return `the discussions in ${target.category}`;
  }
}

export const render = {
  what: (version: string) => `Messages of ${version}`,
  entry: (title: string, target: NoticeTarget) =>
    `Sent to ${escapeMarkdown(placeWords(target))}: ${escapeMarkdown(title)}`,
  whyPreview: (role: string) => `the role ${role} approves it before it goes out`,
  approved: (by: string, title: string, target: NoticeTarget) =>
    `${escapeMarkdown(by)} approved a message to ${escapeMarkdown(placeWords(target))}: ${escapeMarkdown(title)}`,
  previewed: (title: string, target: NoticeTarget) =>
    `Asked for approval of a message to ${escapeMarkdown(placeWords(target))}: ${escapeMarkdown(title)}`,
  failed: (target: NoticeTarget, why: string) => `${placeWords(target)}: ${why}`,
  lost: (target: NoticeTarget) =>
    `${placeWords(target)}: relcomms started to send it twice and does not know whether it arrived; look there, and send it by hand if it is missing`,
  waits: (role: string) => `it needs approval by the role ${role}: see its preview in the tracking issue`,
  unknownAudience: (name: string) => `there is no audience ${name}; add it under \`audiences\``,
};
