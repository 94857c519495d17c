import { CHAT_EVENT_TYPES, applyAll } from '@stazhirovka/domain/chat';
import type { RoomAction } from '@stazhirovka/contract/chat';
import * as contract from '@stazhirovka/contract/spaces';
import { roomEvents } from '@stazhirovka/db/schema';
import { inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateOf } from '../../testing/chat.ts';
import { MEETING } from '../../testing/conferring.ts';
import { openHall } from '../../testing/hall.ts';

const { world, people, as, announced } = await openHall();
beforeAll(() => world.at('2027-01-18T07:00:00Z'));
afterAll(() => world.close());

const TURNS = ['open_conference', 'open_questions', 'ask_floor', 'waive_floor', 'return_floor'] as const;
const ENDS = ['end_conference', 'cancel_conference'] as const;
const STEPS = [...TURNS, 'give', 'arrange', 'say', 'answer', 'come', 'go', ...ENDS] as const;
const WHO = ['leader', 'first', 'second', 'guest'] as const;

type Step = { who: (typeof WHO)[number]; what: (typeof STEPS)[number]; n: number };
type Conference = Awaited<ReturnType<typeof announced>>;

const step: fc.Arbitrary<Step> = fc.record({
	who: fc.constantFrom(...WHO),
	what: fc.constantFrom(...STEPS, 'ask_floor' as const, 'give' as const, 'give' as const),
	n: fc.nat({ max: 5 })
});

/** Whatever comes of it: the service refuses what is out of turn. */
async function take({ talk, give, params }: Conference, { who, what, n }: Step): Promise<unknown> {
	const visitor = as[who];
	const person = people[(['first', 'second', 'guest'] as const)[n % 3] ?? 'guest'];
	const act = (by: typeof visitor, action: RoomAction) => talk.act(by, action);
	switch (what) {
		case 'give':
			return give(person, n % 2 ? null : 0);
		case 'arrange': {
			const programme = [{ personId: people.second.id, title: `Доклад ${n}` }];
			const meeting = { ...MEETING, minutes: 30 + n };
			return as.leader.call(contract.arrangeConference, { params, body: { meeting, programme } });
		}
		case 'say':
			return talk.post(visitor, `слово ${n}`);
		case 'answer':
			return talk.post(visitor, `ответ ${n}`, { replyTo: n + 4 });
		case 'come':
			return as.guest.call(contract.joinSpace, { params: { id: spaceOf.get(params.id) ?? '' }, body: {} });
		case 'go':
			return as.leader.call(contract.excludeMember, { params: { ...params, person: person.id } });
		case 'cancel_conference':
			return act(as.leader, { do: what, reason: `причина ${n}` });
		case 'open_conference':
		case 'open_questions':
		case 'end_conference':
			return act(as.leader, { do: what });
		default:
			return act(visitor, { do: what });
	}
}

const spaceOf = new Map<string, string>();
const by = (who: Step['who'], what: Step['what'], n = 0): Step => ({ who, what, n });

/** Each kind of turn once, so that none is left to chance; a conference ends in one of two ways. */
const whole = [
	...[by('leader', 'arrange'), by('leader', 'open_conference'), by('leader', 'give', 4), by('second', 'say')],
	...[by('guest', 'ask_floor'), by('first', 'ask_floor'), by('first', 'waive_floor')],
	...[
		by('second', 'return_floor'),
		by('leader', 'open_questions'),
		by('leader', 'give', 5),
		by('guest', 'say')
	],
	...[by('leader', 'go', 5), by('guest', 'come'), by('leader', 'end_conference')]
];
const cancelled = [by('guest', 'ask_floor'), by('leader', 'cancel_conference', 1)];

test('C6, R62: turns taken in any order, applied event by event, are what a fresh fetch gives', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
			const made = await announced();
			const { talk, room, roomId } = made;
			spaceOf.set(roomId, made.id);
			const before = await room(as.leader);
			for (const one of steps) await take(made, one);

			const applied = applyAll(stateOf(before), (await talk.events(as.leader, before.seq)).events);
			expect(applied).toEqual(stateOf(await room(as.leader)));
		}),
		{ numRuns: 15, examples: [[whole], [cancelled]] }
	);

	const kinds = await world.db
		.selectDistinct({ type: roomEvents.type })
		.from(roomEvents)
		.where(inArray(roomEvents.roomId, [...spaceOf.keys()]));
	const ofTurns = CHAT_EVENT_TYPES.filter((type) => /^(conference|questions|floor)\./.test(type));
	expect(kinds.map(({ type }) => type)).toEqual(expect.arrayContaining(ofTurns));
}, 60_000);
