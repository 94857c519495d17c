import { expect, test } from 'vitest';
import { changedFields, type FormDefinition } from './index.ts';

const form: FormDefinition = {
	key: 'form',
	title: 'Форма',
	sections: [
		{
			key: 'section',
			title: 'Раздел',
			fields: [
				{ key: 'name', label: 'Имя', kind: 'shortText' },
				{ key: 'days', label: 'Сроки', kind: 'period' },
				{ key: 'files', label: 'Документы', kind: 'file', maxFiles: 2, maxMegabytes: 1, extensions: ['pdf'] }
			]
		}
	]
};
const changed = (before: object, after: object) =>
	changedFields(form, before as never, after as never).map(({ key }) => key);

test('fields that differ are told in their order, whatever the order of keys; empty and unanswered are the same', () => {
	const days = { from: '2027-02-01', to: '2027-05-31' };
	expect(changed({ name: 'а', days }, { name: 'а', days: { to: days.to, from: days.from } })).toEqual([]);
	expect(changed({ name: '', files: [] }, {})).toEqual([]);
	expect(changed({ days, files: ['1'] }, { name: 'б', days: { ...days, to: null }, files: ['2'] })).toEqual([
		...['name', 'days', 'files']
	]);
});
