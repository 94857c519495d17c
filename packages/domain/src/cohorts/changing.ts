import { openingFaults, type PlannedSession, type Surroundings } from './opening.ts';

export type CohortSession = PlannedSession & { place: string; breaks: string | null };
/** `id` is null for a session that is being added. */
export type ChangedSession = CohortSession & { id: string | null };

export type CohortPlan<S> = {
	title: string;
	startsOn: string;
	endsOn: string;
	capacity: number;
	/** Of one school; null: as many as there are seats. */
	seatsPerSchool: number | null;
	applyUntil: string | null;
	tutorIds: readonly string[];
	sessions: readonly S[];
};

/** How far the cohort has come. */
export type CohortStanding = {
	/** The day by the site's calendar. */
	today: string;
	seatsTaken: number;
	/** Tutors who have interns in the cohort. */
	busyTutorIds: readonly string[];
	announced: boolean;
};

export type ChangeFault = {
	code: `cohort.${
		| 'start_passed'
		| 'start_in_past'
		| 'end_in_past'
		| 'announced'
		| 'capacity_below_taken'
		| 'tutor_has_interns'
		| 'session_held'
		| 'session_in_past'}`;
	field: string;
	/** How many seats are taken. */
	limit?: number;
};

/**
 * What stops a change of an open cohort. Before it begins everything may change but what somebody holds: a seat, a
 * tutor. Once it runs its first day and its held sessions stay; once results are announced its days stay too.
 */
export function changeFaults(
	before: CohortPlan<CohortSession & { id: string }>,
	after: CohortPlan<ChangedSession>,
	standing: CohortStanding,
	around: Surroundings
) {
	const { today, announced } = standing;
	const faults: ChangeFault[] = [];
	const fault = (code: ChangeFault['code'], field: string) => faults.push({ code, field });

	if (after.startsOn !== before.startsOn) {
		if (announced) fault('cohort.announced', 'startsOn');
		else if (before.startsOn <= today) fault('cohort.start_passed', 'startsOn');
		else if (after.startsOn < today) fault('cohort.start_in_past', 'startsOn');
	}
	if (after.endsOn !== before.endsOn) {
		if (announced) fault('cohort.announced', 'endsOn');
		else if (after.endsOn < today) fault('cohort.end_in_past', 'endsOn');
	}
	if (after.capacity < standing.seatsTaken) {
		faults.push({ code: 'cohort.capacity_below_taken', field: 'capacity', limit: standing.seatsTaken });
	}
	if (standing.busyTutorIds.some((id) => !after.tutorIds.includes(id))) {
		fault('cohort.tutor_has_interns', 'tutorIds');
	}
	faults.push(...sessionFaults(before.sessions, after.sessions, today));

	// What stood already is not judged again: a tutor who has left the site may still teach here to the end.
	const sameDays = after.startsOn === before.startsOn && after.endsOn === before.endsOn;
	const opening = openingFaults(
		{ ...after, tutorIds: after.tutorIds.filter((id) => !before.tutorIds.includes(id)) },
		around
	).filter(({ code }) => !(sameDays && code === 'cohort.outside_site_term'));
	return [...faults, ...opening];
}

function sessionFaults(
	before: readonly (CohortSession & { id: string })[],
	after: readonly ChangedSession[],
	today: string
): ChangeFault[] {
	const lost = before.filter(({ id, date }) => date < today && !after.some((session) => session.id === id));
	const faults: ChangeFault[] = lost.map(() => ({ code: 'cohort.session_held', field: 'sessions' }));

	after.forEach((session, n) => {
		const known = before.find(({ id }) => id === session.id);
		if (known && isSame(known, session)) return;
		if (known && known.date < today)
			faults.push({ code: 'cohort.session_held', field: `sessions.${n}.date` });
		else if (session.date < today)
			faults.push({ code: 'cohort.session_in_past', field: `sessions.${n}.date` });
	});
	return faults;
}

function isSame(one: CohortSession, other: CohortSession): boolean {
	const told = ({ module, date, startsAt, endsAt, place, breaks }: CohortSession) =>
		[module, date, startsAt.slice(0, 5), endsAt.slice(0, 5), place, breaks ?? ''].join('|');
	return told(one) === told(other);
}

export type CohortMove = {
	period: { from: { startsOn: string; endsOn: string }; to: { startsOn: string; endsOn: string } } | null;
	/** Sessions whose day, time or place is another, that were added or dropped: as they are to be. */
	sessions: { added: CohortSession[]; changed: CohortSession[]; dropped: CohortSession[] };
};

/** What of a change the interns have to know; null when nothing. */
export function moveOf(
	before: CohortPlan<CohortSession & { id: string }>,
	after: CohortPlan<ChangedSession>
): CohortMove | null {
	const samePeriod = before.startsOn === after.startsOn && before.endsOn === after.endsOn;
	const changed = after.sessions.filter((session) => {
		const known = before.sessions.find(({ id }) => id === session.id);
		return known && !isSame(known, session);
	});
	const added = after.sessions.filter(({ id }) => id === null);
	const dropped = before.sessions.filter(({ id }) => !after.sessions.some((session) => session.id === id));
	if (samePeriod && changed.length + added.length + dropped.length === 0) return null;

	const daysOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => ({ startsOn, endsOn });
	return {
		period: samePeriod ? null : { from: daysOf(before), to: daysOf(after) },
		sessions: { added, changed, dropped }
	};
}
