// Opens the next candidate of a release: a pull request that gives it its day and moves release day.
import { commandKey } from '../../../commands/answer-comment.ts';
import { type Answer, type Given, told } from '../../../commands/command.ts';
import { dayAt } from '../../../domain/day.ts';
import { nextCandidate } from '../../../schedule/candidates/next.ts';
import { SLIP_FORMS, slipDay } from '../../../schedule/slip-amount.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { slipPull } from '../../slip-pull.ts';
import { refuse, render } from '../candidates/render.ts';
import type { Blocked } from '../candidates/state.ts';
import type { Effects, ReleaseScene } from './effects.ts';
import { answer } from './render-command.ts';

/** Without a day it comes in the rhythm of the candidates, unless the last one is still ahead. */
export function proposeCandidate({ words, because, comment }: Given, scene: ReleaseScene): Answer<Effects> {
  const { release, context, issues, at } = scene;
  const { spec } = context.source;
  const blocked = at.blocked;
  const today = dayAt(context.now, release.timezone);
  const written = words.join(' ');
  const day =
    written === '' ? undefined : slipDay(written, blocked?.last.day ?? release.release, spec.holidays);
  if (written !== '' && day === undefined) return told(refuse.noDay(SLIP_FORMS));
  if (day !== undefined && day < today) return told(refuse.past());
  if (blocked !== undefined && day !== undefined && day <= blocked.last.day)
    return told(refuse.early(blocked));
  if (blocked !== undefined && day === undefined && blocked.last.day > today)
    return told(refuse.ahead(blocked));
  const next = nextCandidate(spec, release, today, day);
  if (next === undefined)
    return told(
      release.milestones.some(({ candidate }) => candidate !== undefined) ? refuse.undated() : refuse.none(),
    );
  const shown: Blocked | undefined = blocked && { ...blocked, next };
  const wish = slipPull({
    title: next.title,
    moves: next.moves,
    because: because ?? (shown && render.because(shown)),
    release,
    context,
    done: at.done,
    tracking: issues.find((issue) => issue.key === trackingKey(release))?.number,
    entry: commandKey(release, comment.commentId),
    why: `${comment.author} asked for it`,
  });
  if ('problem' in wish) return told(escapeMarkdown(wish.problem));
  const blocks = shown === undefined ? '' : render.blocks(shown);
  return {
    good: true,
    words: 'opened a pull request',
    reply: shown === undefined ? render.first() : render.answer(shown, release),
    desired: blocks === '' ? wish : { ...wish, body: `${wish.body}\n\n${blocks}` },
    risk: answer.noPull(),
  };
}
