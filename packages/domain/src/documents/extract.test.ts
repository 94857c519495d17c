import { expect, test } from 'vitest';
import { anna, EXAMPLES, institute, period, programme, registered, textsOf } from './example-facts.ts';
import { correcting, extractFor, orderFinish } from './index.ts';

const inna = { ...anna, givenName: 'Инна' };
const order = orderFinish({
	...registered,
	...{ organisation: institute, programme, period, signer: institute.head },
	grounds: [],
	finishedOn: '2027-02-26',
	finished: [
		{ person: anna, document: 'сертификат', documentNumber: '912-2027-0001' },
		{ person: { ...anna, givenName: 'Ольга' }, document: 'сертификат', documentNumber: '912-2027-0002' }
	],
	unfinished: [{ person: inna, reason: 'по собственному желанию' }]
});

test('R167: an extract of an order names its holder and nobody else of the lists', () => {
	const own = textsOf(extractFor(order, { list: 0, row: 0 })).join('\n');
	const left = textsOf(extractFor(order, { list: 1, row: 0 })).join('\n');

	expect(own).toContain('ВЫПИСКА ИЗ ПРИКАЗА');
	expect(own).toContain('Вереснёва Аглая');
	expect(own).not.toMatch(/Ольга|Инна|собственному/);
	expect(left).toContain('Вереснёва Инна');
	expect(left).not.toMatch(/Аглая|Ольга|912-2027/);
});

test('R167: an extract of minutes keeps what was decided', () => {
	const texts = textsOf(extractFor(EXAMPLES.protocol(), { list: 0, row: 0 }));

	expect(texts).toEqual(expect.arrayContaining(['ВЫПИСКА ИЗ ПРОТОКОЛА', 'зачтено', 'РЕШЕНО:']));
});

test('X21: an order that only sends down has one annex and speaks of no documents of completion', () => {
	const facts = { organisation: institute, programme, period, signer: null, grounds: [], finishedOn: null };
	const texts = textsOf(
		orderFinish({ ...registered, ...facts, finished: [], unfinished: [{ person: inna, reason: 'болезнь' }] })
	).join('\n');

	expect(texts).toContain('Об отчислении слушателей');
	expect(texts).toContain('справки об обучении согласно приложению № 1');
	expect(texts).not.toMatch(/завершивших обучение[^,]*\n.*Номер документа|журнал регистрации/);
});

test('R158: a correction says in whose place it stands', () => {
	const texts = textsOf(correcting(order, { day: '2027-02-25', number: '11' })).join('\n');

	expect(texts).toContain(
		'Взамен документа от 25\u00a0февраля 2027\u00a0г. № 11, в который внесены исправления.'
	);
});
