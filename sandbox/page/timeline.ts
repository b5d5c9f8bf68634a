// The timeline of every release: phases, milestones and today.
import { type Day, addDays, formatDay } from '../../src/domain/day.ts';
import type { Release, Week } from '../../src/domain/release.ts';
import { dayWords } from '../../src/text/words.ts';
import type { SandboxState } from '../machine/state.ts';
import { type Axis, axisOver } from './gantt/axis.ts';
import { type Html, html } from '../../src/text/html.ts';

const BAR_TOP = 6;
const BAR = 24;
const MARKS = 42;
const LANE = 58;

export function renderTimeline({ releases, clock }: SandboxState): Html {
  if (releases.length === 0)
    return html`<p class="empty">No release: the config gives none that can be used.</p>`;
  const days = releases
    .flatMap(({ start, end, milestones }) => [start, end, ...milestones.map(({ day }) => day)])
    .toSorted();
  const axis = axisOver(days[0] ?? clock.today, days.at(-1) ?? clock.today, 20);
  const height = releases.length * LANE + 20;
  return html`<svg
    class="timeline"
    role="img"
    width="100%"
    height="${height}"
    aria-label="${words(releases, clock.today)}"
  >
    ${axis.ticks.map((day, index) => tick(day, axis, index, height))}
    ${releases.map((release, index) => lane(release, axis, index * LANE, clock.today))}
    ${today(clock.today, axis, height)}
  </svg>`;
}

function tick(day: Day, axis: Axis, index: number, height: number): Html {
  return html`<line
      class="timeline-grid"
      x1="${axis.place(day)}%"
      x2="${axis.place(day)}%"
      y1="0"
      y2="${height - 16}"
    />
    <text
      class="timeline-tick${index % 4 !== 0 && ' timeline-tick-minor'}"
      x="${axis.place(day)}%"
      y="${height - 4}"
      >${formatDay(day, 'D MMM')}</text
    >`;
}

function lane(release: Release, axis: Axis, top: number, now: Day): Html {
  return html`${phases(release.weeks).map(
    (phase, index) =>
      html`<svg
        x="${axis.place(phase.from)}%"
        y="${top + BAR_TOP}"
        width="${axis.place(phase.to) - axis.place(phase.from)}%"
        height="${BAR}"
      >
        <title>${phase.name}, ${dayWords(phase.from)} to ${dayWords(addDays(phase.to, -1))}</title>
        <rect
          class="timeline-phase timeline-phase-${index % 2}${phase.from <= now && now < phase.to && ' timeline-phase-now'}"
          width="100%"
          height="100%"
        />
        <foreignObject width="100%" height="100%">
          <p class="timeline-name">
            ${index === 0 && releaseWords(release, phase.name)}${index > 0 && phase.name}
          </p>
        </foreignObject>
      </svg>`,
  )}
  ${release.milestones.map(
    (milestone) =>
      html`<svg x="${axis.place(milestone.day)}%" y="${top + MARKS}" overflow="visible">
        <title>${milestone.title}, ${dayWords(milestone.day)}</title>
        <path
          class="timeline-mark${milestone.day < now && ' timeline-mark-past'}${milestone.id === 'release' && ' timeline-mark-release'}"
          d="M0 -5L5 0L0 5L-5 0Z"
        />
      </svg>`,
  )}`;
}

function releaseWords(release: Release, phase: string): string {
  return `${release.version}: ${phase}`;
}

function today(day: Day, axis: Axis, height: number): Html | undefined {
  if (day < axis.from || day >= axis.to) return undefined;
  return html`<svg x="${axis.place(day)}%" overflow="visible">
    <title>Today, ${dayWords(day)}</title>
    <path class="timeline-today" d="M0 0V${height - 16}" />
    <circle class="timeline-now" r="4" cy="3" />
  </svg>`;
}

function phases(weeks: readonly Week[]): { name: string; from: Day; to: Day }[] {
  const stretches: { name: string; from: Day; to: Day }[] = [];
  for (const week of weeks) {
    const name = week.phase ?? 'Cycle';
    const last = stretches.at(-1);
    const to = addDays(week.end, 1);
    if (last?.name === name) last.to = to;
    else stretches.push({ name, from: week.start, to });
  }
  return stretches;
}

function words(releases: readonly Release[], now: Day): string {
  const each = releases.map((release) => {
    const week = release.weeks.find(({ start, end }) => start <= now && now <= end);
    const place =
      week === undefined
        ? 'outside of its cycle'
        : `in week ${week.number} of ${release.weeks.length}${week.phase === undefined ? '' : `, ${week.phase}`}`;
    const next = release.milestones.find(({ day }) => day >= now);
    return `${release.title} is ${place}${next === undefined ? '' : `, next milestone ${next.title} on ${dayWords(next.day)}`}`;
  });
  return `Today is ${dayWords(now)}. ${each.join('. ')}.`;
}
