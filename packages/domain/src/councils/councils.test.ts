import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	compositionFaults,
	computedConflicts,
	decideItems,
	declare,
	hasQuorum,
	membersOn,
	moveMeeting,
	neededFor,
	QUORUMS,
	standingOf,
	tally,
	type CouncilMember,
	type MeetingFacts,
	type Vote
} from './index.ts';

const member = (personId: string, role: CouncilMember['role'] = 'member'): CouncilMember => ({
	...{ personId, role, from: '2026-09-01', lastDay: null }
});
const COUNCIL = [
	member('c', 'chair'),
	member('d', 'deputy'),
	member('s', 'secretary'),
	member('m'),
	member('n')
];

test('R27: a council has one chair, at most one deputy and one secretary, and nobody twice', () => {
	const codes = (members: CouncilMember[]) =>
		compositionFaults(members, '2027-01-18').map(({ code }) => code);
	expect(codes(COUNCIL)).toEqual([]);
	expect(codes([])).toEqual(['council.no_members']);
	expect(codes([member('m')])).toEqual(['council.chair_missing']);
	expect(codes([...COUNCIL, member('x', 'chair'), member('m')])).toEqual([
		'council.two_chairs',
		'council.person_twice'
	]);
	expect(codes([member('c', 'chair'), { ...member('m'), lastDay: '2026-08-31' }])).toEqual([
		'council.days_backwards'
	]);
});

test('R27: a member sits from the first day to the last, both included', () => {
	const short = { ...member('m'), from: '2027-01-10', lastDay: '2027-01-20' };
	const sits = (day: string) => membersOn([short], day).length;
	expect(['2027-01-09', '2027-01-10', '2027-01-20', '2027-01-21'].map(sits)).toEqual([0, 1, 1, 0]);
});

test.each([
	['more_than_half', 1, 1],
	['more_than_half', 4, 3],
	['more_than_half', 5, 3],
	['two_thirds', 9, 6],
	['two_thirds', 10, 7],
	['three_quarters', 8, 6],
	['all', 7, 7],
	['more_than_half', 0, 1]
] as const)('R27: %s of %i members are %i', (quorum, members, needed) => {
	expect(neededFor(quorum, members)).toBe(needed);
});

test('R27: every quorum is more than half or more, and all members always make one', () => {
	fc.assert(
		fc.property(fc.constantFrom(...QUORUMS), fc.integer({ min: 1, max: 200 }), (quorum, members) => {
			expect(neededFor(quorum, members) * 2).toBeGreaterThan(members);
			expect(hasQuorum(quorum, { members, present: members })).toBe(true);
			expect(hasQuorum(quorum, { members, present: 0 })).toBe(false);
		})
	);
});

const TIES = { authorId: 'author', organisationId: 'school', memberIds: ['school', 'partner'] };

test.each([
	['author', 'elsewhere', ['author']],
	['x', 'school', ['organisation']],
	['x', 'partner', ['network']],
	['author', 'school', ['author', 'organisation']],
	['x', 'elsewhere', []],
	['x', null, []]
] as const)('R27: %s of %s is in conflict by %j', (id, organisationId, conflicts) => {
	expect(computedConflicts({ id, organisationId }, TIES)).toEqual(conflicts);
});

test('R27: only who declared to be free is free; a conflict that is computed or declared stands', () => {
	const free = { conflict: false, reason: null };
	expect(standingOf(null, [])).toBe('undeclared');
	expect(standingOf(free, [])).toBe('free');
	expect(standingOf(free, ['network'])).toBe('conflict');
	expect(standingOf({ conflict: true, reason: 'Работали вместе' }, [])).toBe('conflict');

	expect(declare(null, ['author'], free)).toMatchObject({ refusal: { code: 'conflict.computed' } });
	expect(declare(null, [], { conflict: true, reason: ' нет ' })).toMatchObject({
		refusal: { code: 'conflict.reason_missing' }
	});
	const own = { conflict: true, reason: 'Консультировала авторов программы' };
	expect(declare(free, [], own)).toEqual({ ok: true, value: own });
	expect(declare(own, [], free)).toMatchObject({ refusal: { code: 'conflict.declared_already' } });
});

const RULES = { majority: 'of_votes', castingVote: true } as const;
const votes = (letters: string) =>
	Object.fromEntries(
		[...letters].map((letter, n) => [
			COUNCIL[n]!.personId,
			({ f: 'for', a: 'against', 0: 'abstain' } as Record<string, Vote>)[letter]!
		])
	);

test.each([
	['fffa0', RULES, 'for', false],
	['faaa0', RULES, 'against', false],
	['ffaa0', RULES, 'for', true],
	['affa0', RULES, 'against', true],
	['0ffaa', RULES, null, false],
	['ffaa0', { ...RULES, castingVote: false }, null, false],
	['ff000', RULES, 'for', false],
	['ff000', { ...RULES, majority: 'of_present' }, 'against', false],
	['fff00', { ...RULES, majority: 'of_present' }, 'for', false]
] as const)(
	'R27: the votes %s under %j give %s, by the casting vote: %s',
	(letters, rules, outcome, cast) => {
		expect(tally(COUNCIL, votes(letters), rules)).toMatchObject({ outcome, cast, silent: 0 });
	}
);

test('R27: where the chair may not vote, the deputy presides and decides', () => {
	const four = COUNCIL.slice(1);
	const given = { d: 'against', s: 'for', m: 'for', n: 'against', c: 'for' } as const;
	expect(tally(four, given, RULES)).toMatchObject({ for: 2, against: 2, outcome: 'against', cast: true });
});

function meeting(changes: Partial<MeetingFacts> = {}): MeetingFacts {
	const item = { id: 'item', barred: [], votes: votes('fffaa'), putOff: false };
	const present = COUNCIL.map(({ personId }) => personId);
	return { members: COUNCIL, present, quorum: 'more_than_half', rules: RULES, items: [item], ...changes };
}
const outcomeOf = (facts: MeetingFacts) => {
	const decided = decideItems(facts);
	return decided.ok ? decided.value[0]?.outcome : decided.refusal.code;
};

test('R27: nothing is decided without a quorum, an agenda or a vote of everybody who may vote', () => {
	const item = { id: 'item', barred: [], votes: votes('fffaa'), putOff: false };
	expect(outcomeOf(meeting())).toBe('for');
	expect(outcomeOf(meeting({ present: ['c', 'm', 'stranger'] }))).toBe('meeting.no_quorum');
	expect(outcomeOf(meeting({ items: [] }))).toBe('meeting.nothing_on_agenda');
	expect(outcomeOf(meeting({ items: [{ ...item, votes: votes('fff') }] }))).toBe('meeting.votes_missing');
	expect(outcomeOf(meeting({ items: [{ ...item, votes: {}, putOff: true }] }))).toBe('postponed');
});

test('R27: who is in conflict or absent has no vote, and an item that too few may vote on is put off', () => {
	const item = { id: 'item', putOff: false, votes: votes('afff0') };
	expect(outcomeOf(meeting({ items: [{ ...item, barred: ['d', 's'] }] }))).toBe('against');
	expect(outcomeOf(meeting({ items: [{ ...item, barred: ['d', 's', 'm'] }] }))).toBe('postponed');
	expect(outcomeOf(meeting({ present: ['c', 'd', 'n'], items: [{ ...item, barred: [] }] }))).toBe('against');
});

test('R27: votes of those who may not vote never change the outcome', () => {
	const anyVote = fc.constantFrom<Vote>('for', 'against', 'abstain');
	fc.assert(
		fc.property(
			fc.array(anyVote, { minLength: 5, maxLength: 5 }),
			fc.nat(4),
			anyVote,
			(list, barred, other) => {
				const given = Object.fromEntries(list.map((vote, n) => [COUNCIL[n]!.personId, vote]));
				const who = COUNCIL[barred]!.personId;
				const item = { id: 'item', barred: [who], putOff: false, votes: given };
				const changed = { ...item, votes: { ...given, [who]: other, stranger: other } };
				expect(outcomeOf(meeting({ items: [changed] }))).toBe(outcomeOf(meeting({ items: [item] })));
			}
		)
	);
});

test('R27: a meeting that is closed or cancelled never moves again', () => {
	for (const state of ['closed', 'cancelled'] as const)
		for (const move of ['call', 'close', 'cancel'] as const)
			expect(moveMeeting(state, move)).toMatchObject({ refusal: { code: 'meeting.not_now' } });
	expect(moveMeeting('planned', 'call')).toEqual({ ok: true, value: 'called' });
});
