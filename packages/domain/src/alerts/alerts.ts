import { daysBetween } from '../calendar/index.ts';
import type { AlertKind, AlertRules } from './rules.ts';

/** A step as the path shows it; days are `YYYY-MM-DD` in the site's zone. */
export type WatchedStep = {
	key: string;
	kind: string;
	state: 'done' | 'open' | 'waiting' | 'locked';
	dueOn: string | null;
};

/** All that alerts of one intern are derived from. Nothing of it is a deficit or an answer. */
export type Watched = {
	today: string;
	/** Nobody is silent before the cohort begins. */
	startsOn: string;
	/** The last day on which the intern decided or wrote something; null: never. */
	lastActiveOn: string | null;
	/** In the order of the path. */
	steps: readonly WatchedStep[];
	/** What lies with the tutor, since which day. */
	unchecked: readonly { step: string; since: string }[];
};

/** One alert a kind: the oldest reason stands for the others, which are counted. */
export type Alert = {
	kind: AlertKind;
	/** The step that it is about; null where it is about the intern. */
	step: string | null;
	/** The last activity, the day of the sending, the last day of the step. */
	since: string;
	/** How many days have passed since then; below zero they are still to come. */
	days: number;
	count: number;
};

type Reason = { step: string | null; since: string };

/** Why an intern needs attention today, in the order of the rules. */
export function alertsOf(rules: AlertRules, watched: Watched): Alert[] {
	const { today } = watched;
	const reasons: Record<AlertKind, (days: number) => Reason[]> = {
		silent: (days) => silence(watched).filter(({ since }) => daysBetween(since, today) >= days),
		unchecked: (days) => watched.unchecked.filter(({ since }) => daysBetween(since, today) >= days),
		deadline: (days) => owed(watched).filter(({ since }) => daysBetween(today, since) <= days),
		review: (days) => owedReviews(watched).filter(({ since }) => daysBetween(since, today) >= days)
	};

	return (Object.keys(reasons) as AlertKind[]).flatMap((kind) => {
		const days = rules[kind];
		return days === null ? [] : oldest(kind, reasons[kind](days), today);
	});
}

/** Only somebody who has something to do can be silent: who waits for others is not. */
function silence({ today, startsOn, lastActiveOn, steps }: Watched): Reason[] {
	if (today < startsOn || !steps.some(({ state }) => state === 'open')) return [];
	return [{ step: null, since: lastActiveOn !== null && lastActiveOn > startsOn ? lastActiveOn : startsOn }];
}

/** Steps that are not handed in; reviews belong here until their day is over. */
function owed({ steps, today }: Watched): Reason[] {
	return dated(steps).filter(({ kind, since }) => kind !== 'reviews' || since >= today);
}

function owedReviews({ steps }: Watched): Reason[] {
	return dated(steps).filter(({ kind }) => kind === 'reviews');
}

function dated(steps: readonly WatchedStep[]): (Reason & { kind: string })[] {
	return steps.flatMap(({ key, kind, state, dueOn }) =>
		dueOn !== null && (state === 'open' || state === 'locked') ? [{ step: key, kind, since: dueOn }] : []
	);
}

function oldest(kind: AlertKind, reasons: Reason[], today: string): Alert[] {
	const [first, ...others] = reasons.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
	if (!first) return [];
	const { step, since } = first;
	return [{ kind, step, since, days: daysBetween(since, today), count: others.length + 1 }];
}
