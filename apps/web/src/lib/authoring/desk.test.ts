import type { DraftFinding } from '@stazhirovka/contract/authoring';
import { OUTLINE, type JsonRecord, type RecordsField } from '@stazhirovka/domain/outline';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Draft } from '#lib/forms/saving.ts';
import { Desk } from './desk.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const TASKS = OUTLINE.tasks as RecordsField;
const SELF_CHECK = TASKS.fields.self_check as RecordsField;
const AT = '2027-01-18T07:02:00.000Z';

function answer(status: number, body: object) {
	return { status, body };
}

/** The chapter «Tasks» of a draft, and a service that answers what it is told to. */
function opened(document: JsonRecord = {}, kept: Draft | null = null) {
	const answers: { status: number; body: object }[] = [];
	const sent: { url: string; body: unknown }[] = [];
	const copies = new Map<string, Draft | null>();
	const start = {
		document,
		parts: ['tasks', 'route_rules'] as const,
		stored: { tasks: { revision: 4, savedAt: AT, savedBy: 'Я' } },
		findings: [] as DraftFinding[],
		canEdit: true
	};
	const desk = new Desk(start, {
		urlOf: (part) => `/parts/${part}`,
		fetch: (url, init) => {
			const body = JSON.parse(String(init?.body)) as { base: number };
			sent.push({ url: String(url), body });
			const next = answers.shift() ?? answer(200, { revision: body.base + 1, savedAt: AT, findings: [] });
			return Promise.resolve(new Response(JSON.stringify(next.body), { status: next.status }));
		},
		copyOf: (part) => ({
			read: () => Promise.resolve(part === 'tasks' ? kept : null),
			write: async (draft) => void copies.set(part, draft)
		})
	});
	const [tasks] = desk.lines;
	return { desk, tasks: tasks ?? expect.fail(), answers, sent, copies };
}

test('a part is saved by itself, on top of the revision it was read from, and tells what is wrong now', async () => {
	const { desk, tasks, answers, sent } = opened();
	const finding: DraftFinding = {
		part: 'tasks',
		place: 'tasks.T01.title',
		code: 'shape.empty',
		severity: 'error'
	};
	answers.push(answer(200, { revision: 5, savedAt: AT, findings: [finding] }));

	desk.add(['tasks'], TASKS);
	await vi.advanceTimersByTimeAsync(1200);

	expect(sent.map(({ url }) => url)).toEqual(['/parts/tasks']);
	expect(sent[0]?.body).toMatchObject({ base: 4, value: [{ key: 'T01', sequence: 1, title: '' }] });
	expect([tasks.autosave.status, tasks.autosave.revision]).toEqual(['saved', 5]);
	await vi.advanceTimersByTimeAsync(400);
	expect(desk.findingsAt(['tasks', 0, 'title'])).toEqual([finding]);
});

test('new things get keys that nothing has, numbers follow the order', () => {
	const { desk } = opened({
		tasks: [
			{ key: 'T01', sequence: 1 },
			{ key: 'U07', sequence: 2 }
		]
	});
	desk.add(['tasks'], TASKS);
	desk.add(['tasks', 2, 'self_check'], SELF_CHECK);
	desk.move(['tasks'], 2, 0);

	expect(desk.at(['tasks', 0, 'key'])).toBe('T02');
	expect(desk.at(['tasks', 0, 'self_check', 0, 'key'])).toBe('T02-c1');
	expect([0, 1, 2].map((n) => desk.at(['tasks', n, 'sequence']))).toEqual([1, 2, 3]);
});

test('what was typed in one control is one step back; what was removed comes back', () => {
	const { desk } = opened({ tasks: [{ key: 'T01', sequence: 1, title: 'А' }] });
	desk.put(['tasks', 0, 'title'], 'Аб');
	desk.put(['tasks', 0, 'title'], 'Абв');
	desk.leave();
	desk.put(['tasks', 0, 'title'], 'Абвг');
	desk.remove(['tasks'], 0);

	const steps = [];
	while (desk.history.canUndo) {
		desk.history.undo();
		steps.push(desk.at(['tasks', 0, 'title']));
	}
	expect(steps).toEqual(['Абвг', 'Абв', 'А']);
	desk.history.redo();
	expect(desk.at(['tasks', 0, 'title'])).toBe('Абв');
});

test('of two authors the second is told who and when, and nothing is merged or lost', async () => {
	const { desk, tasks, answers, sent } = opened({ tasks: [{ key: 'T01', sequence: 1, title: 'Было' }] });
	const theirs = [{ key: 'T01', sequence: 1, title: 'Их' }];
	const details = { revision: 6, value: theirs, by: 'Анна Ким', at: AT };
	answers.push(answer(409, { code: 'draft.changed', details }));

	desk.put(['tasks', 0, 'title'], 'Моё');
	await vi.advanceTimersByTimeAsync(1200);
	expect(tasks.rival).toEqual({ value: theirs, by: 'Анна Ким', at: AT });
	expect(desk.at(['tasks', 0, 'title'])).toBe('Моё');

	await tasks.autosave.keepMine();
	expect(sent.at(-1)?.body).toMatchObject({ base: 6, value: [{ title: 'Моё' }] });
	expect(tasks.rival).toBeNull();
});

test('their version is taken on request', async () => {
	const { desk, tasks, answers } = opened({ tasks: [] });
	const details = { revision: 6, value: [{ key: 'T09', sequence: 1 }], by: 'Анна Ким', at: AT };
	answers.push(answer(409, { code: 'draft.changed', details }));

	desk.add(['tasks'], TASKS);
	await vi.advanceTimersByTimeAsync(1200);
	tasks.takeTheirs();
	expect(desk.at(['tasks'])).toEqual(details.value);
	expect([tasks.autosave.status, tasks.autosave.revision]).toEqual(['saved', 6]);
});

test('what others have stored is shown where nothing of mine waits', () => {
	const { desk, tasks } = opened({ tasks: [] });
	const theirs = { tasks: [{ key: 'T01' }], deficits: [{ key: 'D1', title: 'Новый' }] };
	const heard = desk.hear(theirs, { tasks: { revision: 5, savedAt: AT, savedBy: 'Анна Ким' } }, []);

	expect(heard).toEqual([tasks]);
	expect(desk.at(['tasks', 0, 'key'])).toBe('T01');
	expect(desk.at(['deficits', 0, 'title'])).toBe('Новый');
});

test('a closed lid loses nothing: what was not stored waits on this device and is sent', async () => {
	const lost = { revision: 4, answer: { value: [{ key: 'T01', sequence: 1, title: 'В поезде' }] as never } };
	const { desk, tasks, sent } = opened({ tasks: [] }, lost);

	expect(await tasks.restore()).toBe(true);
	expect(desk.at(['tasks', 0, 'title'])).toBe('В поезде');
	await vi.advanceTimersByTimeAsync(1200);
	expect(sent.at(-1)?.body).toMatchObject({ base: 4, value: [{ title: 'В поезде' }] });
});
