import type { ServerFrame } from '@stazhirovka/contract/chat';
import { REACTION_NAMES } from '@stazhirovka/domain/chat';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { openTalk } from '../../../testing/talking.ts';
import { postGroupCard } from '../index.ts';
import { eventsOf } from '../log.ts';
import { storedEvents } from './source.ts';

const { group, id, talk, tutor, intern } = await openTalk();
afterAll(() => group.close());

/** The words of a frame, read as a browser does: the head tells how long it is. */
function read(frame: Buffer): ServerFrame {
	const short = (frame[1] ?? 0) < 126;
	return JSON.parse(frame.subarray(short ? 2 : 4).toString()) as ServerFrame;
}

test('C6: what goes over the wire is what is fetched, whatever a message carries and whatever becomes of it', async () => {
	const root = await talk.say(intern, 'Как быть с «ё» и "кавычками" \\ и < > &?\n\u2028', {
		subject: { kind: 'criterion', key: 'T01', number: 1 }
	});
	const answer = await talk.say(tutor, 'так', {
		replyTo: root,
		mentions: group.interns.slice(0, 1).map((one) => one.id)
	});
	await group.db.transaction((tx) =>
		postGroupCard(
			tx,
			{ personId: group.tutor.id, at: group.deps.now() },
			{
				cohortId: group.cohort.id,
				clientId: randomUUID(),
				text: 'Карта',
				card: { kind: 'effectiveness_card', title: 'Карта', result: '4 → 7', lines: ['"1"'], place: null }
			}
		)
	);
	await talk.act(tutor, { do: 'edit', message: answer, text: 'не так', mentions: [] });
	await talk.act(tutor, { do: 'react', message: root, name: REACTION_NAMES[0] });
	await talk.act(tutor, { do: 'remove', message: answer });
	await talk.act(tutor, { do: 'slow', seconds: 30 });

	const told = await storedEvents(group.db)(id, 0, 100);
	expect(told.map(({ frame }) => read(frame))).toEqual(
		(await eventsOf(group.db, id)).map((event) => ({ t: 'event', roomId: id, event }))
	);
	expect(told.slice(-7).map(({ changes }) => changes)).toEqual([false, false, false, true, true, true, true]);
});
