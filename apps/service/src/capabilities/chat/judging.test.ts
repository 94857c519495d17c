import * as contract from '@stazhirovka/contract/chat';
import { journal } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { talkIn } from '../../testing/chat.ts';
import { openTalk } from '../../testing/talking.ts';
import type { Visitor } from '../../testing/visitor.ts';

const { group, id, talk, tutor, intern, other } = await openTalk();
afterAll(() => group.close());

test('removing or changing words that were reported escapes no judge, in the room or over it', async () => {
	const leader = await group.as(group.leader);
	const alone = talkIn(group.threads[0]!.roomId);
	const rude = await alone.say(tutor, 'Грубость наедине');
	const changed = await talk.say(intern, 'Купите кота');
	const reason = 'грубость';
	const report = (room: string, seq: number, who: Visitor) =>
		who.must(contract.reportMessage, { params: { id: room, seq }, body: { reason } });
	await report(group.threads[0]!.roomId, rude, intern);
	await report(id, changed, other);
	await alone.done(tutor, { do: 'remove', message: rude });
	await talk.done(intern, { do: 'edit', message: changed, text: 'Доброе утро', mentions: [] });

	const list = async (who: Visitor, settled = false) =>
		(await who.must(contract.listReports, { querystring: { settled } as never })).reports;
	const [first] = await list(leader);
	expect(first).toMatchObject({
		message: { seq: rude, text: '', removal: { by: 'author' } },
		said: { text: 'Грубость наедине', files: [] }
	});
	expect((await list(tutor)).find(({ message }) => message.seq === changed)).toMatchObject({
		message: { text: 'Доброе утро' },
		said: { text: 'Купите кота' }
	});

	const waits = async (who: Visitor) => (await who.must(contract.areReportsWaiting, {})).waiting;
	expect([await waits(leader), await waits(tutor), await waits(intern)]).toEqual([true, true, false]);
	await leader.must(contract.hideReported, { params: { id: first!.id }, body: { reason } });
	expect(await list(leader)).toEqual([]);
	expect(await waits(leader)).toBe(false);
	expect((await list(leader, true))[0]?.settled?.how).toBe('hidden');
	const hidden = await group.db
		.select({ data: journal.data })
		.from(journal)
		.where(eq(journal.kind, 'message.hidden'));
	expect(hidden.map(({ data }) => data)).toContainEqual(
		expect.objectContaining({ message: rude, reason, seq: null })
	);
});
