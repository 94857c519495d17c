import type { Admission, MyEnrolment } from '@stazhirovka/contract/cohorts';
import { freeSeats, lineUp, placeInLine, servesItself } from '@stazhirovka/domain/cohorts';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { rulesOn } from '../../regulations/index.ts';
import { enterCohort } from '../access.ts';
import { cohortCard, enrolmentsOf, findMyEnrolment, type MyEnrolmentRow } from '../queries.ts';
import { findCohort } from '../store.ts';
import { toPerson } from '../view.ts';
import { limitsOf, schoolLimitOf } from './limits-store.ts';
import { placeAhead, spareIn } from './line.ts';
import * as queries from './queries.ts';
import * as store from './store.ts';
import { toApplicant, toMyEnrolment } from './view.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** Everything about who comes into a cohort, for those who lead its site. */
export async function readAdmission({ db, actor, now }: Reader, cohortId: string): Promise<Admission> {
	const facts = await enterCohort(db, actor, cohortId, 'leader');
	const today = localDay(now(), facts.timeZone);
	const cohort = (await findCohort(db, cohortId)) ?? missing('cohort');
	const card = (await cohortCard(db, cohortId)) ?? missing('cohort');
	const { document } = await loadProgramme(db, cohort.programmeVersionId);
	const [settings, limits, schools, seats, waiting, rows, others, regulation] = await Promise.all([
		store.settingsOf(db, cohortId),
		limitsOf(db, cohortId),
		schoolLimitOf(db, cohortId, today),
		store.countSeats(db, cohortId, today),
		store.waitingIn(db, cohortId),
		queries.applicantsIn(db, cohortId),
		queries.neighbours(db, cohort, today),
		queries.regulationOfSite(db, cohort.siteId)
	]);
	const rules = regulation ? await rulesOn(db, regulation, today) : undefined;
	const places = new Map(lineUp(waiting).map(({ id }, at) => [id, at + 1]));
	const tutors = card.tutors.map(toPerson);
	const around = { settings, schools, audience: document.audience, tutors, places, now: now() };
	return {
		settings: { ...settings, capacity: cohort.capacity, enrolmentOpen: cohort.enrolmentOpen },
		limits,
		revision: cohort.revision,
		privileges: rules?.profile.privileges ?? [],
		audience: document.audience,
		seats: { ...seats, free: freeSeats({ capacity: cohort.capacity, ...seats }), waiting: waiting.length },
		servesItself: servesItself(cohort, today),
		people: rows.map((row) => toApplicant(row, { ...around, hasNeighbours: others.length > 0 })),
		transferTo: await Promise.all(
			others.map(async ({ capacity, programmeVersionId, ...other }) => ({
				...other,
				free: (await spareIn(db, { id: other.id, capacity }, today)).seats,
				sameVersion: programmeVersionId === cohort.programmeVersionId
			}))
		)
	};
}

export async function listMyEnrolments(reader: Reader): Promise<MyEnrolment[]> {
	return withWhatIsSaid(reader, await enrolmentsOf(reader.db, reader.actor.personId));
}

/** One's own enrolment, in any state. */
export async function readMyEnrolment(reader: Reader, id: string): Promise<MyEnrolment> {
	const row = await findMyEnrolment(reader.db, id);
	if (row?.personId !== reader.actor.personId) missing('enrolment');
	const [enrolment] = await withWhatIsSaid(reader, [row]);
	return enrolment ?? missing('enrolment');
}

/** Somebody has few enrolments, so what differs by cohort is asked cohort by cohort. */
async function withWhatIsSaid({ db, now }: Reader, rows: MyEnrolmentRow[]): Promise<MyEnrolment[]> {
	const ids = rows.map(({ id }) => id);
	if (ids.length === 0) return [];
	const said = new Map((await queries.saidOfMany(db, ids)).map((one) => [one.id, one]));
	const ordered = await queries.orderedOf(db, ids);
	const { from, to } = await queries.transfersOf(db, ids);
	return Promise.all(
		rows.map(async (row) => {
			const { id, cohortId, state, timeZone } = row;
			const own = said.get(id) ?? missing('enrolment');
			const today = localDay(now(), timeZone);
			const waiting = state === 'waiting' ? await store.waitingIn(db, cohortId) : [];
			const priority = own.priorityAccepted === true;
			const one = { id, appliedAt: own.appliedAt, priority, school: own.organisation };
			const ends = { from: from.get(id) ?? null, to: to.get(id) ?? null, kept: own.carried ?? [] };
			return toMyEnrolment(row, {
				settings: await store.settingsOf(db, cohortId),
				said: own,
				place: placeInLine(waiting, id),
				placeAhead: UNDECIDED.has(state) ? await placeAhead(db, cohortId, one, today) : null,
				today,
				ordered: ordered.has(id),
				transfer: ends.from || ends.to ? ends : null,
				now: now()
			});
		})
	);
}

/** States in which the site has not decided yet. */
const UNDECIDED: ReadonlySet<string> = new Set(['awaiting_head', 'applied']);
