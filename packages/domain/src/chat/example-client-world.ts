import type fc from 'fast-check';
import { expect } from 'vitest';
import type { ChatEvent } from './events.ts';
import type { Message, Thread } from './index.ts';
import { FakeService, posted } from './fake-service.ts';
import { FakeWindow, type Rules } from './fake-window.ts';

export type { Rules };
export type World = { service: FakeService; windows: [FakeWindow, FakeWindow] };

type Change = ChangeOf<ChatEvent>;
type ChangeOf<Event> = Event extends ChatEvent ? Omit<Event, 'seq' | 'clientId' | 'author' | 'at'> : never;

/** A room in which others have written, and two people, of whom the first has it open in the beginning. */
export function start(rules: Rules): World {
	const service = new FakeService();
	for (const n of [1, 2, 3, 4, 5, 6])
		service.happen((seq) => posted(seq, 'c', `c ${n}`, { text: 'слово', replyTo: null }));
	const windows: World['windows'] = [
		new FakeWindow('a', service, rules),
		new FakeWindow('b', service, rules)
	];
	windows[0].connect();
	return { service, windows };
}

/** Everything that the world can do to a window, to its frames and to the service. */
export const happen: Record<string, (window: FakeWindow, n: number, world: World) => void> = {
	type: (window) => window.type('слово'),
	'type an answer': (window, n) => window.type('слово', n + 1),
	'type too much': (window) => window.type('bad'),
	connect: (window) => window.connect(),
	cut: (window) => window.cut(),
	'reload the page': (window) => window.restart(),
	'reload the page at the first unread': (window, n) => window.restart(n),
	tick: (window) => window.hear({ t: 'tick' }),
	heartbeat: (window) => window.beat(),
	'arrive up': arriveUp,
	'all arrive up': (window, _, world) => all(window.up, () => arriveUp(window, 0, world)),
	'arrive down': (window, n) => take(window.down, n, (heard) => window.hear(heard)),
	'all arrive down': (window) => all(window.down, () => take(window.down, 0, (heard) => window.hear(heard))),
	'lose up': (window, n) => take(window.up, n),
	'lose down': (window, n) => take(window.down, n),
	'double up': (window, n) => window.up.push(...window.up.slice(n, n + 1)),
	'double down': (window, n) => window.down.push(...window.down.slice(n, n + 1)),
	'be busy': (window) =>
		take(window.up, 0, (frame) => {
			if (frame.t !== 'send') return;
			window.down.push({ t: 'nack', clientId: frame.pending.clientId, code: 'service.unavailable' });
		}),
	answer: (window, n) => take(window.answers, n, (answer) => window.hear(answer)),
	'lose an answer': (window, n) =>
		take(window.answers, n, ({ t }) => {
			if (t === 'fetched') window.hear({ t, snapshot: null });
		}),
	earlier: (window) => {
		const [first] = window.shown;
		if (first) window.ask({ before: first.seq });
	},
	later: (window) => {
		if (window.client.hole) window.ask({ after: window.client.hole.from });
	},
	'open a thread': (window, n) =>
		window.answers.push({ t: 'thread', root: n + 1, page: window.service.thread(n + 1) }),
	'earlier in the thread': (window) => {
		const { root, room } = window.client.thread ?? { root: 0 };
		const before = room?.messages[1]?.seq;
		if (before === undefined) return;
		const page = window.service.thread(root, before);
		if (page) window.answers.push({ t: 'thread_before', root, before, page });
	},
	jump: (window, n) => window.ask({ around: n * 2 + 1 }),
	'to the end': (window) => window.hear({ t: 'to_end' }),
	'send again': (window) => {
		for (const { clientId, state } of window.kept)
			if (state === 'failed') window.hear({ t: 'again', clientId });
	},
	edit: (_, n, world) =>
		change(world, n, (message) => ({ type: 'message.edited', message, text: 'другое', mentions: [] })),
	remove: (_, n, world) =>
		change(world, n, (message) => ({ type: 'message.removed', message, by: 'author', reason: null })),
	react: (_, n, world) =>
		change(world, n, (message) => ({ type: 'reaction.added', message, name: n > 2 ? 'heart' : 'clap' })),
	'take a reaction back': (_, n, world) =>
		change(world, n, (message) => ({ type: 'reaction.removed', message, name: 'clap' })),
	pin: (_, n, world) => change(world, n, (message) => ({ type: 'message.pinned', message })),
	'restart the service': (_, __, { windows }) => windows.forEach((window) => window.cut()),
	'restore a backup': (_, n, { windows, service }) => {
		for (const window of windows) window.cut();
		service.restore(Math.max(0, service.log.length - n));
	}
};

/** One of these, as a command of the model; its name and arguments stand in a counterexample. */
export class Does implements fc.Command<object, World> {
	readonly #name: string;
	readonly #who: number;
	readonly #n: number;

	constructor(name: string, who: number, n: number) {
		this.#name = name;
		this.#who = who;
		this.#n = n;
	}

	check() {
		return true;
	}

	run(_: object, world: World) {
		const window = world.windows[this.#who === 0 ? 0 : 1];
		happen[this.#name]?.(window, this.#n, world);
		for (const one of world.windows) expectOnceAndInOrder(one);
	}

	toString() {
		return `${this.#name} (${this.#who}, ${this.#n})`;
	}
}

/** The network heals: everything arrives, everybody is connected, time goes on until nothing moves. */
export function finish(world: World): void {
	for (const window of world.windows) window.connect();
	settle(world, 24);
	for (const window of world.windows) {
		expectStretch(window, world.service);
		window.hear({ t: 'to_end' });
	}
	settle(world, 4);
	for (const window of world.windows) expectEnd(window, world.service);
}

function settle(world: World, rounds: number): void {
	for (let round = 0; round < rounds; round++) {
		for (const window of world.windows) {
			all(window.up, () => arriveUp(window, 0, world));
			all(window.down, () => take(window.down, 0, (heard) => window.hear(heard)));
			all(window.answers, () => take(window.answers, 0, (answer) => window.hear(answer)));
			if (round % 4 === 0) window.beat();
			window.hear({ t: 'tick' });
		}
	}
}

/** After every single step; plain comparisons, because there are a million of them. */
function expectOnceAndInOrder({ shown, kept, name }: FakeWindow): void {
	const seqs = shown.map(({ seq }) => seq);
	const ids = [...shown, ...kept].map(({ clientId }) => clientId);
	const inOrder = seqs.every((seq, at) => at === 0 || seq > (seqs[at - 1] ?? 0));
	if (!inOrder || new Set(ids).size < ids.length)
		throw new Error(`${name} sees ${seqs.join()} and as ${ids.join()}`);
}

/** What is shown is a stretch of the log. */
function expectStretch(window: FakeWindow, service: FakeService): void {
	const { messages } = service.room;
	const [from = 0, to = 0] = [window.shown[0]?.seq, window.shown.at(-1)?.seq];
	expect(window.shown).toEqual(messages.filter(({ seq }) => seq >= from && seq <= to));
}

/** At the end it is the log's end, and everything typed is there once. */
function expectEnd(window: FakeWindow, service: FakeService): void {
	const { messages } = service.room;
	expect(window.shown).toEqual(messages.filter(({ seq }) => seq >= (window.shown[0]?.seq ?? 0)));
	expect(window.client.earlier).toBe(window.shown[0]?.clientId !== messages[0]?.clientId);
	const { room, thread } = window.client;
	expect({ ...room, messages }).toEqual(service.room);
	if (thread) expectThread(thread, messages);

	expect(window.kept.filter(({ state, text }) => state !== 'failed' || text !== 'bad')).toEqual([]);
	const mine = messages.filter(({ author }) => author.id === window.name).map(({ clientId }) => clientId);
	const sent = window.typed.filter((clientId) => !window.kept.some((one) => one.clientId === clientId));
	if (service.lost.size === 0) expect(mine).toEqual(sent);
	else
		expect(mine.toSorted()).toEqual(
			sent.filter((id) => mine.includes(id) || !service.lost.has(id)).toSorted()
		);
}

/** The root, and the end of its answers. */
function expectThread({ root, room, earlier }: Thread, messages: Message[]): void {
	const answers = messages.filter(({ replyTo }) => replyTo === root);
	const from = room.messages.find(({ seq }) => seq !== root)?.seq ?? Infinity;
	const shown = answers.filter(({ seq }) => seq >= from);
	expect(room.messages).toEqual([...messages.filter(({ seq }) => seq === root), ...shown]);
	expect(earlier).toBe(shown.length < answers.length);
}

function arriveUp(window: FakeWindow, n: number, world: World): void {
	take(window.up, n, (frame) => {
		const before = world.service.log.length;
		window.down.push(...window.serve(frame));
		world.windows.forEach((one) => one.news(before));
	});
}

function change({ service, windows }: World, n: number, what: (message: number) => Change): void {
	const { messages } = service.room;
	const message = messages[messages.length - 1 - n]?.seq;
	if (message === undefined) return;

	const before = service.log.length;
	const author = { id: 'c', fullName: 'c', shortName: 'c' };
	service.happen((seq) => ({ ...what(message), seq, clientId: `change ${seq}`, author, at: `${seq}` }));
	windows.forEach((one) => one.news(before));
}

function take<T>(queue: T[], n: number, use?: (taken: T) => void): void {
	const [taken] = queue.splice(Math.min(n, Math.max(queue.length - 1, 0)), 1);
	if (taken !== undefined) use?.(taken);
}

function all(queue: unknown[], use: () => void): void {
	for (let left = queue.length; left > 0; left--) use();
}
