import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	ADMISSIONS,
	courseOf,
	isRunning,
	mayJoin,
	maySpeak,
	nextSpeech,
	takeTurn,
	turned,
	withoutPerson,
	type Conference,
	type ConferenceAction
} from './index.ts';

const PEOPLE = ['moderator', 'first', 'second', 'guest', 'outside'];
const programme = [
	{ personId: 'first', title: 'Один' },
	{ personId: 'second', title: 'Два' },
	{ personId: 'first', title: 'Три' }
];
const at = '2027-02-01T09:00:00.000Z';
const waiting = turned(
	null,
	{ type: 'conference.arranged', startsAt: at, minutes: 60, programme },
	{ by: 'moderator', at }
) as Conference;

const anyAction: fc.Arbitrary<ConferenceAction> = fc.oneof(
	fc
		.constantFrom(
			'open_conference',
			'open_questions',
			'ask_floor',
			'ask_floor',
			'waive_floor',
			'return_floor'
		)
		.map((act) => ({ do: act }) as ConferenceAction),
	fc.constant<ConferenceAction>({ do: 'end_conference' }),
	fc.constantFrom('', 'болезнь').map((reason): ConferenceAction => ({ do: 'cancel_conference', reason })),
	fc
		.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(null, null, 0, 1, 2, 3))
		.map(([personId, speech]): ConferenceAction => ({ do: 'give_floor', personId, speech }))
);
const anyPresses = fc.array(fc.tuple(fc.constantFrom(...PEOPLE.slice(0, 4)), anyAction), { maxLength: 60 });

function press(conference: Conference, me: string, action: ConferenceAction) {
	const isInside = (id: string) => id !== 'outside';
	const result = takeTurn(conference, action, { me, moderates: me === 'moderator', isInside });
	if (!result.ok) return { next: conference, code: result.refusal.code };
	return { next: turned(conference, result.value, { by: me, at }) as Conference, code: null };
}

test('R62: whatever people press, one at a time has the floor, nobody both speaks and waits, and the end is the end', () => {
	fc.assert(
		fc.property(anyPresses, (presses) => {
			let conference = waiting;
			for (const [me, action] of presses) {
				const { next, code } = press(conference, me, action);
				const { floor, hands, heard } = next;

				expect(new Set(hands).size).toBe(hands.length);
				expect(hands.includes(floor?.personId ?? '')).toBe(false);
				expect(new Set(heard).size).toBe(heard.length);
				expect(floor?.personId).not.toBe('outside');
				if (!isRunning(next)) expect([floor, hands]).toEqual([null, []]);
				if (!isRunning(conference) && conference.stage !== 'waiting') expect(next).toBe(conference);
				if (me !== 'moderator' && floor !== conference.floor)
					expect([code, conference.floor?.personId, floor]).toEqual([null, me, null]);
				if (next.stage !== conference.stage) expect(me).toBe('moderator');
				conference = next;
			}
		}),
		{ numRuns: 1000 }
	);
});

test('R62: in the main line only the one who has the floor writes, and the moderator; threads are for questions', () => {
	const speaking = { floor: { personId: 'first', speech: 0, since: at } };
	const of = (me: string, replyTo: number | null, conference: Pick<Conference, 'floor'> | null = speaking) =>
		maySpeak(conference, { me, moderates: me === 'moderator' }, replyTo);

	expect([of('first', null), of('second', null), of('moderator', null), of('second', 7)]).toEqual([
		true,
		false,
		true,
		true
	]);
	expect([of('second', null, { floor: null }), of('second', null, null)]).toEqual([false, true]);
});

const open = press(waiting, 'moderator', { do: 'open_conference' }).next;
const asked = press(press(open, 'guest', { do: 'ask_floor' }).next, 'second', { do: 'ask_floor' }).next;
const questions = press(
	press(asked, 'moderator', { do: 'give_floor', personId: 'first', speech: 0 }).next,
	'moderator',
	{ do: 'open_questions' }
).next;
const give = (personId: string, speech: number | null) => ({ do: 'give_floor', personId, speech }) as const;

test.each<[string, Conference, string, ConferenceAction, string | null]>([
	['nobody opens it but the moderator', waiting, 'first', { do: 'open_conference' }, 'room.not_moderator'],
	[
		'without speakers',
		{ ...waiting, programme: [] },
		'moderator',
		{ do: 'open_conference' },
		'conference.no_speakers'
	],
	['twice', open, 'moderator', { do: 'open_conference' }, 'conference.begun'],
	[
		'called off with a reason',
		waiting,
		'moderator',
		{ do: 'cancel_conference', reason: ' ' },
		'conference.reason_missing'
	],
	['not once it runs', open, 'moderator', { do: 'cancel_conference', reason: 'нет' }, 'conference.begun'],
	['no hand before it', waiting, 'guest', { do: 'ask_floor' }, 'conference.not_running'],
	['one hand each', asked, 'guest', { do: 'ask_floor' }, 'floor.asked_already'],
	['a hand that is not up', open, 'guest', { do: 'waive_floor' }, 'floor.not_asked'],
	['whoever speaks asks for nothing', questions, 'first', { do: 'ask_floor' }, 'floor.has_already'],
	['the next speech', asked, 'moderator', give('second', 1), null],
	['of its own speaker', asked, 'moderator', give('guest', 1), 'floor.not_asked'],
	['once', questions, 'moderator', give('first', 0), 'floor.heard_already'],
	['not to whoever has left', asked, 'moderator', give('outside', null), 'floor.left'],
	['questions when they are open', asked, 'moderator', give('guest', null), 'conference.questions_closed'],
	['to whoever asked', questions, 'moderator', give('guest', null), null],
	['to nobody else', questions, 'moderator', give('moderator', null), 'floor.not_asked'],
	['not to whoever has it', questions, 'moderator', give('first', null), 'floor.has_already'],
	['not by others', questions, 'guest', give('guest', null), 'room.not_moderator'],
	['given back by the speaker', questions, 'first', { do: 'return_floor' }, null],
	['or taken by the moderator', questions, 'moderator', { do: 'return_floor' }, null],
	['by nobody else', questions, 'guest', { do: 'return_floor' }, 'floor.not_yours'],
	['when somebody has it', open, 'moderator', { do: 'return_floor' }, 'floor.free'],
	['questions open once', questions, 'moderator', { do: 'open_questions' }, 'conference.questions_open']
])('R62: turns of a conference: %s', (_, conference, me, action, code) => {
	expect(press(conference, me, action).code).toBe(code);
});

test('R62: hands stand in the order of asking, and whoever goes out leaves the queue and the floor', () => {
	expect(asked.hands).toEqual(['guest', 'second']);
	expect(withoutPerson(questions, 'first').floor).toBe(null);
	expect(withoutPerson(questions, 'guest')).toMatchObject({ hands: ['second'], floor: questions.floor });
});

test('R62: the programme goes on with the first speech that was not heard; another speech ends the questions', () => {
	expect([
		nextSpeech(open),
		nextSpeech({ programme, heard: [0, 2] }),
		nextSpeech({ programme, heard: [0, 1, 2] })
	]).toEqual([0, 1, null]);
	expect(press(questions, 'moderator', give('second', 1)).next).toMatchObject({
		stage: 'speeches',
		heard: [0, 1],
		hands: ['guest'],
		floor: { personId: 'second', speech: 1 }
	});
});

test('R62: the record tells each turn from when until when', () => {
	const person = (id: string) => ({ id, fullName: id, shortName: id });
	const moment = (minute: number) => `2027-02-01T09:${String(minute).padStart(2, '0')}:00.000Z`;
	const by = (seq: number, id = 'moderator') => ({
		seq,
		clientId: `c${seq}`,
		author: person(id),
		at: moment(seq)
	});
	const events = [
		{ type: 'conference.opened', ...by(1) },
		{ type: 'floor.given', ...by(2), personId: 'first', speech: 0 },
		{ type: 'floor.given', ...by(3), personId: 'second', speech: 1 },
		{ type: 'member.left', ...by(5, 'second'), member: person('second') },
		{ type: 'floor.given', ...by(6), personId: 'guest', speech: null }
	] as const;

	expect(courseOf(events)).toBe(null);
	expect(courseOf([...events, { type: 'conference.closed', ...by(9) }])).toEqual({
		openedAt: moment(1),
		openedSeq: 1,
		closedAt: moment(9),
		ledBy: ['moderator'],
		turns: [
			{ personId: 'first', speech: 0, from: moment(2), until: moment(3) },
			{ personId: 'second', speech: 1, from: moment(3), until: moment(5) },
			{ personId: 'guest', speech: null, from: moment(6), until: moment(9) }
		]
	});
});

test('R62: people of the site always come in; of a cohort where it is for the cohort; of the region by the link', () => {
	const nobody = { toSite: false, toCohort: false, toRegion: false, hasLink: false };
	const admitted = (who: Partial<typeof nobody>) =>
		ADMISSIONS.filter((admits) => mayJoin(admits, { ...nobody, ...who }));

	expect(admitted({ toSite: true })).toEqual(['site', 'cohort', 'region']);
	expect(admitted({ toCohort: true, toRegion: true })).toEqual(['cohort']);
	expect(admitted({ toRegion: true, hasLink: true })).toEqual(['region']);
	expect(admitted({ hasLink: true })).toEqual([]);
});
