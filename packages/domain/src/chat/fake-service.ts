import {
	applyAll,
	EMPTY_ROOM,
	type ChatEvent,
	type Heard,
	type Page,
	type Pending,
	type Room,
	type Snapshot,
	type Want
} from './index.ts';
import type { ThreadPage } from './client-state.ts';

const PAGE = 3;
/** More than this many missed events are not told one by one. */
const LONGEST = 5;

/** For the model of the client: the service of one room. */
export class FakeService {
	epoch = 'epoch 0';
	log: ChatEvent[] = [];
	/** Written, then gone with a backup that was older. */
	lost = new Set<string>();

	room = EMPTY_ROOM;

	#fold(events: ChatEvent[], onto: Room): void {
		const room = applyAll(onto, events);
		if (room === 'gap') throw new Error('the service’s own log has a gap');
		this.room = room;
	}

	happen(event: (seq: number) => ChatEvent): number {
		const happened = event(this.log.length + 1);
		this.#fold([happened], this.room);
		this.log.push(happened);
		return this.log.length;
	}

	/** The same key any number of times is one message (C2). */
	post(author: string, { clientId, text, replyTo }: Pending): Heard {
		if (text === 'bad') return { t: 'nack', clientId, code: 'message.too_long' };

		const seq = this.room.messages.find((one) => one.clientId === clientId && one.author.id === author)?.seq;
		return {
			t: 'ack',
			clientId,
			seq: seq ?? this.happen((place) => posted(place, author, clientId, { text, replyTo }))
		};
	}

	after(epoch: string, seq: number): Heard[] {
		const missed = this.log.slice(seq);
		const reachable = epoch === this.epoch && seq <= this.log.length && missed.length <= LONGEST;
		return reachable ? missed.map((event) => ({ t: 'event', event })) : [{ t: 'reload' }];
	}

	restore(kept: number): void {
		this.epoch = `epoch ${Number(this.epoch.slice(6)) + 1}`;
		for (const event of this.log.splice(kept))
			if (event.type === 'message.posted') this.lost.add(event.clientId);
		this.#fold(this.log, EMPTY_ROOM);
	}

	/** With the newest messages, or with those from the first unread one on. */
	snapshot(from = Infinity): Snapshot {
		const room = this.room;
		const start = Math.max(0, Math.min(from, room.messages.length - PAGE));
		const messages = room.messages.slice(start, start + PAGE);
		return {
			epoch: this.epoch,
			room: { ...room, messages },
			earlier: start > 0,
			later: start + PAGE < room.messages.length
		};
	}

	page(want: Want): Page {
		const { messages, seq } = this.room;
		const place = 'before' in want ? want.before : 'after' in want ? want.after + 1 : want.around;
		const found = messages.findIndex((message) => message.seq >= place);
		const at = found < 0 ? messages.length : found;
		const start = Math.max(0, 'before' in want ? at - PAGE : 'after' in want ? at : at - 1);
		const end = 'before' in want ? at : start + PAGE;
		const [earlier, later] = [start > 0, end < messages.length];
		return { epoch: this.epoch, seq, messages: messages.slice(start, end), earlier, later };
	}

	/** A root with its newest answers, or with those before a place; null when it is none. */
	thread(root: number, before = Infinity): ThreadPage | null {
		const { messages, seq } = this.room;
		const first = messages.find((message) => message.seq === root && message.replyTo === null);
		if (!first) return null;

		const answers = messages.filter((message) => message.replyTo === root && message.seq < before);
		const [epoch, earlier] = [this.epoch, answers.length > PAGE];
		return { epoch, seq, messages: [first, ...answers.slice(-PAGE)], earlier };
	}
}

export function posted(
	seq: number,
	author: string,
	clientId: string,
	{ text, replyTo }: { text: string; replyTo: number | null }
): ChatEvent {
	const person = { id: author, fullName: author, shortName: author };
	return {
		type: 'message.posted',
		seq,
		clientId,
		author: person,
		text,
		files: [],
		subject: null,
		card: null,
		replyTo,
		mentions: [],
		at: ''
	};
}
