import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Company } from './company.svelte.ts';

const roomId = 'room';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('somebody writes until six seconds after the last sign of it; oneself is not told', () => {
	const company = new Company('me', []);
	company.hear({ t: 'typing', roomId, personId: 'a' });
	company.hear({ t: 'typing', roomId, personId: 'me' });
	vi.advanceTimersByTime(4_000);
	company.hear({ t: 'typing', roomId, personId: 'a' });
	vi.advanceTimersByTime(5_000);
	expect(company.writing).toEqual(['a']);

	vi.advanceTimersByTime(1_000);
	expect(company.writing).toEqual([]);
});

test('whoever writes stops writing, and has read no more than the mark says', () => {
	const company = new Company('me', [{ personId: 'a', seq: 5 }]);
	company.hear({ t: 'typing', roomId, personId: 'a' });
	const author = { id: 'a', fullName: 'Вереснёва Аглая', shortName: 'Вереснёва А.' };
	const words = { text: 'Пишу без сети', files: [], subject: null, card: null, replyTo: null, mentions: [] };
	const stamp = { seq: 9, clientId: 'c', author, at: '2027-02-01T09:00:00.000Z' };
	company.hear({ t: 'event', roomId, event: { type: 'message.posted', ...stamp, ...words } });

	expect([company.writing, company.readers(5), company.readers(6)]).toEqual([[], ['a'], []]);
});

test('who has read a message: by the marks that are shown, without oneself', () => {
	const company = new Company('me', [
		{ personId: 'a', seq: 5 },
		{ personId: 'me', seq: 9 }
	]);
	company.hear({ t: 'seen', roomId, personId: 'b', seq: 7 });
	company.hear({ t: 'presence', roomId, present: ['me', 'b'] });

	expect([company.readers(5), company.readers(6), company.present]).toEqual([['a', 'b'], ['b'], ['b']]);

	company.hear({ t: 'seen', roomId, personId: 'b', seq: 6 });
	company.hear({ t: 'seen', roomId, personId: 'a', seq: 0 });
	expect([company.readers(5), company.readers(7)]).toEqual([['b'], ['b']]);
});

test('C8: without a line nobody is said to be here or to write; what was read stays read', () => {
	const company = new Company('me', [{ personId: 'a', seq: 5 }]);
	company.hear({ t: 'presence', roomId, present: ['me', 'a'] });
	company.hear({ t: 'typing', roomId, personId: 'a' });
	company.lost();

	expect([company.present, company.writing, company.readers(5)]).toEqual([[], [], ['a']]);
});
