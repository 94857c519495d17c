import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	acknowledge,
	apply,
	discard,
	nextToSend,
	queue,
	reject,
	retry,
	settle,
	EMPTY_ROOM,
	type ChatEvent,
	type Outbox,
	type Room
} from './index.ts';

const me = 'me';
const empty: Room = EMPTY_ROOM;

function typed(clientId: string, text = 'слово') {
	return { clientId, text, files: [], subject: null, replyTo: null, mentions: [] };
}

function echo(seq: number, clientId: string, author = me): ChatEvent {
	const person = { id: author, fullName: author, shortName: author };
	return {
		type: 'message.posted',
		seq,
		clientId,
		author: person,
		text: 'слово',
		files: [],
		subject: null,
		card: null,
		replyTo: null,
		mentions: [],
		at: 'now'
	};
}

test('C7: a message is shown at once and replaced by its event, whichever of ack and event comes first', () => {
	const outbox = queue([], typed('c1'));
	const room = apply(empty, echo(1, 'c1')) as Room;

	expect(settle(outbox, empty, me)).toEqual([{ ...typed('c1'), state: 'sending', code: null }]);
	expect(settle(acknowledge(outbox, 'c1'), empty, me).map(({ state }) => state)).toEqual(['stored']);
	expect(settle(acknowledge(outbox, 'c1'), room, me)).toEqual([]);
	expect(acknowledge(settle(outbox, room, me), 'c1')).toEqual([]);
});

test('C7: another author’s message with the same client id replaces nothing', () => {
	const room = apply(empty, echo(1, 'c1', 'somebody')) as Room;
	expect(settle(queue([], typed('c1')), room, me)).toHaveLength(1);
});

test('C2: queued twice it is one message; a failed one keeps its words and its id', () => {
	const outbox = queue(queue([], typed('c1')), typed('c1'));
	const failed = reject(outbox, 'c1', 'message.too_long');

	expect(outbox).toHaveLength(1);
	expect(failed).toEqual([{ ...typed('c1'), state: 'failed', code: 'message.too_long' }]);
	expect(retry(failed, 'c1')).toEqual(outbox);
	expect(discard(failed, 'c1')).toEqual([]);
});

test('one message at a time goes out, in the order of typing, past those that failed or are stored', () => {
	const outbox = queue(queue(queue([], typed('c1')), typed('c2')), typed('c3'));

	expect(nextToSend(outbox)?.clientId).toBe('c1');
	expect(nextToSend(reject(acknowledge(outbox, 'c1'), 'c2', 'x'))?.clientId).toBe('c3');
	expect(nextToSend([])).toBeNull();
});

test('C7: acks and echoes in any order leave every message once and nothing on its way', () => {
	const step = fc.record({ kind: fc.constantFrom('ack', 'event'), n: fc.nat(5) });

	fc.assert(
		fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
			const ids = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];
			let outbox: Outbox = ids.reduce<Outbox>((so, id) => queue(so, typed(id)), []);
			let room = empty;
			for (const { kind, n } of [...steps, ...ids.map((_, place) => ({ kind: 'event', n: place }))]) {
				if (kind === 'ack') outbox = acknowledge(outbox, `c${n}`);
				else {
					const next = apply(room, echo(n + 1, `c${n}`));
					room = next === 'gap' ? room : next;
				}
				outbox = settle(outbox, room, me);
				const all = [...room.messages, ...outbox].map(({ clientId }) => clientId);
				expect(all).toEqual(ids);
			}
			expect(outbox).toEqual([]);
		})
	);
});

test('C7: an outbox of which nothing has left is the same one, so that nobody writes it down again', () => {
	const outbox = reject(queue([], typed('c1')), 'c1', 'message.too_soon');
	const room = apply(empty, echo(1, 'c2')) as Room;

	expect(settle(outbox, room, me)).toBe(outbox);
	expect([discard(outbox, 'c2'), retry(outbox, 'c2'), acknowledge(outbox, 'c2', 1)]).toEqual([
		outbox,
		outbox,
		outbox
	]);
	expect(discard(outbox, 'c2')).toBe(outbox);
	expect(reject(outbox, 'c1', 'again')).toBe(outbox);
});
