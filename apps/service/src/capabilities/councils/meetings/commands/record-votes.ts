import { votersOf, type Vote } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../../shell/context.ts';
import { missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { ballotOf, barredFrom } from '../meeting.ts';
import { changeItem, replaceVotes } from '../store.ts';
import { enterOpenItem, touch } from '../open-meeting.ts';

type Recorded = {
	id: string;
	revision: number;
	votes: { personId: string; vote: Vote }[];
	heard: string;
	decision: string;
	putOff: boolean;
};

/**
 * Records what was heard, how everybody voted and what was decided; what stood there before stays in the journal. A vote
 * of who is absent or in conflict is not kept. Answers with the meeting's id.
 */
export async function recordVotes(
	ctx: Ctx,
	{ id, revision, votes, heard, decision, putOff }: Recorded
): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const entered = await enterOpenItem(tx, ctx, id);
		const { meeting, members } = entered;
		await touch(tx, meeting, revision);

		const { present, items } = await ballotOf(tx, entered);
		const item = items.find(({ row }) => row.id === id) ?? missing('meeting');
		const voters = votersOf(members, { present, barred: barredFrom(item, members) });
		const given = voters.flatMap(({ personId }) => votes.find((vote) => vote.personId === personId) ?? []);
		await replaceVotes(tx, id, given);
		await changeItem(tx, id, { heard, decision, putOff });
		const noted = { itemId: id, votes: given, heard, decision, putOff };
		await record(tx, ctx, 'meeting.voted', { id: meeting.id }, noted);
		return meeting.id;
	});
}
