import { describe, expect, test } from 'vitest';
import { readCompletion, readReviewCounts } from './completion.ts';
import { readModeration } from './moderation.ts';
import { readPassRule } from './pass-rule.ts';
import { isSumOfMedians, readExclusion, readRevision } from './peer-phrases.ts';
import { asksEveryItem, isPresentBelowNone, readDivisor, readMinLength } from './texts.ts';
import { readRowRule } from './understanding.ts';

describe('the threshold of peer review', () => {
	test.each([
		['сумма ≥ 10 из 18 и ни один критерий не равен 0', { total: 10, outOf: 18, noZero: true }],
		['Сумма >= 8 из 15 и ни один критерий не равен нулю.', { total: 8, outOf: 15, noZero: true }],
		['сумма не менее 12 баллов', { total: 12, outOf: null, noZero: false }],
		['сумма баллов не ниже десяти из 18, без нулей по критериям', { total: 10, outOf: 18, noZero: true }],
		['итог от 9 баллов из 15 баллов; нет критериев с оценкой 0', { total: 9, outOf: 15, noZero: true }],
		['каждый критерий не ниже 1 и сумма ≥ 10', { total: 10, outOf: null, noZero: true }]
	])('«%s»', (text, rule) => {
		expect(readPassRule(text)).toEqual(rule);
	});

	test.each(['сумма больше обычного', 'ни один критерий не равен 0', 'сумма ≥ 10 и рецензенты согласны', ''])(
		'«%s» is not understood',
		(text) => {
			expect(readPassRule(text)).toBeNull();
		}
	);
});

describe('moderation by the tutor', () => {
	test.each([
		[
			'если у двух рецензентов сумма отличается на 6 и более или результат ниже порога, решение принимает тьютор; решение с обоснованием',
			{ spread: 6, belowThreshold: true }
		],
		['разница сумм 5 и более – решает тьютор', { spread: 5, belowThreshold: false }],
		['разница сумм — 5 баллов и более - решает тьютор', { spread: 5, belowThreshold: false }],
		['если суммы отличаются на 4 балла и более, решает тьютор', { spread: 4, belowThreshold: false }],
		['если суммы расходятся больше чем на 5, тьютор принимает решение', { spread: 6, belowThreshold: false }],
		['результат ниже порога или разница сумм ≥ 7 – решает тьютор', { spread: 7, belowThreshold: true }]
	])('«%s»', (text, rule) => {
		expect(readModeration(text)).toEqual(rule);
	});

	test.each([
		'разница сумм 5 и более – решает методист',
		'разница сумм большая – решает тьютор',
		'решает тьютор',
		'разница сумм 5 и более',
		'разница сумм 5 и более или поступила жалоба – решает тьютор',
		''
	])('«%s» is not understood', (text) => {
		expect(readModeration(text)).toBeNull();
	});
});

describe('revision after a result below the threshold', () => {
	test.each<[string, number | null]>([
		['при результате ниже порога – одна доработка в течение 7 дней', 7],
		['если результат ниже порога, допускается одна доработка в течение 10 календарных дней', 10],
		['одна доработка за 5 дней', 5],
		['одна доработка в течение недели', 7],
		['одна доработка в течение двух недель', 14],
		['доработка не предусмотрена', null],
		['без доработки', null]
	])('«%s»', (text, days) => {
		expect(readRevision(text)).toBe(days);
	});

	test.each([
		'две доработки в течение 7 дней',
		'одна доработка в течение 7 рабочих дней',
		'доработка возможна',
		''
	])('«%s» is not understood', (text) => {
		expect(readRevision(text)).toBeUndefined();
	});
});

describe('who does not review whom, and how the result is counted', () => {
	test.each([
		['автор сам себе', 'self'],
		['слушатели из той же организации, если хватает других', 'same_organisation'],
		['коллеги автора из своей школы', 'same_organisation'],
		['тьюторы', null]
	])('«%s» is %s', (text, who) => {
		expect(readExclusion(text)).toBe(who);
	});

	test.each([
		['по каждому критерию – медиана полученных баллов; итог – сумма медиан', true],
		['медиана по критерию, сумма медиан', true],
		['среднее по критерию, сумма средних', false],
		['медиана и среднее, сумма', false]
	])('«%s» is the sum of medians: %s', (text, yes) => {
		expect(isSumOfMedians(text)).toBe(yes);
	});
});

describe('completion rules', () => {
	test.each([
		['индивидуальная карта дефицитов подписана слушателем и тьютором', 'deficit_card_signed', null],
		['карта профессиональных дефицитов подписана', 'deficit_card_signed', null],
		['индивидуальный образовательный маршрут утвержден', 'learning_route_agreed', null],
		['ИОМ согласован с тьютором', 'learning_route_agreed', null],
		['пять заданий маршрута приняты тьютором', 'tasks_accepted', 5],
		['все задания маршрута выполнены и приняты', 'tasks_accepted', null],
		['зачтены 6 заданий', 'tasks_accepted', 6],
		['карта оценки результативности заполнена и размещена в чате группы', 'effectiveness_card_posted', null],
		['карта результативности размещена', 'effectiveness_card_posted', null],
		['итоговая работа опубликована, апробация отмечена', 'final_work_published', null],
		['итоговая работа размещена на форуме', 'final_work_published', null],
		['дано не менее двух рецензий и получено не менее двух', 'reviews_done', null],
		['взаимоэкспертиза выполнена', 'reviews_done', null],
		['взаимооценка проведена', 'reviews_done', null],
		['результат взаимоэкспертизы не ниже порога', 'result_passed', null],
		['итог экспертизы достиг порога', 'result_passed', null],
		['анкета обратной связи заполнена (не связана с личностью)', 'survey_answered', null],
		['опрос пройден', 'survey_answered', null],
		['проверены данные для ФИС ФРДО (СНИЛС, документ об образовании)', 'register_data_checked', null]
	])('«%s»', (text, condition, count) => {
		expect(readCompletion(text)).toEqual({ condition, count });
	});

	test.each([
		'посещены все занятия',
		'карта дефицитов не подписана',
		'итоговая работа опубликована, взаимоэкспертиза выполнена',
		''
	])('«%s» is not understood', (text) => {
		expect(readCompletion(text)).toBeNull();
	});

	test('numbers of reviews are read where they are given', () => {
		expect(readReviewCounts('дано не менее двух рецензий и получено не менее трёх')).toEqual({
			given: 2,
			received: 3
		});
		expect(readReviewCounts('взаимоэкспертиза выполнена')).toEqual({ given: null, received: null });
	});
});

describe('understanding and lengths', () => {
	test.each<[string, object | null]>([
		[
			'строка верна, если все функции ключа отмечены «связано» и не более одной лишней отметки «связано»',
			{ label: 'связано', maxExtra: 1 }
		],
		[
			'строка верна, если все практики ключа отмечены "связано" и не более двух лишних',
			{ label: 'связано', maxExtra: 2 }
		],
		[
			'строка засчитывается, если все функции ключа отмечены «да», без лишних отметок',
			{ label: 'да', maxExtra: 0 }
		],
		['строка верна, если все функции ключа отмечены «связано»', null],
		['строка верна, если отмечена хотя бы одна функция ключа', null]
	])('«%s»', (text, rule) => {
		expect(readRowRule(text)).toEqual(rule);
	});

	test.each<[string, number | null]>([
		['ответ на каждый вопрос не короче 100 знаков', 100],
		['каждый ответ – не менее 150 символов', 150],
		['ответ на каждый вопрос от ста знаков', 100],
		['ответ развёрнутый', null]
	])('«%s»', (text, length) => {
		expect(readMinLength(text)).toBe(length);
	});

	test('the other phrases that are fixed', () => {
		expect(asksEveryItem('задание отправляется тьютору, если заполнены все пункты')).toBe(true);
		expect(asksEveryItem('задание отправляется тьютору, если заполнены три пункта')).toBe(false);
		expect(readDivisor('mastery = сумма баллов по пунктам дефицита / 9')).toBe(9);
		expect(readDivisor('mastery = сумма баллов / 6')).toBe(6);
		expect(readDivisor('средний балл')).toBeNull();
		expect(isPresentBelowNone('есть, если уровень partial или expressed')).toBe(true);
		expect(isPresentBelowNone('есть, если уровень expressed')).toBe(false);
	});
});
