import type { HandInFault } from '@stazhirovka/domain/sites';
import { expect, test } from 'vitest';
import { faultLines } from './hand-in-faults.ts';

const definition = {
	key: 'application',
	title: 'Заявка',
	sections: [
		{
			key: 's',
			fields: [{ key: 'org_head', label: '4. ФИО руководителя', kind: 'person' as const, required: true }]
		}
	]
};
const faults: HandInFault[] = [
	{ sheet: 'site', path: 'theme', code: 'theme_missing' },
	{ sheet: 'application', path: 'org_head', code: 'required' },
	{ sheet: 'programme', path: 'a', code: 'required' },
	{ sheet: 'programme', path: 'b', code: 'required' }
];

test('each fault leads to its place; a sheet that nobody has begun is one line', () => {
	const sheets = [
		{ kind: 'application' as const, begun: true, definition },
		{ kind: 'programme' as const, begun: false, definition }
	];
	expect(faultLines('/applications/1', faults, sheets)).toEqual([
		{ href: '/applications/1/site', text: 'Площадка и организации: укажите тему площадки' },
		{
			href: '/applications/1/form#place-org_head',
			text: expect.stringMatching(/^Форма заявки: 4\. ФИО руководителя/u)
		},
		{ href: '/applications/1/programme', text: 'Программа: лист ещё не начат' }
	]);
});
