import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	holds,
	mayLead,
	maySeePersonal,
	namesRefusal,
	normalEmail,
	passwordRefusal,
	type Grant
} from './index.ts';

const grant = (role: Grant['role'], kind: Grant['scope']['kind'], id: string | null): Grant => ({
	role,
	scope: { kind, id }
});
const place = { region: 'r1', site: 's1', cohort: 'c1' };

test.each([
	[grant('leader', 'site', 's1'), true],
	[grant('leader', 'site', 's2'), false],
	[grant('leader', 'site', null), false],
	[grant('coordinator', 'region', 'r1'), true],
	[grant('coordinator', 'region', 'r2'), false],
	[grant('administrator', 'platform', null), true],
	[grant('tutor', 'site', 's1'), false],
	[grant('observer', 'platform', null), false]
])('%j leads the site s1 of region r1: %s', (given, leads) => {
	expect(mayLead([given], place)).toBe(leads);
});

test('a grant over a site says nothing about a place without a site', () => {
	expect(holds([grant('leader', 'site', 's1')], 'leader', { region: 'r1' })).toBe(false);
});

test('R167 a deficit is seen by the intern and the intern’s tutor only', () => {
	const intern = { personId: 'i', tutorId: 't' };
	expect(['i', 't', 'leader', 'another'].filter((id) => maySeePersonal(id, intern))).toEqual(['i', 't']);
	expect(maySeePersonal('null', { personId: 'i', tutorId: null })).toBe(false);
});

test.each([
	['1234567', 'account.password_short'],
	['12345678', 'account.password_common'],
	['Пароль123', 'account.password_common'],
	['anna@school.example', 'account.password_common'],
	['я'.repeat(129), 'account.password_long'],
	['лес у дома 7', undefined]
])('the password «%s» is judged %s', (password, code) => {
	expect(passwordRefusal(password, 'anna@school.example')?.code).toBe(code);
});

test.each([
	[' Anna@School.Example ', 'anna@school.example'],
	['анна@школа.рф', 'анна@школа.рф'],
	['anna@school', null],
	['a b@school.example', null],
	['anna@@school.example', null],
	['<anna@school.example>', null]
])('the address «%s» becomes %s', (typed, email) => {
	expect(normalEmail(typed)).toBe(email);
});

test.each([
	['Ключарёва-Санникова', 'Есения', 'Мироновна', undefined],
	['Заречнов', 'Эльхан', 'Турал оглы', undefined],
	['Тан', 'Линь', null, undefined],
	['О’Нил', 'Анна', '', undefined],
	['', 'Анна', null, 'surname'],
	['Анна1', 'Анна', null, 'surname'],
	['Иванова', '\u200b', null, 'givenName'],
	['Иванова', 'Анна', '<b>', 'patronymic'],
	['Иванова\u202e', 'Анна', null, 'surname']
])('the name %s %s %s is faulty in %s', (surname, givenName, patronymic, field) => {
	expect(namesRefusal({ surname, givenName, patronymic })?.details?.field).toBe(field);
});

test('no text makes the checks throw or take long', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
			normalEmail(text);
			passwordRefusal(text, text);
			namesRefusal({ surname: text, givenName: text, patronymic: text });
		})
	);
});
