import type { Tx } from '@stazhirovka/db';
import { localDay } from '@stazhirovka/domain/calendar';
import { changeFaults, moveOf, type ChangedSession, type CohortPlan } from '@stazhirovka/domain/cohorts';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { ensureCohortRoom, joinWorkRooms, leaveWorkRooms } from '../../chat/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { lockSite, statusPeriodsOf } from '../../sites/index.ts';
import { enterCohort } from '../access.ts';
import type { CohortFacts } from '../access-store.ts';
import { roomTitle } from '../admission.ts';
import { putLimits } from '../enrolling/limits-store.ts';
import { promote } from '../enrolling/line.ts';
import { countSeats } from '../enrolling/store.ts';
import { moveWhatFollows } from '../moving.ts';
import { cohortCard, siteTutors, type CohortCard } from '../queries.ts';
import * as store from '../store.ts';

export type CohortChange = CohortPlan<ChangedSession> & { id: string; revision: number; tutorIds: string[] };

/**
 * Changes an open cohort as a whole. What may still change is told by the rules; of two leaders at once the second is
 * told of the first. What has not happened yet moves along, and the interns have one letter.
 */
export async function changeCohort(ctx: Ctx, { id, revision, ...plan }: CohortChange): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const facts = await enterCohort(tx, ctx.actor, id, 'leader');
		await lockSite(tx, facts.siteId);
		await store.nextRevision(tx, id, revision);
		const card = (await cohortCard(tx, id)) ?? missing('cohort');
		const before = planOf(card);
		const today = localDay(ctx.now(), facts.timeZone);
		await refuseFaults(tx, facts, before, plan, today);

		const { title, startsOn, endsOn, capacity } = plan;
		await store.changeWords(tx, id, { title, startsOn, endsOn, capacity });
		await putLimits(tx, id, { seatsPerSchool: plan.seatsPerSchool, applyUntil: plan.applyUntil });
		await changePeople(tx, ctx.now(), facts, before, plan);
		await changeSessions(tx, id, before, plan);
		const move = moveOf(before, plan);
		if (move) await moveWhatFollows(tx, ctx, facts, { plan, move, today });
		await record(tx, ctx, 'cohort.changed', { id, cohortId: id }, { before, after: plan });
		await promote(tx, ctx, id);
	});
}

type Before = ReturnType<typeof planOf>;

function planOf({ tutors, ...card }: CohortCard) {
	const { title, startsOn, endsOn, capacity, seatsPerSchool, applyUntil, sessions } = card;
	const limits = { seatsPerSchool, applyUntil };
	return { title, startsOn, endsOn, capacity, ...limits, sessions, tutorIds: tutors.map(({ id }) => id) };
}

async function refuseFaults(
	tx: Tx,
	{ cohortId, siteId, programmeVersionId, announcedAt }: CohortFacts,
	before: Before,
	plan: CohortPlan<ChangedSession>,
	today: string
): Promise<void> {
	const known = before.sessions.map(({ id }) => id);
	if (plan.sessions.some(({ id }) => id !== null && !known.includes(id))) missing('session');
	const [{ document }, tutors, status, { taken, held }, loads] = await Promise.all([
		loadProgramme(tx, programmeVersionId),
		siteTutors(tx, [siteId]),
		statusPeriodsOf(tx, siteId),
		countSeats(tx, cohortId, today),
		store.tutorLoads(tx, cohortId)
	]);
	const busyTutorIds = loads.filter(({ interns }) => interns > 0).map(({ id }) => id);
	const around = {
		status,
		siteTutorIds: tutors.map(({ id }) => id),
		modules: document.modules.map(({ n }) => n)
	};
	const standing = { today, seatsTaken: taken + held, busyTutorIds, announced: announcedAt !== null };
	const faults = changeFaults(before, plan, standing, around);
	if (faults.length) faulty('cohort.faulty', { faults });
}

/** Tutors who come and go; the group's room and the discussions under its works let them in and out. */
async function changePeople(
	tx: Tx,
	now: Date,
	{ cohortId, programmeVersionId }: CohortFacts,
	before: Before,
	{ title, tutorIds }: CohortPlan<ChangedSession>
): Promise<void> {
	const gone = before.tutorIds.filter((id) => !tutorIds.includes(id));
	const come = tutorIds.filter((id) => !before.tutorIds.includes(id));
	if (gone.length) await store.removeTutors(tx, cohortId, gone);
	await store.insertTutors(tx, cohortId, come);
	const { document } = await loadProgramme(tx, programmeVersionId);
	await ensureCohortRoom(tx, { cohortId, title: roomTitle(document.title, title) });
	await leaveWorkRooms(tx, now, { cohortId, personIds: gone });
	await joinWorkRooms(tx, cohortId, come);
}

async function changeSessions(
	tx: Tx,
	cohortId: string,
	before: Before,
	{ sessions }: CohortPlan<ChangedSession>
): Promise<void> {
	const gone = before.sessions.filter(({ id }) => !sessions.some((session) => session.id === id));
	if (gone.length)
		await store.removeSessions(
			tx,
			gone.map(({ id }) => id)
		);
	for (const { id, ...values } of sessions) {
		if (id === null) await store.insertSessions(tx, cohortId, [values]);
		else await store.changeSession(tx, id, values);
	}
}
