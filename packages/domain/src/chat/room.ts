type Person = { id: string; fullName: string; shortName: string };

/** What a card in the chat shows; the whole card opens by its place. */
type Card = {
	kind: 'effectiveness_card' | 'final_work';
	title: string;
	/** What came out of it, in one line. */
	result: string | null;
	lines: string[];
	place: string | null;
};

type Posted = {
	/** Place in the room's one sequence; names the message for ever. */
	seq: number;
	/** Made by the author's client before sending. */
	clientId: string;
	author: Person;
	text: string;
	files: { id: string; name: string; size: number; mime: string }[];
	task: { key: string; title: string } | null;
	card: Card | null;
	replyTo?: number | null;
	/** The database's clock; for showing only, order is by `seq` (C10). */
	at: string;
};

/** A removed message keeps its place, so that replies still have something to point at; its words are gone. */
export type Message = Posted & { editedAt: string | null; removedAt: string | null };

/** Everything that happens in a room, in one gapless sequence (C4). `message` is the `seq` of the message meant. */
export type ChatEvent =
	| ({ type: 'message.posted' } & Posted)
	| { type: 'message.edited'; seq: number; message: number; text: string; at: string }
	| { type: 'message.removed'; seq: number; message: number; at: string }
	| { type: 'member.joined'; seq: number; member: Person; at: string }
	| { type: 'member.left'; seq: number; member: Person; at: string };

export type Room = {
	/** The last event that is in. */
	seq: number;
	messages: Message[];
	members: Person[];
};

/**
 * The room after an event: live and replayed ones alike (C6). A replayed event changes nothing; a gap must be
 * fetched. Runs in the browser and in the service's test, where it must give what a fresh fetch gives.
 */
export function apply(room: Room, event: ChatEvent): Room | 'gap' {
	if (event.seq <= room.seq) return room;
	if (event.seq > room.seq + 1) return 'gap';

	return { ...happened(room, event), seq: event.seq };
}

/** Several events at once: a page of history, or all that was missed. */
export function applyAll(room: Room, events: readonly ChatEvent[]): Room | 'gap' {
	return events.reduce<Room | 'gap'>((so, event) => (so === 'gap' ? so : apply(so, event)), room);
}

function happened(room: Room, event: ChatEvent): Room {
	switch (event.type) {
		case 'message.posted':
			return { ...room, messages: [...room.messages, messageOf(event)] };
		case 'message.edited':
			return changed(room, event.message, { text: event.text, editedAt: event.at });
		case 'message.removed':
			return changed(room, event.message, {
				text: '',
				files: [],
				task: null,
				card: null,
				removedAt: event.at
			});
		case 'member.joined':
			return { ...room, members: [...without(room.members, event.member), event.member] };
		case 'member.left':
			return { ...room, members: without(room.members, event.member) };
	}
}

function messageOf({ type: _, ...posted }: Extract<ChatEvent, { type: 'message.posted' }>): Message {
	return { ...posted, editedAt: null, removedAt: null };
}

/** A removed message stays removed; one that is not on the loaded page has nothing to change. */
function changed(room: Room, seq: number, change: Partial<Message>): Room {
	return {
		...room,
		messages: room.messages.map((message) =>
			message.seq === seq && !message.removedAt ? { ...message, ...change } : message
		)
	};
}

function without(members: Person[], { id }: Person): Person[] {
	return members.filter((member) => member.id !== id);
}
