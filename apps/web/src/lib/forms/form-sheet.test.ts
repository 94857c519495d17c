import type { FormDefinition } from '@stazhirovka/domain/forms';
import { expect, test } from 'vitest';
import { FormSheetController } from './form-sheet.svelte.ts';
import type { Draft } from './saving.ts';

const definition: FormDefinition = {
	key: 'f',
	title: 'F',
	sections: [
		{
			key: 's',
			fields: [
				{ key: 'text', label: 'Text', kind: 'longText', required: true },
				{ key: 'age', label: 'Age', kind: 'number' }
			]
		}
	]
};

function open(stored: { revision: number; text: string }, copy: Draft | null = null) {
	const sent: Draft[] = [];
	const device = { copy };
	const answer = { text: stored.text };
	const sheet = new FormSheetController(
		{
			definition,
			answer,
			computed: answer,
			revision: stored.revision,
			savedAt: null,
			faults: [],
			files: [],
			uploadUrl: ''
		},
		{
			async send(draft) {
				sent.push(draft);
				return { kind: 'saved', revision: draft.revision + 1, savedAt: '' };
			},
			tell: () => undefined
		},
		{ read: async () => device.copy, write: async (draft) => void (device.copy = draft) }
	);
	return { sheet, sent, device };
}

test('what was typed before the page was closed comes back and is saved', async () => {
	const { sheet, sent } = open({ revision: 2, text: 'old' }, { revision: 2, answer: { text: 'typed' } });

	expect(await sheet.restore()).toBe(true);
	await sheet.autosave.flush();

	expect(sheet.value('text')).toBe('typed');
	expect(sent).toEqual([{ revision: 2, answer: { text: 'typed', age: null } }]);
});

test('a copy that was stored after all is forgotten without a word', async () => {
	const { sheet, device } = open({ revision: 3, text: 'typed' }, { revision: 2, answer: { text: 'typed' } });

	expect(await sheet.restore()).toBe(false);
	expect([device.copy, sheet.autosave.status]).toEqual([null, 'calm']);
});

test('a copy older than what is stored is shown, and the person chooses', async () => {
	const { sheet, sent } = open({ revision: 5, text: 'theirs' }, { revision: 2, answer: { text: 'mine' } });

	await sheet.restore();

	expect([sheet.value('text'), sheet.autosave.rival?.answer.text, sent.length]).toEqual([
		'mine',
		'theirs',
		0
	]);
});

test('whichever version is chosen, the other stays in sight', async () => {
	const keeping = open({ revision: 2, text: 'mine' }).sheet;
	keeping.hear({ revision: 3, answer: { text: 'theirs' } });
	await keeping.keepMine();
	expect([keeping.value('text'), keeping.aside?.text]).toEqual(['mine', 'theirs']);

	const taking = open({ revision: 2, text: 'mine' }).sheet;
	taking.hear({ revision: 3, answer: { text: 'theirs' } });
	taking.takeTheirs();
	expect([taking.value('text'), taking.aside?.text]).toEqual(['theirs', 'mine']);
});

test('an older tab’s news is no news', () => {
	const { sheet } = open({ revision: 4, text: 'mine' });

	sheet.hear({ revision: 4, answer: { text: 'other' } });

	expect(sheet.autosave.rival).toBe(null);
});

test('nonsense is named when its field is left, and is not sent', async () => {
	const { sheet, sent } = open({ revision: 1, text: 'x' });

	sheet.put('age', 'семь');
	expect(sheet.faultAt('age')).toBe(undefined);

	sheet.leave('age');
	await sheet.autosave.flush();
	expect(sheet.faultAt('age')).toEqual({ path: 'age', code: 'wrong_type' });
	expect(sent).toEqual([{ revision: 1, answer: { text: 'x' } }]);
});

test('a fault found on handing in goes away when its field is changed', () => {
	const { sheet } = open({ revision: 1, text: '' });

	expect(sheet.check()).toBe(false);
	expect(sheet.final).toEqual([{ path: 'text', code: 'required' }]);

	sheet.put('text', 'Урок');
	expect(sheet.final).toEqual([]);
});
