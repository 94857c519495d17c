import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	checkRow,
	mended,
	registerRow,
	uploadDeadline,
	type AllowedValues,
	type RegisterFacts
} from './index.ts';

const facts: RegisterFacts = {
	surname: 'Вереснёва',
	givenName: 'Аглая',
	patronymic: 'Тихоновна',
	number: 'СП912-2027-0001',
	series: null,
	issuedOn: '2027-02-26',
	programmeTitle: 'Урок для класса',
	hours: 36,
	periodFrom: '2027-01-18',
	periodTo: '2027-02-26',
	person: {
		birthDate: '1988-04-02',
		gender: 'f',
		citizenship: '643',
		snils: '11223344595',
		education: { level: 'higher', surname: 'Вереснёва', series: '', number: '107704 0001' }
	},
	cohort: {
		L: '01 Образование',
		M: '44.00.00',
		N: 'Учитель',
		AB: 'Очная',
		AC: 'Бюджет',
		AD: 'в организации'
	},
	original: null
};
const allowed: AllowedValues = { Z: ['Мужской', 'Женский'], AB: ['Очная', 'Заочная'] };

function found(change: Partial<RegisterFacts>, lists = allowed) {
	const changed = { ...facts, ...change };
	return checkRow(registerRow(changed, lists), changed, lists).map(
		({ letter, code, weight }) => `${letter} ${code} ${weight}`
	);
}

test('X4: a whole row passes and writes what the lists of the template write', () => {
	const row = registerRow(facts, allowed);
	expect(found({})).toEqual([]);
	expect(row).toMatchObject({
		...{ A: 'Удостоверение о повышении квалификации', B: 'Оригинал', C: 'Нет', F: 'Нет', H: '26.02.2027' },
		...{
			Q: 'Нет',
			S: '2027',
			T: '2027',
			U: '36',
			Y: '02.04.1988',
			Z: 'Женский',
			AA: '112-233-445 95',
			AE: '643'
		},
		...{ AF: '', AM: '', AN: '' }
	});
	expect(Object.keys(row).length).toBe(40);
});

const { person } = facts;
test.each<[string, Partial<RegisterFacts>, string[]]>([
	['an edge space in a name', { surname: 'Вереснёва ' }, ['V untidy fixable']],
	['two spaces and «ёлочки»', { programmeTitle: 'Урок  «для» класса' }, ['K untidy fixable']],
	[
		'a long dash in a double surname',
		{ surname: 'Ключарёва–Санникова', person: null },
		[
			'O missing blocking',
			'P missing blocking',
			'Q missing blocking',
			'R missing blocking',
			'V untidy fixable',
			'Y missing blocking',
			'Z missing blocking',
			'AE missing blocking'
		]
	],
	['a Latin name', { givenName: 'Anna' }, ['W bad_characters blocking']],
	['a name of 51 characters', { givenName: 'А'.repeat(51) }, ['W too_long blocking']],
	['a title of 256 characters', { programmeTitle: 'А'.repeat(256) }, ['K too_long blocking']],
	['a number of 31 characters', { number: 'А'.repeat(31) }, ['I too_long blocking']],
	['a series of 21 characters', { series: 'А'.repeat(21) }, ['F too_long blocking']],
	['an end before the beginning', { periodFrom: '2027-02-27' }, ['T end_before_start blocking']],
	['an issue before the end', { issuedOn: '2027-02-25' }, ['H issued_before_end blocking']],
	['twelve hours', { hours: 12 }, ['U hours blocking']],
	['250 hours', { hours: 250 }, ['U hours blocking']],
	['no СНИЛС of a citizen', { person: person && { ...person, snils: null } }, ['AA missing blocking']],
	[
		'no СНИЛС of a foreigner',
		{ person: person && { ...person, snils: null, citizenship: '398' } },
		['AA no_snils_abroad note']
	],
	['another surname in the diploma', { surname: 'Иная' }, ['P other_surname note']],
	['seventeen years', { person: person && { ...person, birthDate: '2009-02-27' } }, ['Y under_age note']],
	[
		'a form that the template does not know',
		{ cohort: { ...facts.cohort, AB: 'Вечерняя' } },
		['AB not_listed blocking']
	],
	[
		'nothing about the cohort',
		{ cohort: {} },
		['AB missing blocking', 'AC missing blocking', 'AD missing blocking']
	],
	[
		'nothing about the cohort before 2021',
		{ cohort: {}, issuedOn: '2020-12-31', periodFrom: '2020-12-01', periodTo: '2020-12-31' },
		[]
	]
])('X4: %s', (_, change, expected) => {
	expect(found(change)).toEqual(expected);
});

test('X4: a duplicate names its cause and carries the original', () => {
	const original = {
		...facts,
		surname: 'Прежняя',
		number: 'СП912-2027-0001',
		series: null,
		cause: 'loss' as const
	};
	const row = registerRow({ ...facts, number: 'СП912-2027-0009', original }, {});
	expect(row).toMatchObject({
		...{ B: 'Дубликат', C: 'Да', D: 'Нет', E: 'Нет', G: 'СП912-2027-0009' },
		...{
			AF: 'Удостоверение о повышении квалификации',
			AG: 'Нет',
			AH: 'СП912-2027-0001',
			AI: 'СП912-2027-0001'
		},
		...{ AJ: '26.02.2027', AK: 'Прежняя', AL: 'Аглая', AM: 'Тихоновна', AN: '' }
	});
});

test('X4: what was mended needs no more mending', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...' -–«»а\u00a0') }), (text) => {
			expect(mended(mended(text))).toBe(mended(text));
		})
	);
});

test('X4: the days left are counted by the rule that was in force on the day of issue', () => {
	const rules = [
		{ from: '2021-01-01', days: 60 },
		{ from: '2028-01-01', days: 30 }
	];
	expect(uploadDeadline(rules, '2027-02-26', '2027-03-01')).toEqual({ day: '2027-04-27', left: 57 });
	expect(uploadDeadline(rules, '2028-01-01', '2028-02-02')).toEqual({ day: '2028-01-31', left: -2 });
	expect(uploadDeadline(rules, '2020-01-01', '2028-02-02')).toBeNull();
});
