import { expect, test } from 'vitest';
import {
	anna,
	EXAMPLES,
	institute,
	period,
	programme,
	registered,
	school,
	textsOf
} from './example-facts.ts';
import { agreementNetwork } from './templates/agreement-network.ts';
import { consentPd } from './templates/consent-pd.ts';
import { orderEnrol } from './templates/order-enrol.ts';
import { spravka, type SpravkaFacts } from './templates/spravka.ts';

const NBSP = '\u00a0';

test.each(Object.entries(EXAMPLES))('R158: «%s» is printed with nothing undefined in it', (_, made) => {
	const paper = made();

	expect(JSON.stringify(paper)).not.toMatch(/undefined|null,null|NaN|Invalid/);
	expect(JSON.parse(JSON.stringify(paper))).toEqual(paper);
	expect(paper.blocks.filter(({ kind }) => kind === 'title').length).toBeGreaterThan(0);
});

const spravkaOf = (person: SpravkaFacts['person']) =>
	textsOf(
		spravka({
			...registered,
			organisation: institute,
			person,
			programme,
			period,
			progress: { minutes: 221, of: 541 },
			parts: [],
			why: 'expelled',
			order: null,
			signer: institute.head
		})
	);

const COURSE = `с 18${NBSP}января 2027${NBSP}г. по 26${NBSP}февраля 2027${NBSP}г. по программе стажировки «Приёмы работы на уроке»`;

test.each([
	[
		{ ...anna, dative: 'Вереснёвой Аглае Тихоновне' },
		`Справка выдана Вереснёвой Аглае Тихоновне в том, что она проходила обучение ${COURSE}.`
	],
	[anna, `Настоящая справка подтверждает, что Вереснёва Аглая Тихоновна проходила обучение ${COURSE}.`],
	[
		{ ...anna, gender: null, dative: 'Вереснёвой Аглае Тихоновне' },
		`Настоящая справка подтверждает обучение ${COURSE}. Слушатель: Вереснёва Аглая Тихоновна.`
	]
])('X14: a name is declined only as the person confirmed it: %#', (person, sentence) => {
	expect(spravkaOf(person)).toContain(sentence);
});

test('X15: numbers stand with the form of the noun that goes with them', () => {
	expect(spravkaOf(anna)).toContain(
		`Объём программы: 12${NBSP}академических часов. Освоено: 221 из 541${NBSP}минуты.`
	);
});

test('X14: a tutor is appointed in the accusative that was confirmed, else by the name as it is', () => {
	const order = (accusative: string | null) =>
		textsOf(
			orderEnrol({
				...registered,
				organisation: institute,
				programme,
				period,
				grounds: [],
				learners: [{ ...anna, cameBy: 'applied' }],
				tutors: [{ ...anna, accusative }],
				signer: null
			})
		);

	expect(order('Вереснёву Аглаю Тихоновну')).toContain(
		'Назначить тьютором Вереснёву Аглаю Тихоновну (учитель).'
	);
	expect(order(null)).toContain('Назначить тьютора: Вереснёва Аглая Тихоновна (учитель).');
});

test('R159: the list of learners is an annex that names its order', () => {
	expect(textsOf(EXAMPLES.order_enrol())).toEqual(
		expect.arrayContaining([
			'Приложение № 1',
			`к приказу от 26${NBSP}февраля 2027${NBSP}г. № 12`,
			'Вереснёва Аглая Тихоновна'
		])
	);
});

test('what is not known is a line to fill, never words of ours', () => {
	const texts = textsOf(EXAMPLES.agreement_network());

	expect(texts).toEqual(
		expect.arrayContaining([
			'Адрес: _',
			'ИНН _',
			`Договор действует с «_» _ 20_${NBSP}г. по «_» _ 20_${NBSP}г.`
		])
	);
});

test('X22: the document is issued by one of the parties', () => {
	const issuing = (issuer: 'base' | 'participant') =>
		textsOf(
			agreementNetwork({
				...registered,
				base: institute,
				participant: school,
				programme,
				parts: [{ title: 'Практикум', hours: 4, by: 'participant' }],
				issuer,
				document: 'сертификат',
				...{ settlements: 'не предусмотрены', noticeDays: 5 },
				term: period
			})
		).find((text) => text.includes('документ выдаёт'));

	expect(issuing('base')).toContain('документ выдаёт Базовая организация');
	expect(issuing('participant')).toContain('документ выдаёт Организация-участник');
});

test('X7: a consent names the controller, the purpose, the data, the actions, the term and the way back', () => {
	const texts = textsOf(
		consentPd({
			controller: institute,
			person: anna,
			purpose: 'Обучение.',
			data: ['фамилия'],
			actions: ['сбор', 'хранение'],
			term: 'пять лет',
			revoke: 'письмом',
			processor: 'ООО «Хранилище», г. Город',
			day: null
		})
	);

	expect(texts).toEqual(
		expect.arrayContaining([
			'Обучение.',
			'фамилия',
			'Сбор, хранение. Обработка ведётся с использованием средств автоматизации и без них.',
			'По поручению оператора данные обрабатывает: ООО «Хранилище», г. Город.',
			'Согласие действует: пять лет.'
		])
	);
	expect(texts.join(' ')).toContain('ИНН 4200000000, адрес: г. Северореченск, ул. Речная, д. 1.');
});
