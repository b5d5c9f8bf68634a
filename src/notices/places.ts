// From audiences to the places that a notice goes to.
import type { NoticeTarget } from '../domain/notice.ts';
import type { AudienceChannels, TeamChannel } from './audience.ts';

export interface Place {
  /** Unique, short enough for a key: `slack/team-api`, `webhook/community`, `mail/press`, `discussion/announcements`. */
  readonly slug: string;
  readonly target: NoticeTarget;
  readonly reach: 'internal' | 'external';
  /** A role that approves each message to it. */
  readonly approval?: string | undefined;
}

export interface Audiences {
  readonly audiences: Readonly<Record<string, AudienceChannels>>;
  readonly teams: Readonly<Record<string, TeamChannel>>;
  /** One channel in place of all others, for trials. */
  readonly mockChannel?: string | undefined;
}

/** The places of some audiences, each once; a name that no audience has leads nowhere. */
export function placesOf(names: readonly string[], from: Audiences): Place[] {
  const places = names.flatMap((name) => {
    const audience = Object.hasOwn(from.audiences, name) ? from.audiences[name] : undefined;
    return audience === undefined ? [] : placesOfOne(name, audience, from);
  });
  const mocked = from.mockChannel === undefined ? places : places.map(mockedIn(from.mockChannel));
  return mocked.filter(({ slug }, index) => mocked.findIndex((other) => other.slug === slug) === index);
}

/** What is meant for those inside never reaches those outside (Y23). */
export function internal(places: readonly Place[]): Place[] {
  return places.filter(({ reach }) => reach === 'internal');
}

/** The channel of one team; undefined when it has none. */
export function placeOfTeam(
  team: TeamChannel,
  { mockChannel }: Pick<Audiences, 'mockChannel'>,
): Place | undefined {
  if (team.slack === undefined) return undefined;
  const place = slackPlace(team.slack, { reach: 'internal' });
  return mockChannel === undefined ? place : mockedIn(mockChannel)(place);
}

function placesOfOne(name: string, audience: AudienceChannels, { teams }: Audiences): Place[] {
  const { reach, approval, workspace, mail, webhook } = audience;
  const own = audience.teams ? Object.values(teams).flatMap(({ slack }) => slack ?? []) : [];
  const channels = [...new Set([...audience.slack, ...own])];
  const slack = channels.map((channel) => slackPlace(channel, { reach, approval, workspace }));
  const target: NoticeTarget = { kind: 'mail', to: mail };
  const mails = mail.length === 0 ? [] : [{ slug: `mail/${name}`, target, reach, approval }];
  const chats = webhook.map((chat) => {
    const webhookTarget: NoticeTarget = { kind: 'webhook', name: chat };
    return { slug: `webhook/${chat}`, target: webhookTarget, reach, approval };
  });
  return [...slack, ...chats, ...discussionPlaces(audience), ...mails];
}

function discussionPlaces({ discussions: category, reach, approval }: AudienceChannels): Place[] {
  if (category === undefined) return [];
  // The parts of a key stand between slashes; GitHub takes capitals for the same category.
  const slug = `discussion/${category.toLowerCase().replaceAll(/[\s/]+/g, '-')}`;
  return [{ slug, target: { kind: 'discussion', category }, reach, approval }];
}

function slackPlace(
  channel: string,
  rest: Pick<Place, 'reach' | 'approval'> & { workspace?: string | undefined },
) {
  const { reach, approval, workspace } = rest;
  const slug = ['slack', ...(workspace === undefined ? [] : [workspace]), channel.replace('#', '')].join('/');
  const target: NoticeTarget = { kind: 'slack', channel, workspace };
  return { slug, target, reach, approval };
}

/** For trials: the place keeps its name, so that a trial doesn't count as told when it ends. */
function mockedIn(channel: string) {
  return (place: Place): Place => ({
    ...place,
    slug: `trial/${place.slug}`,
    target: { kind: 'slack', channel },
  });
}
