import { expect, test } from 'vitest';
import { mayActOn, mayActOnRoom, mayChange, mayEdit, mayHide, mayPin, mayPost, mayReact } from './index.ts';

test.each([
	[{ isMember: true, isOpen: true }, { text: 'слово', files: 0, card: false }, null],
	[{ isMember: true, isOpen: true }, { text: ' ', files: 1, card: false }, null],
	[{ isMember: true, isOpen: true }, { text: '', files: 0, card: true }, null],
	[{ isMember: true, isOpen: true }, { text: ' \n', files: 0, card: false }, 'message.empty'],
	[{ isMember: true, isOpen: true }, { text: 'я'.repeat(8001), files: 0, card: false }, 'message.too_long'],
	[{ isMember: false, isOpen: true }, { text: 'слово', files: 0, card: false }, 'message.not_a_member'],
	[{ isMember: true, isOpen: false }, { text: 'слово', files: 0, card: false }, 'message.room_closed']
])('C9: in %j the message %j is refused with %s', (room, words, code) => {
	const result = mayPost(room, words);
	expect(result.ok ? null : result.refusal.code).toBe(code);
});

const at = '2027-02-01T09:00:00.000Z';
const card = { kind: 'effectiveness_card', title: 'Карта', result: null, lines: [], place: null } as const;
const aglaya = { id: 'a', fullName: 'Вереснёва Аглая Тихоновна', shortName: 'Вереснёва А. Т.' };
const own = { author: aglaya, removedAt: null, card: null, files: [] };
const carded = { ...own, card: { ...card, lines: [] } };
const gone = { ...own, removedAt: at };
const standing = { me: 'a', isOpen: true, moderates: false, isPrivate: false, byTurns: false };
const other = { ...standing, me: 'd' };
const moderator = { ...other, moderates: true };

test('one changes one’s own words, not a card and not what is gone', () => {
	expect([mayChange(own, 'a'), mayChange(own, 'd'), mayChange(carded, 'a'), mayChange(gone, 'a')]).toEqual([
		true,
		false,
		false,
		false
	]);
	expect(mayEdit(own, { me: 'a', isOpen: false })).toBe(false);
});

test('a moderator hides words, not cards; in a private thread both pin; nobody reacts to what is gone', () => {
	expect([mayHide(own, standing), mayHide(own, moderator), mayHide(carded, moderator)]).toEqual([
		false,
		true,
		false
	]);
	expect([mayPin(standing), mayPin({ ...standing, isPrivate: true }), mayPin(moderator)]).toEqual([
		false,
		true,
		true
	]);
	expect([mayReact(own, standing), mayReact(gone, standing)]).toEqual([true, false]);
});

const edit = { do: 'edit' as const, message: 1, text: 'иначе', mentions: [] };
const remove = { do: 'remove', message: 1 } as const;
const hide = { do: 'hide', message: 1, reason: 'реклама' } as const;
const react = { do: 'react', message: 1, name: 'heart' } as const;
const pin = { do: 'pin', message: 1 } as const;
const remark = { do: 'remark', message: 1, submissionId: 's', version: 1 } as const;
const silence = { do: 'silence', person: 'a', minutes: 60, reason: 'брань' } as const;
const shut = { isOpen: false };

test.each([
	['own words are edited', own, edit, standing, null],
	['nothing is not words', own, { ...edit, text: ' ' }, standing, 'message.empty'],
	['a file may stand without words', { ...own, files: [{}] }, { ...edit, text: '' }, standing, null],
	['the words of others', own, edit, other, 'message.not_yours'],
	['also for a moderator', own, remove, moderator, 'message.not_yours'],
	['in a closed room', own, remove, { ...standing, ...shut }, 'message.room_closed'],
	['what is gone', gone, edit, standing, 'message.removed'],
	['a card', carded, remove, standing, 'message.stays'],
	['hidden by a moderator', own, hide, moderator, null],
	['also in a closed room', own, hide, { ...moderator, ...shut }, null],
	['by nobody else', own, hide, standing, 'room.not_moderator'],
	['with a reason', own, { ...hide, reason: ' ' }, moderator, 'message.reason_missing'],
	['not a card', carded, hide, moderator, 'message.stays'],
	['reacted to', carded, react, other, null],
	['not in a closed room', own, react, { ...other, ...shut }, 'message.room_closed'],
	['pinned', own, pin, moderator, null],
	['not by others', own, pin, standing, 'room.not_moderator'],
	['a remark, of one’s own words', own, remark, { ...moderator, me: 'a' }, null],
	['not of the words of others', own, remark, moderator, 'message.not_yours'],
	['not by an intern', own, remark, standing, 'room.not_moderator']
])('an action on a message: %s', (_, message, action, who, code) => {
	const result = mayActOn(message as typeof own, action, who, { pinned: 19 });
	expect(result.ok ? null : result.refusal.code).toBe(code);
});

test('the twenty-first pin is refused', () => {
	const result = mayActOn(own, pin, moderator, { pinned: 20 });
	expect(result).toMatchObject({ refusal: { code: 'pin.too_many' } });
});

test('nobody silences a moderator', () => {
	expect(mayActOnRoom(silence, moderator, { moderates: true })).toMatchObject({
		refusal: { code: 'room.moderator_speaks' }
	});
});

test.each([
	[{ do: 'close', reason: 'конец' } as const, moderator, null],
	[{ do: 'close', reason: ' ' } as const, moderator, 'room.reason_missing'],
	[{ do: 'close', reason: 'конец' } as const, standing, 'room.not_moderator'],
	[{ do: 'close', reason: 'конец' } as const, { ...moderator, ...shut }, 'room.closed_already'],
	[{ do: 'reopen' } as const, moderator, 'room.open_already'],
	[{ do: 'reopen' } as const, { ...moderator, ...shut }, null],
	[{ do: 'slow', seconds: 30 } as const, moderator, null],
	[silence, moderator, null],
	[{ ...silence, reason: ' ' }, moderator, 'room.reason_missing'],
	[silence, standing, 'room.not_moderator'],
	[{ do: 'unsilence', person: 'a' } as const, standing, 'room.not_moderator']
])('an action on the room %j is refused with %3$s', (action, who, code) => {
	const result = mayActOnRoom(action, who);
	expect(result.ok ? null : result.refusal.code).toBe(code);
});
