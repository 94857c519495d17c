import fc from 'fast-check';
import { conferenceOf } from './example-conference.ts';
import {
	REACTION_NAMES,
	freshMessage,
	type ChatEvent,
	type Message,
	type Person,
	type Room
} from './index.ts';

const names = ['Вереснёва Аглая', 'Полозьев Демьян', 'Яшин Ян'];
const people = names.map((fullName, n): Person => ({ id: `p${n}`, fullName, shortName: fullName }));
const KINDS = [
	'message.posted',
	'message.posted',
	'message.posted',
	'message.edited',
	'message.removed',
	'reaction.added',
	'reaction.added',
	'reaction.removed',
	'message.pinned',
	'message.unpinned',
	'member.joined',
	'member.left',
	'room.closed',
	'room.reopened',
	'room.slowed',
	'member.silenced',
	'member.unsilenced',
	'remark.linked',
	'conference.arranged',
	'conference.opened',
	'questions.opened',
	'conference.closed',
	'conference.cancelled',
	'floor.asked',
	'floor.asked',
	'floor.waived',
	'floor.returned',
	'floor.given',
	'floor.given'
] as const;

/** What a service could have stored: every kind of event, about messages that exist and stand, in one sequence. */
export const anyLog: fc.Arbitrary<ChatEvent[]> = fc
	.array(fc.tuple(fc.constantFrom(...KINDS), fc.nat(), fc.constantFrom(...people)), { maxLength: 60 })
	.map((steps) => steps.reduce<ChatEvent[]>((log, step) => [...log, event(log, ...step)], []));

function event(log: ChatEvent[], type: (typeof KINDS)[number], n: number, author: Person): ChatEvent {
	const seq = log.length + 1;
	const by = { seq, clientId: `c${seq}`, author, at: `at ${seq}` };
	const standing = fromTables(log).messages.filter(({ removedAt }) => !removedAt);
	const message = standing[n % Math.max(1, standing.length)]?.seq;
	const member = people[n % people.length] ?? author;
	const name = REACTION_NAMES[n % 3] ?? 'heart';

	if (type === 'member.joined' || type === 'member.left') return { type, ...by, member };
	if (type === 'room.closed') return { type, ...by, reason: `причина ${n}` };
	if (type === 'room.reopened') return { type, ...by };
	if (type === 'room.slowed') return { type, ...by, seconds: n % 60 };
	if (type === 'member.silenced')
		return { type, ...by, personId: member.id, until: `until ${n}`, reason: `причина ${n}` };
	if (type === 'member.unsilenced') return { type, ...by, personId: member.id };
	if (type === 'conference.arranged') return { type, ...by, ...arrangement(n) };
	if (type === 'conference.cancelled') return { type, ...by, reason: `причина ${n}` };
	if (type === 'floor.given') return { type, ...by, personId: member.id, speech: n % 4 === 3 ? null : n % 4 };
	if (isPlainTurn(type)) return { type, ...by };
	if (type === 'message.posted' || message === undefined) {
		const root = standing.filter(({ replyTo }) => replyTo === null)[n % 4]?.seq ?? null;
		const facts = { text: `слово ${n}`, files: [], subject: null, card: null, mentions: [], replyTo: root };
		return { type: 'message.posted', ...by, ...facts };
	}
	if (type === 'message.edited') return { type, ...by, message, text: `правка ${n}`, mentions: [author.id] };
	if (type === 'message.removed') return { type, ...by, message, by: 'author', reason: null };
	if (type === 'reaction.added' || type === 'reaction.removed') return { type, ...by, message, name };
	if (type === 'remark.linked') {
		return { type, ...by, message, remark: { id: `r${n % 3}`, submissionId: 's', version: 1, title: 'т' } };
	}
	return { type, ...by, message };
}

function arrangement(n: number) {
	const programme = people.slice(0, n % 4).map(({ id }) => ({ personId: id, title: `доклад ${n}` }));
	return { startsAt: `day ${n}`, minutes: n % 90, programme };
}

const PLAIN_TURNS = [
	'conference.opened',
	'questions.opened',
	'conference.closed',
	'floor.asked',
	'floor.waived',
	'floor.returned'
] as const;

function isPlainTurn(type: string): type is (typeof PLAIN_TURNS)[number] {
	return (PLAIN_TURNS as readonly string[]).includes(type);
}

/** The room by questions to the whole log, each fact by itself, as tables would answer: not event after event. */
export function fromTables(log: readonly ChatEvent[]): Room {
	const of = <T extends ChatEvent['type']>(...types: T[]) =>
		log.filter((one): one is Extract<ChatEvent, { type: T }> => (types as string[]).includes(one.type));
	const messages = of('message.posted').map(({ type: _, ...posted }) => stateOf(log, freshMessage(posted)));
	const gone = new Set(messages.filter(({ removedAt }) => removedAt).map(({ seq }) => seq));
	const pins = of('message.pinned', 'message.unpinned');
	const pinned = pins.filter(
		(pin) => pin.type === 'message.pinned' && pins.findLast(({ message }) => message === pin.message) === pin
	);
	const moves = of('member.joined', 'member.left');
	const closing = of('room.closed', 'room.reopened', 'conference.closed', 'conference.cancelled').at(-1);

	return {
		seq: log.length,
		messages,
		members: people.filter(
			({ id }) => moves.findLast(({ member }) => member.id === id)?.type === 'member.joined'
		),
		pinned: pinned.map(({ message }) => message).filter((seq) => !gone.has(seq)),
		closed:
			closing === undefined || closing.type === 'room.reopened'
				? null
				: { reason: 'reason' in closing ? closing.reason : '', at: closing.at },
		slowSeconds: of('room.slowed').at(-1)?.seconds ?? 0,
		silences: silencesIn(log),
		conference: conferenceOf(log)
	};
}

function silencesIn(log: readonly ChatEvent[]): Room['silences'] {
	const found = people.flatMap(({ id }) => {
		const last = log.findLast(
			(one) => (one.type === 'member.silenced' || one.type === 'member.unsilenced') && one.personId === id
		);
		return last?.type === 'member.silenced'
			? [[id, { until: last.until, reason: last.reason }] as const]
			: [];
	});
	return Object.fromEntries(found);
}

function stateOf(log: readonly ChatEvent[], message: Message): Message {
	const mine = log.filter((one) => 'message' in one && one.message === message.seq);
	const edit = mine.findLast((one) => one.type === 'message.edited');
	const removal = mine.find((one) => one.type === 'message.removed');
	const answers = log.filter((one) => one.type === 'message.posted' && one.replyTo === message.seq);
	const remarks = mine.filter((one) => one.type === 'remark.linked').map(({ remark }) => remark);
	const words = {
		text: edit?.text ?? message.text,
		mentions: edit?.mentions ?? [],
		reactions: reactionsOf(mine)
	};

	return {
		...message,
		...(removal ? { text: '', mentions: [], reactions: [] } : words),
		editedAt: edit?.at ?? null,
		removedAt: removal?.at ?? null,
		removal: removal ? { by: removal.by, reason: removal.reason } : null,
		replies: { count: answers.length, last: answers.at(-1)?.seq ?? null },
		remarks: remarks.filter(({ id }, n) => !remarks.slice(n + 1).some((later) => later.id === id))
	};
}

function reactionsOf(mine: readonly ChatEvent[]) {
	const acts = mine.flatMap((one) =>
		one.type === 'reaction.added' || one.type === 'reaction.removed' ? [one] : []
	);
	return REACTION_NAMES.flatMap((name) => {
		const by = people.flatMap(({ id }) => {
			const own = acts.filter((act) => act.name === name && act.author.id === id);
			const lastRemoval = own.findLastIndex(({ type }) => type === 'reaction.removed');
			const since = own[lastRemoval + 1]?.seq;
			return since === undefined ? [] : [{ id, since }];
		});
		by.sort((one, other) => one.since - other.since);
		return by.length ? [{ name, by: by.map(({ id }) => id) }] : [];
	});
}

/** The last so many messages. */
export function page({ messages }: Room, size: number): Message[] {
	return messages.slice(-size);
}
