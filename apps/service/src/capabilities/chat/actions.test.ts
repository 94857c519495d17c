import * as contract from '@stazhirovka/contract/chat';
import { roomEvents, submissions } from '@stazhirovka/db/schema';
import { applyAll, CHAT_EVENT_TYPES, REACTION_NAMES } from '@stazhirovka/domain/chat';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { stateOf } from '../../testing/chat.ts';
import { answersOf, newLearner } from '../../testing/learner.ts';
import { makePerson } from '../../testing/person.ts';
import { refusing } from '../../testing/refused.ts';
import { openTalk } from '../../testing/talking.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { addMember, removeMember } from './index.ts';

const { group, id, talk, tutor, intern, other } = await openTalk();
afterAll(() => group.close());

test('C6: what people do in any order, applied event by event, is what a fresh fetch gives', async () => {
	const guest = await makePerson(group.db);
	const roots = [
		await talk.say(intern, 'первое'),
		await talk.say(tutor, 'второе'),
		await talk.say(other, 'третье')
	];
	const people = [tutor, intern, other];
	const submissionId = await sentSubmission();
	const step = fc.record({
		who: fc.constantFrom(...people),
		n: fc.nat(),
		what: fc.constantFrom(
			...(['post', 'reply', 'edit', 'remove', 'hide', 'react', 'unreact', 'pin', 'unpin'] as const),
			...(['close', 'reopen', 'slow', 'join', 'leave', 'silence', 'unsilence', 'remark'] as const)
		)
	});
	const silenced = (n: number) => (n % 2 ? guest.id : group.interns[1]!.id);
	const take = async ({ who, n, what }: { who: Visitor; n: number; what: string }) => {
		const meant = roots[n % roots.length]!;
		const name = REACTION_NAMES[n % 2]!;
		const post = (change = {}) => talk.post(who, `слово ${n}`, change);
		if (what === 'post') {
			const answer = await post();
			if (answer.ok) roots.push(answer.value.seq);
		} else if (what === 'reply') await post({ replyTo: meant });
		else if (what === 'join') await group.db.transaction((tx) => addMember(tx, id, guest.id));
		else if (what === 'leave') await group.db.transaction((tx) => removeMember(tx, id, guest.id));
		else if (what === 'close') await talk.act(tutor, { do: 'close', reason: `причина ${n}` });
		else if (what === 'reopen') await talk.act(tutor, { do: 'reopen' });
		else if (what === 'slow') await talk.act(tutor, { do: 'slow', seconds: n % 2 ? 10 : 0 });
		else if (what === 'silence') {
			const silence = { do: 'silence', person: silenced(n), minutes: 60, reason: `причина ${n}` } as const;
			await talk.act(tutor, silence);
		} else if (what === 'unsilence') await talk.act(tutor, { do: what, person: silenced(n) });
		else if (what === 'remark') await talk.act(tutor, { do: what, message: meant, submissionId, version: 1 });
		else if (what === 'hide') await talk.act(tutor, { do: 'hide', message: meant, reason: 'не сюда' });
		else if (what === 'edit') {
			await talk.act(who, { do: 'edit', message: meant, text: `правка ${n}`, mentions: [group.tutor.id] });
		} else if (what === 'react' || what === 'unreact')
			await talk.act(who, { do: what, message: meant, name });
		else await talk.act(who, { do: what as 'pin' | 'unpin' | 'remove', message: meant });
	};

	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
			const before = await talk.open(intern);
			for (const one of steps) await take(one);
			const missed = await talk.events(intern, before.seq);
			const after = await talk.open(intern);

			const loaded = new Set(after.messages.map(({ seq }) => seq));
			const applied = applyAll(stateOf(before), missed.events);
			if (applied === 'gap') throw new Error('the events have a gap');
			const messages = applied.messages.filter(({ seq }) => loaded.has(seq));
			expect({ ...applied, messages }).toEqual(stateOf(after));
			await intern.must(contract.markRead, { params: { id }, body: { seq: after.seq } });
		}),
		{ numRuns: 25, examples: [[everything(tutor)]] }
	);
	await talk.act(tutor, { do: 'reopen' });
	await talk.act(tutor, { do: 'slow', seconds: 0 });
	await talk.act(tutor, { do: 'unsilence', person: group.interns[1]!.id });
	await group.db.transaction((tx) => removeMember(tx, id, guest.id));

	const kinds = await group.db
		.selectDistinct({ type: roomEvents.type })
		.from(roomEvents)
		.where(eq(roomEvents.roomId, id));
	const ofTurns = CHAT_EVENT_TYPES.filter((type) => /^(conference|questions|floor)\./.test(type));
	expect(kinds.length).toBe(CHAT_EVENT_TYPES.length - ofTurns.length);
}, 60_000);

/** A submission that the tutor may make a remark on. */
async function sentSubmission(): Promise<string> {
	const learner = await newLearner(group);
	await learner.agree(answersOf('t-1'));
	await learner.send('T01');
	const [row] = await group.db
		.select({ id: submissions.id })
		.from(submissions)
		.where(eq(submissions.enrolmentId, learner.enrolmentId));
	return row!.id;
}

/** Each of the steps once, so that no kind of event is left to chance; turns have a test of their own (`spaces`). */
function everything(who: Visitor) {
	const before = [
		'post',
		'reply',
		'edit',
		'react',
		'unreact',
		'pin',
		'unpin',
		'remark',
		'slow',
		'join',
		'silence',
		'unsilence',
		'leave'
	] as const;
	const steps = before.map((what) => ({ who, what, n: 1 }));
	const after = (['remove', 'close', 'reopen'] as const).map((what) => ({ who, what, n: 1 }));
	return [...steps, ...after];
}

test('C2, C3: any action sent again is done once and answered alike, whatever the room has become', async () => {
	const seq = await talk.say(intern, 'Не то');
	const clientId = randomUUID();
	const first = await talk.act(intern, { do: 'remove', message: seq }, clientId);

	expect(first).toMatchObject({ ok: true, value: { clientId } });
	expect(
		await Promise.all([1, 2, 3].map(() => talk.act(intern, { do: 'remove', message: seq }, clientId)))
	).toEqual(Array(3).fill(first));
	expect(await talk.act(intern, { do: 'pin', message: seq }, clientId)).toMatchObject(
		refusing(409, 'message.key_reused')
	);
	expect(await talk.act(intern, { do: 'remove', message: seq })).toMatchObject(
		refusing(409, 'message.removed')
	);
});

test('one edits and takes back one’s own words; the tutor sees what they were, others do not', async () => {
	const seq = await talk.say(intern, 'Здраствуйте');
	await talk.done(intern, { do: 'edit', message: seq, text: 'Здравствуйте', mentions: [] });
	await talk.done(intern, { do: 'remove', message: seq });
	const params = { id, seq };

	expect(await talk.message(tutor, seq)).toMatchObject({ text: '', removal: { by: 'author', reason: null } });
	expect(await tutor.must(contract.listMessageHistory, { params })).toMatchObject([
		{ what: 'posted', text: 'Здраствуйте' },
		{ what: 'edited', text: 'Здравствуйте' },
		{ what: 'removed', text: '' }
	]);
	expect(await intern.call(contract.listMessageHistory, { params })).toMatchObject(
		refusing(403, 'forbidden')
	);

	const told = JSON.stringify(await talk.events(other, seq - 1));
	expect(told).not.toContain('Здра');
});

test('words of others are not edited, not even by a moderator; a card stays', async () => {
	const seq = await talk.say(intern, 'Мои слова');
	const edit: contract.RoomAction = { do: 'edit', message: seq, text: 'Чужие', mentions: [] };

	expect(await talk.act(other, edit)).toMatchObject(refusing(409, 'message.not_yours'));
	expect(await talk.act(tutor, edit)).toMatchObject(refusing(409, 'message.not_yours'));
	expect(await talk.act(other, { do: 'hide', message: seq, reason: 'так' })).toMatchObject(
		refusing(409, 'room.not_moderator')
	);
	expect(await talk.act(intern, { do: 'remove', message: 99_999 })).toMatchObject(
		refusing(404, 'message.missing')
	);
	expect(await talk.act(intern, { do: 'edit', message: seq, text: '', mentions: [] })).toMatchObject(
		refusing(409, 'message.empty')
	);
});

test('a removal and an edit at once: whichever comes second finds what the first made', async () => {
	const seq = await talk.say(intern, 'Спор');
	const both = await Promise.all([
		talk.act(intern, { do: 'remove', message: seq }),
		talk.act(intern, { do: 'edit', message: seq, text: 'Спор окончен', mentions: [] })
	]);

	expect(both[0]).toMatchObject({ ok: true });
	expect((await talk.message(tutor, seq)).text).toBe('');
});

test('threads hang on their roots: an answer to an answer is in the same thread, and counts', async () => {
	const root = await talk.say(tutor, 'Кто идёт в четверг?');
	const first = await talk.say(intern, 'Я', { replyTo: root });
	const second = await talk.say(other, 'И я', { replyTo: first });
	const params = { id, seq: root };
	const thread = await intern.must(contract.getThread, { params, querystring: {} });
	const { threads } = await intern.must(contract.listThreads, { params: { id }, querystring: {} });

	expect([thread.root.replies, thread.replies.map(({ seq }) => seq)]).toEqual([
		{ count: 2, last: second },
		[first, second]
	]);
	expect(threads[0]?.seq).toBe(root);
	expect(
		await intern.call(contract.getThread, { params: { id, seq: first }, querystring: {} })
	).toMatchObject(refusing(404, 'message.missing'));
	expect(await talk.post(intern, 'В никуда', { replyTo: 99_999 })).toMatchObject(
		refusing(404, 'message.missing')
	);
});

test('the same sign twice changes nothing; a mention calls only those who are here', async () => {
	const stranger = await makePerson(group.db);
	const seq = await talk.say(intern, '@всем', { mentions: [group.tutor.id, stranger.id] });
	await talk.done(other, { do: 'react', message: seq, name: 'heart' });

	expect(await talk.act(other, { do: 'react', message: seq, name: 'heart' })).toMatchObject(
		refusing(409, 'action.no_change')
	);
	expect(await talk.message(tutor, seq)).toMatchObject({
		mentions: [group.tutor.id],
		reactions: [{ name: 'heart', by: [group.interns[1]!.id] }]
	});
});
