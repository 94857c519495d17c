import { departureFaults } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterCouncil } from '../access.ts';
import { today } from '../../../shell/today.ts';
import { lastClosedDay } from '../meetings/store.ts';
import { enterComposition, type CompositionAct } from '../people.ts';
import { retireExperts } from '../retiring.ts';
import { reassign } from '../reassigning.ts';
import { endMember, findMember, lockCouncil, membersOf } from '../store.ts';

type Departure = { id: string; lastDay: string; act: CompositionAct };

/**
 * Lets a member leave by an act (R27): after the last day they read, review and vote no more, and what they have not
 * finished goes to others. Who sat in a meeting that is closed stays as its minutes say. Answers with the council's id.
 */
export async function endCouncilMember(ctx: Ctx, { id, lastDay, act }: Departure): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const member = (await findMember(tx, id)) ?? missing('member');
		const council = await enterCouncil(tx, ctx, member.councilId);
		await lockCouncil(tx, council.id);
		if (lastDay < member.from) faulty('council.days_backwards', { field: 'lastDay' });
		const closed = await lastClosedDay(tx, council.id);
		if (closed && lastDay < closed) faulty('council.before_meeting', { field: 'lastDay', limit: closed });
		const after = (await membersOf(tx, council.id)).map((one) => (one.id === id ? { ...one, lastDay } : one));
		const faults = departureFaults(after, lastDay);
		if (faults.length) faulty('council.faulty', { faults });

		const endActId = await enterComposition(tx, ctx, council.regionId, act);
		if (!(await endMember(tx, id, { lastDay, endActId }))) conflict('council');
		if (lastDay < today(ctx.now)) await reassign(tx, ctx, council);
		const { personId } = member;
		const noted = { personId, lastDay, actId: endActId };
		await record(tx, ctx, 'council.member_ended', { id: council.id }, noted);
		await retireExperts(tx, ctx, council.regionId);
		return council.id;
	});
}
