import {
	applyAll,
	type ChatEvent,
	type Heard,
	type Page,
	type Pending,
	type Room,
	type Snapshot,
	type Want
} from './index.ts';

const PAGE = 3;
/** More than this many missed events are not told one by one. */
const LONGEST = 5;
const nothing: Room = { seq: 0, messages: [], members: [] };

/** For the model of the client: the service of one room. */
export class FakeService {
	epoch = 'epoch 0';
	log: ChatEvent[] = [];
	/** Written, then gone with a backup that was older. */
	lost = new Set<string>();

	get room(): Room {
		const room = applyAll(nothing, this.log);
		if (room === 'gap') throw new Error('the service’s own log has a gap');
		return room;
	}

	happen(event: (seq: number) => ChatEvent): number {
		this.log.push(event(this.log.length + 1));
		return this.log.length;
	}

	/** The same key any number of times is one message (C2). */
	post(author: string, { clientId, text }: Pending): Heard {
		if (text === 'bad') return { t: 'nack', clientId, code: 'message.too_long' };

		const seq = this.room.messages.find((one) => one.clientId === clientId && one.author.id === author)?.seq;
		return { t: 'ack', clientId, seq: seq ?? this.happen((place) => posted(place, author, clientId, text)) };
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
	}

	snapshot(): Snapshot {
		const room = this.room;
		return {
			epoch: this.epoch,
			room: { ...room, messages: room.messages.slice(-PAGE) },
			earlier: room.messages.length > PAGE
		};
	}

	page(want: Want): Page {
		const { messages, seq } = this.room;
		const place = 'before' in want ? want.before : 'after' in want ? want.after + 1 : want.around;
		const found = messages.findIndex((message) => message.seq >= place);
		const at = found < 0 ? messages.length : found;
		const start = Math.max(0, 'before' in want ? at - PAGE : 'after' in want ? at : at - 1);
		const end = 'before' in want ? at : start + PAGE;
		return { epoch: this.epoch, seq, messages: messages.slice(start, end), earlier: start > 0 };
	}
}

export function posted(seq: number, author: string, clientId: string, text: string): ChatEvent {
	const person = { id: author, fullName: author, shortName: author };
	return {
		type: 'message.posted',
		seq,
		clientId,
		author: person,
		text,
		files: [],
		task: null,
		card: null,
		at: ''
	};
}
