import type { Tx } from '@stazhirovka/db';
import { decideItems, moveMeeting, type Decided } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, fail, settle } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { lockedApplication, moveTo } from '../../../sites/index.ts';
import { enterToRun, type EnteredMeeting } from '../../access.ts';
import { today } from '../../../../shell/today.ts';
import { prepareLetter } from '../../decisions/letters.ts';
import { withoutGone } from '../gone.ts';
import { ballotOf, barredFrom, type Ballot } from '../meeting.ts';
import { changeItem, changeMeeting, lockMeeting, nextNumber, type ItemRow } from '../store.ts';
import { issueMinutes } from '../papers.ts';
import { lockCouncil } from '../../store.ts';

/**
 * Closes a meeting: its votes decide, its applications move, its minutes get their number, and nothing of it changes any
 * more (R22, R27, R28). What was taken back meanwhile is put off. Of two who close it at once one does.
 */
export async function closeMeeting(
	ctx: Ctx,
	{ id, revision }: { id: string; revision: number }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { council } = await enterToRun(tx, ctx, id);
		// The council's lock gives the numbers in order; it always comes before the meeting's.
		await lockCouncil(tx, council.id);
		await lockMeeting(tx, id);
		const entered = await enterToRun(tx, ctx, id);
		const { meeting, members } = entered;
		const state = settle(moveMeeting(meeting.state, 'close'));
		if (meeting.revision !== revision) conflict('meeting');
		if (meeting.heldOn > today(ctx.now)) fail('refused', 'meeting.not_held_yet');

		const { ballot, gone } = await withoutGone(tx, await ballotOf(tx, entered));
		const decided = settle(decideItems(factsOf(entered, ballot)));
		for (const { row } of ballot.items) {
			if (gone.has(row.id)) await changeItem(tx, row.id, { putOff: true, decision: row.decision });
			await decide(tx, ctx, gone.has(row.id) ? { ...row, applicationId: null } : row, decided);
		}

		const year = Number(meeting.heldOn.slice(0, 4));
		const number = await nextNumber(tx, council.id, year);
		const present = ballot.present.length;
		const by = { closedAt: ctx.now(), closedBy: ctx.actor.personId };
		const closed = { members: members.length, present };
		const minutesId = await issueMinutes(tx, ctx, { entered, ballot, decided, number });
		const frozen = { state, year, number, closed, minutesId, ...by };
		if (!(await changeMeeting(tx, meeting, frozen))) conflict('meeting');
		await record(tx, ctx, 'meeting.closed', { id }, { year, number, ...closed, decided });
	});
}

function factsOf({ council, members }: EnteredMeeting, { present, items }: Ballot) {
	const { quorum, majority, castingVote } = council;
	return {
		...{ members, present, quorum, rules: { majority, castingVote } },
		items: items.map((item) => ({
			id: item.row.id,
			barred: barredFrom(item, members),
			votes: item.votes,
			putOff: item.row.putOff
		}))
	};
}

/** What the decision does: only an application is moved by it; a status ends by an act alone. */
async function decide(tx: Tx, ctx: Ctx, row: ItemRow, decided: Decided[]): Promise<void> {
	const { outcome, stand } = decided.find(({ id }) => id === row.id) ?? conflict('meeting');
	await changeItem(tx, row.id, { outcome, stand });
	if (!row.applicationId) return;

	const application = await lockedApplication(tx, row.applicationId);
	const words = row.decision;
	if (outcome === 'for') await moveTo(tx, ctx, application, 'support');
	if (outcome === 'against')
		await moveTo(tx, ctx, application, 'decline', { reason: words || null, decidedAt: ctx.now() });
	await prepareLetter(tx, ctx, application, { kind: 'council', result: outcome, words });
}
