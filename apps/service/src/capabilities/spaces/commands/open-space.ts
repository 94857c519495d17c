import type { Admission, Meeting, SpaceKind } from '@stazhirovka/domain/chat';
import { spaceFaults } from '@stazhirovka/domain/chat';
import { momentAt } from '@stazhirovka/domain/tasks';
import type { Tx } from '@stazhirovka/db';
import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { keepTurn, makeSpaceRoom } from '../../chat/index.ts';
import { enterToWork, type EnteredSite } from '../../staff/index.ts';
import { cohortsOfSite, openRows, peopleOfSite } from '../queries.ts';
import { insertSpace } from '../store.ts';

export type OpenSpace = {
	id: string;
	kind: SpaceKind;
	title: string;
	about: string;
	admits: Admission;
	cohortId: string | null;
	moderatorId: string | null;
	meeting: Meeting | null;
	isPublic: boolean;
	planRowId: string | null;
};

/** Opens a methodical association or announces a conference at a site (R62), by its leader or one of its people. */
export async function openSpace(ctx: Ctx, asked: OpenSpace): Promise<{ id: string; roomId: string }> {
	return ctx.db.transaction(async (tx) => {
		const site = await enterToWork(tx, ctx, asked.id, ['leader', 'staff']);
		const { kind, title, about, admits, isPublic } = asked;
		const meeting = kind === 'conference' ? asked.meeting : null;
		const cohortId = admits === 'cohort' ? asked.cohortId : null;
		const planRowId = kind === 'conference' ? asked.planRowId : null;
		const moderatorId = asked.moderatorId ?? ctx.actor.personId;
		const faults = [
			...spaceFaults({ kind, title, admits, cohortId, meeting }, site.timeZone, ctx.now()),
			...(await unknown(tx, ctx, site, { cohortId, planRowId, moderatorId }))
		];
		if (faults.length) faulty('space.faulty', { faults });

		const startsAt = meeting && momentAt(meeting.day, meeting.time, site.timeZone);
		const times = { startsAt, minutes: meeting?.minutes ?? null, isPublic: meeting !== null && isPublic };
		const by = { createdBy: ctx.actor.personId, createdAt: ctx.now() };
		const facts = { siteId: site.id, kind, about, admits, cohortId, planRowId };
		const id = await insertSpace(tx, { ...facts, ...times, ...by });
		const roomId = await makeSpaceRoom(tx, { kind, siteId: site.id, spaceId: id, title, moderatorId });
		await record(tx, ctx, 'space.opened', { id }, { siteId: site.id, kind, title, roomId, moderatorId });
		if (startsAt && meeting) {
			const arranged = { startsAt: startsAt.toISOString(), minutes: meeting.minutes, programme: [] };
			const stamp = { roomId, clientId: randomUUID(), choice: arranged };
			const turn = { type: 'conference.arranged', ...arranged } as const;
			const host = { ...ctx, actor: { ...ctx.actor, personId: moderatorId } };
			await keepTurn(tx, host, stamp, null, turn);
		}
		return { id, roomId };
	});
}

type Named = Pick<OpenSpace, 'cohortId' | 'planRowId'> & { moderatorId: string };

/** What was chosen must be of this very site. */
async function unknown(
	tx: Tx,
	ctx: Ctx,
	{ id, today }: EnteredSite,
	{ cohortId, planRowId, moderatorId }: Named
) {
	const [cohorts, rows, people] = await Promise.all([
		cohortId === null ? [] : cohortsOfSite(tx, id, today),
		planRowId === null ? [] : openRows(tx, id),
		moderatorId === ctx.actor.personId ? [] : peopleOfSite(tx, id, today)
	]);
	const among = (list: { id: string }[], one: string | null) =>
		one === null || list.some((candidate) => candidate.id === one);
	return [
		...(among(cohorts, cohortId) ? [] : [{ code: 'space.cohort_missing', field: 'cohortId' } as const]),
		...(among(rows, planRowId) ? [] : [{ code: 'space.row_unknown', field: 'planRowId' } as const]),
		...(moderatorId === ctx.actor.personId || among(people, moderatorId)
			? []
			: [{ code: 'space.moderator_unknown', field: 'moderatorId' } as const])
	];
}
