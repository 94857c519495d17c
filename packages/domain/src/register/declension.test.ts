import { expect, test } from 'vitest';
import { isTurkicPatronymic, maySuggest, staysAsItIs } from './index.ts';

test.each([
	['Лысоконь', 'f', true],
	['Лысоконь', 'm', false],
	['Герц', 'f', true],
	['Герц', 'm', false],
	['Заречко', 'm', true],
	['Заречко', 'f', true],
	['Белоколодезных', 'f', true],
	['Белоколодезных', 'm', true],
	['Долгих', 'm', true],
	['Сухожилло', 'f', true],
	['Вереснёва', 'f', false],
	['Полозьев', 'm', false],
	['Гречуха', 'm', false]
] as const)('X14: %s (%s) stays as it is: %s', (surname, gender, stays) => {
	expect(staysAsItIs(surname, gender)).toBe(stays);
});

test.each([
	['Турал оглы', true],
	['Али-кызы', true],
	['Кызылович', false]
])('X14: «%s» keeps its form: %s', (patronymic, keeps) => {
	expect(isTurkicPatronymic(patronymic)).toBe(keeps);
});

test('X14: nothing is suggested for a foreign name without a patronymic, nor where nobody said how to address', () => {
	const tan = { surname: 'Тан', givenName: 'Линь', patronymic: null };
	expect([maySuggest(tan, 'f', '156'), maySuggest(tan, 'f', '643'), maySuggest(tan, null, '643')]).toEqual([
		false,
		true,
		false
	]);
	expect(maySuggest({ ...tan, patronymic: 'Ивановна' }, 'f', '156')).toBe(true);
});
