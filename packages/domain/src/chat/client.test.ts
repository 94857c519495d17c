import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Does, finish, happen, start, type Rules, type World } from './example-client-world.ts';
import { posted } from './fake-service.ts';
import { step, type ChatEvent, type Client } from './index.ts';

const what = fc.constantFrom(...Object.keys(happen));
const does = fc.tuple(what, fc.nat(1), fc.nat(4)).map(([name, who, n]) => new Does(name, who, n));

/** People, frames, pages and the service in any order of events; then the network heals. */
function model(rules: Rules, chance: { seed?: number; endOnFailure?: boolean } = {}) {
	return fc.check(
		fc.property(fc.commands([does], { size: '+1' }), (commands) => {
			const world: World = start(rules);
			fc.modelRun(() => ({ model: {}, real: world }), commands);
			finish(world);
		}),
		{ numRuns: 10_000, ...chance }
	);
}

test('C1–C8: whatever happens to frames, pages, windows and the service, each window ends with the service’s log', () => {
	const { failed, counterexample, errorInstance } = model(step);

	expect({ failed, counterexample: String(counterexample), errorInstance }).toEqual({
		failed: false,
		counterexample: 'null',
		errorInstance: null
	});
}, 120_000);

/** Clients that forget one thing each: the model must notice every one of them, by the same runs each time. */
const forgetful: Record<string, Rules> = {
	'to send again what was not answered': (client, heard) =>
		step(heard.t === 'tick' ? { ...client, out: null, outbox: mute(client) } : client, heard),
	'to keep its words over a reload': (client, heard) =>
		step(client, heard.t === 'kept' ? { t: 'kept', outbox: [] } : heard),
	'that an event may come twice': (client, heard) =>
		heard.t === 'event' ? step(client, { ...heard, event: next(client, heard.event) }) : step(client, heard),
	'to ask for what it missed': (client, heard) => {
		const { client: then, said } = step(client, heard);
		return { client: then, said: heard.t === 'opened' ? said : said.filter(({ t }) => t !== 'follow') };
	},
	'that the log may be another': (client, heard) =>
		step(client, heard.t === 'reload' ? { t: 'tick' } : heard),
	'the id of a message when it sends it again': (client, heard) => {
		const { client: then, said } = step(client, heard);
		if (heard.t !== 'tick') return { client: then, said };
		const renamed = said.map((one) =>
			one.t === 'send' ? { ...one, pending: { ...one.pending, clientId: `${one.pending.clientId}’` } } : one
		);
		return { client: then, said: renamed };
	},
	'what happened while a page was on its way': (client, heard) =>
		step(heard.t === 'page' ? { ...client, recent: stretched(client) } : client, heard),
	'that it sends one message at a time': (client, heard) =>
		step({ ...client, out: null, outbox: turned(client) }, heard)
};

for (const [what, rules] of Object.entries(forgetful)) {
	test(`the model notices a client that forgets ${what}`, () => {
		// That it is noticed is all that is asked; the shortest way to it would take longer than all runs together.
		expect(model(rules, { seed: 7, endOnFailure: true }).failed).toBe(true);
	}, 60_000);
}

test('C6: earlier answers of a thread come up to date, and only once', () => {
	const { service, windows } = start(step);
	const [window] = windows;
	for (const n of [7, 8, 9, 10, 11])
		service.happen((seq) => posted(seq, 'c', `c ${n}`, { text: 'ответ', replyTo: 1 }));
	window.restart();
	window.connect();
	window.hear({ t: 'thread', root: 1, page: service.thread(1) });
	expect(window.client.thread?.room.messages.map(({ seq }) => seq)).toEqual([1, 9, 10, 11]);

	happen['earlier in the thread']?.(window, 0, { service, windows });
	happen['earlier in the thread']?.(window, 0, { service, windows });
	happen['edit']?.(window, 4, { service, windows });
	for (const event of service.log.slice(11)) window.hear({ t: 'event', event });
	for (const answer of window.answers) window.hear(answer);

	const { room, earlier } = window.client.thread ?? {};
	expect(room?.messages.map(({ seq, text }) => [seq, text])).toEqual([
		[1, 'слово'],
		[7, 'другое'],
		...[8, 9, 10, 11].map((seq) => [seq, 'ответ'])
	]);
	expect(earlier).toBe(false);
});

function mute({ outbox, out }: Client) {
	return outbox.map((one) => (one.clientId === out?.clientId ? { ...one, state: 'stored' as const } : one));
}

/** Whatever comes is taken for the next event. */
function next({ room }: Client, event: ChatEvent): ChatEvent {
	return event.seq <= room.seq ? { ...event, seq: room.seq + 1 } : event;
}

/** As many events as the page needs, none of which says anything. */
function stretched({ recent, me }: Client): ChatEvent[] {
	const member = { id: me, fullName: me, shortName: me };
	const joined = { type: 'member.joined', clientId: '', author: member, member, at: '' } as const;
	return recent.map(({ seq }) => ({ ...joined, seq }));
}

function turned({ outbox }: Client) {
	return outbox.toReversed();
}
