import { expect, test } from 'vitest';
import scenario from '../golden/scenario-adhd.json' with { type: 'json' };
import type { CompletionCondition } from '../programmes/rules.ts';
import {
	academicHours,
	chooseKind,
	completion,
	documentKind,
	fullName,
	inWords,
	longDate,
	passed,
	registrationNumber,
	shortName
} from './index.ts';

const CODES: Record<string, string | undefined> = {
	принять: undefined,
	'отклонить: меньше 16 часов': 'certificate.too_few_hours',
	'отклонить: нет лицензии на ДПО': 'certificate.no_licence',
	'отклонить: 250 часов и больше – переподготовка': 'certificate.retraining_hours'
};

test.each(scenario.hours_rule)(
	'R168 golden case: $hours hours, $document, licence $licence – $expected',
	(rule) => {
		const { hours, document, licence, expected } = rule as {
			hours: number;
			document: 'certificate';
			licence?: boolean;
			expected: string;
		};
		const judged = documentKind({ hours, licence: licence ?? true }, document, '2027-02-26');

		expect(judged.ok ? undefined : judged.refusal.code).toBe(CODES[expected]);
	}
);

test.each([
	[{ attested: false }, 'certificate.not_attested'],
	[{ education: false }, 'certificate.no_education']
])('X1 an удостоверение with %o is refused, a certificate is not', (fact, code) => {
	const facts = { hours: 72, licence: true, ...fact };
	expect(documentKind(facts, 'udostoverenie_pk', '2027-02-26')).toMatchObject({
		ok: false,
		refusal: { code, details: { hours: 72, act: 'Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 76' } }
	});
	expect(documentKind(facts, 'certificate', '2027-02-26')).toEqual({ ok: true, value: 'certificate' });
});

test('without a licence the programme’s fallback is issued; without a fallback the reason is told', () => {
	const programme = { kind: 'udostoverenie_pk', hours: 16 } as const;
	expect(chooseKind({ ...programme, fallback: 'certificate' }, { licence: false }, '2027-02-26')).toEqual({
		ok: true,
		value: 'certificate'
	});
	expect(chooseKind({ ...programme, fallback: 'certificate' }, { licence: true }, '2027-02-26')).toEqual({
		ok: true,
		value: 'udostoverenie_pk'
	});
	expect(chooseKind({ ...programme, fallback: null }, { licence: false }, '2027-02-26')).toMatchObject({
		refusal: { code: 'certificate.no_licence' }
	});
});

test('a programme is complete when every rule holds, and the missing ones are named', () => {
	const rules = [
		{ key: 'c1', text: 'карта подписана', condition: 'deficit_card_signed' as const },
		{ key: 'c2', text: 'анкета заполнена', condition: 'survey_answered' as const }
	];
	const facts = { deficit_card_signed: true, survey_answered: false } as Record<CompletionCondition, boolean>;

	expect(completion(rules, facts)).toEqual({
		complete: false,
		rules: [
			{ key: 'c1', text: 'карта подписана', done: true },
			{ key: 'c2', text: 'анкета заполнена', done: false }
		]
	});
	expect(completion(rules, { ...facts, survey_answered: true }).complete).toBe(true);
	expect(completion([], facts).complete).toBe(false);
});

test('names are written in full and short, with or without a patronymic', () => {
	const aglaya = { surname: 'Вереснёва', givenName: 'Аглая', patronymic: 'Тихоновна' };
	expect([fullName(aglaya), shortName(aglaya)]).toEqual([
		'Вереснёва Аглая Тихоновна',
		'Вереснёва\u00a0А.\u00a0Т.'
	]);
	const lin = { surname: 'Тан', givenName: 'Линь', patronymic: null };
	expect([fullName(lin), shortName(lin)]).toEqual(['Тан Линь', 'Тан\u00a0Л.']);
	const anna = { surname: 'Иванова', givenName: 'Анна-Мария', patronymic: 'И\u0306оновна' };
	expect(shortName(anna)).toBe('Иванова\u00a0А.-М.\u00a0Й.');
	expect([passed('f'), passed('m'), passed(null)]).toEqual(['прошла', 'прошёл', null]);
});

test('X15 dates and numbers follow the rules of Russian', () => {
	expect(longDate('2027-02-06')).toBe('6\u00a0февраля 2027\u00a0г.');
	expect([1, 2, 5, 11, 12, 21, 22, 111, 112, 121].map(academicHours)).toEqual([
		'академический час',
		'академических часа',
		'академических часов',
		'академических часов',
		'академических часов',
		'академический час',
		'академических часа',
		'академических часов',
		'академических часов',
		'академический час'
	]);
	expect([1, 12, 16, 20, 72, 100, 249, 511, 999].map(inWords)).toEqual([
		'один',
		'двенадцать',
		'шестнадцать',
		'двадцать',
		'семьдесят два',
		'сто',
		'двести сорок девять',
		'пятьсот одиннадцать',
		'девятьсот девяносто девять'
	]);
});

test('registration numbers sort as they were given', () => {
	expect([1, 2, 10, 9999, 10000].map((serial) => registrationNumber('СП912', 2027, serial))).toEqual([
		'СП912-2027-0001',
		'СП912-2027-0002',
		'СП912-2027-0010',
		'СП912-2027-9999',
		'СП912-2027-10000'
	]);
});
