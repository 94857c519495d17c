import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AutoSave, type SaveLine } from './autosave.svelte.ts';
import type { Draft, SaveOutcome } from './saving.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page with one text, and a service that answers what it is told to. */
function page() {
	const sent: Draft[] = [];
	const answers: SaveOutcome[] = [];
	const told: Draft[] = [];
	const state = { text: 'first', kept: null as Draft | null };
	const line: SaveLine = {
		read: () => ({ text: state.text }),
		async send(draft) {
			sent.push(draft);
			return (
				answers.shift() ?? {
					kind: 'saved',
					revision: draft.revision + 1,
					savedAt: `at ${draft.revision + 1}`
				}
			);
		},
		keep: (draft) => void (state.kept = draft),
		tell: (draft) => void told.push(draft)
	};
	const autosave = new AutoSave(line, { revision: 4, savedAt: null });

	function type(text: string) {
		state.text = text;
		autosave.touch();
	}
	return { autosave, type, sent, answers, told, state };
}

test('typing is saved once, after a pause', async () => {
	const { autosave, type, sent } = page();

	type('s');
	await vi.advanceTimersByTimeAsync(1000);
	type('se');
	await vi.advanceTimersByTimeAsync(1199);
	expect(sent).toEqual([]);

	await vi.advanceTimersByTimeAsync(1);
	expect(sent).toEqual([{ revision: 4, answer: { text: 'se' } }]);
	expect([autosave.status, autosave.revision, autosave.savedAt]).toEqual(['saved', 5, 'at 5']);
});

test('leaving a field saves at once, and an unchanged answer is not sent', async () => {
	const { autosave, type, sent } = page();

	await autosave.flush();
	type('second');
	await autosave.flush();
	await autosave.flush();

	expect(sent).toEqual([{ revision: 4, answer: { text: 'second' } }]);
});

test('what is typed while a save is under way is saved next, on top of it', async () => {
	const { autosave, type, sent } = page();

	type('one');
	const first = autosave.flush();
	type('two');
	await first;
	expect(autosave.status).toBe('waiting');

	await vi.advanceTimersByTimeAsync(1200);
	expect(sent.map(({ revision, answer }) => [revision, answer.text])).toEqual([
		[4, 'one'],
		[5, 'two']
	]);
});

test('a copy stays on the device until the service has it', async () => {
	const { autosave, type, answers, state } = page();
	answers.push({ kind: 'unreachable' });

	type('kept');
	await autosave.flush();
	expect(state.kept).toEqual({ revision: 4, answer: { text: 'kept' } });

	await autosave.flush();
	expect(state.kept).toBe(null);
});

test('without a connection it tries again, less and less often, until it is back', async () => {
	const { autosave, type, sent, answers } = page();
	answers.push({ kind: 'unreachable' }, { kind: 'unreachable' }, { kind: 'unreachable' });

	type('later');
	await vi.advanceTimersByTimeAsync(1200);
	expect(autosave.status).toBe('unreachable');
	await vi.advanceTimersByTimeAsync(2000);
	await vi.advanceTimersByTimeAsync(5000);
	expect([sent.length, autosave.status]).toEqual([3, 'unreachable']);

	await vi.advanceTimersByTimeAsync(15_000);
	expect([sent.length, autosave.status]).toEqual([4, 'saved']);
});

test('typing without a connection does not hurry the next attempt', async () => {
	const { type, sent, answers } = page();
	answers.push({ kind: 'unreachable' });

	type('a');
	await vi.advanceTimersByTimeAsync(1200);
	type('b');
	await vi.advanceTimersByTimeAsync(1300);
	expect(sent.length).toBe(1);

	await vi.advanceTimersByTimeAsync(700);
	expect(sent.at(-1)?.answer).toEqual({ text: 'b' });
});

test('a newer version elsewhere stops saving until the person has chosen', async () => {
	const { autosave, type, sent, answers, state } = page();
	const rival = { revision: 9, answer: { text: 'theirs' } };
	answers.push({ kind: 'changed', ...rival });

	type('mine');
	await autosave.flush();
	type('mine, longer');
	await vi.advanceTimersByTimeAsync(60_000);

	expect([autosave.status, autosave.rival, sent.length]).toEqual([
		'changed',
		{ kind: 'changed', ...rival },
		1
	]);
	expect(state.kept).toEqual({ revision: 4, answer: { text: 'mine, longer' } });
});

test('my version goes on top of the other one', async () => {
	const { autosave, type, sent, answers } = page();
	answers.push({ kind: 'changed', revision: 9, answer: { text: 'theirs' } });

	type('mine');
	await autosave.flush();
	await autosave.keepMine();

	expect(sent.at(-1)).toEqual({ revision: 9, answer: { text: 'mine' } });
	expect([autosave.status, autosave.revision, autosave.rival]).toEqual(['saved', 10, null]);
});

test('the other version taken needs no saving', async () => {
	const { autosave, type, sent, state } = page();
	autosave.meet({ revision: 9, answer: { text: 'theirs' } });
	state.text = 'theirs';

	autosave.takeTheirs();
	await autosave.flush();
	expect([autosave.revision, sent.length]).toEqual([9, 0]);

	type('theirs and more');
	await autosave.flush();
	expect(sent).toEqual([{ revision: 9, answer: { text: 'theirs and more' } }]);
});

test('the same text stored by another tab is no conflict', () => {
	const { autosave, state } = page();

	autosave.meet({ revision: 5, answer: { text: state.text } });

	expect([autosave.status, autosave.revision, autosave.rival]).toEqual(['saved', 5, null]);
});

test('other tabs hear what was stored', async () => {
	const { autosave, type, told } = page();

	type('news');
	await autosave.flush();

	expect(told).toEqual([{ revision: 5, answer: { text: 'news' } }]);
});

test('a refusal is told with its code, and the text stays on the device', async () => {
	const { autosave, type, answers, state } = page();
	answers.push({ kind: 'refused', code: 'form.submitted', faults: [] });

	type('too late');
	await autosave.flush();

	expect([autosave.status, autosave.code]).toEqual(['refused', 'form.submitted']);
	expect(state.kept?.answer).toEqual({ text: 'too late' });
});

test('what is saved after a refused hand-in goes on top of what that has stored', async () => {
	const { autosave, type, sent } = page();

	autosave.advance(7);
	autosave.advance(5);
	type('mended');
	await autosave.flush();

	expect(sent).toEqual([{ revision: 7, answer: { text: 'mended' } }]);
	expect([autosave.status, autosave.revision]).toEqual(['saved', 8]);
});
