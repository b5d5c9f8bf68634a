// What a duty gets to see of the sandbox for its pane.
import type { PaneView } from '../../src/duties/pane.ts';
import type { SeenMessage } from '../../src/duties/view.ts';
import type { SandboxState } from '../machine/state.ts';

/** `section` is the name of the config section that the duty reads. */
export function paneView(state: SandboxState, section: string): PaneView<unknown> {
  const { releases, repo, clock, config, standing } = state;
  return {
    config: config.sections[section],
    teams: config.teams,
    today: clock.today,
    releases,
    issues: repo.issues,
    messages: messagesOf(state),
    standing,
  };
}

function messagesOf({ outside, repo }: SandboxState): SeenMessage[] {
  const channels = (outside?.slack ?? []).flatMap(({ workspace, channels: all }) =>
    all.map((channel) => ({ ...channel, place: [workspace ?? [], `#${channel.name}`].flat().join(' ') })),
  );
  return [
    ...channels.flatMap(({ place, messages }) =>
      messages.map(({ text, at }): SeenMessage => ({ channel: 'slack', place, text, at })),
    ),
    ...(outside?.mails ?? []).map(({ to, text }): SeenMessage => ({
      channel: 'mail',
      place: to.join(', '),
      text,
    })),
    ...repo.discussions.map(({ category, body }): SeenMessage => ({
      channel: 'discussion',
      place: category,
      text: body,
    })),
  ];
}
