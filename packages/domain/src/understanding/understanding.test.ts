import { expect, test } from 'vitest';
import kuzbass from '../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import priozersk from '../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import type { RegulationProfile } from '../regulations/index.ts';
import { MEANINGS, understood } from './index.ts';

const of = (json: unknown, place: string) =>
	understood(json as RegulationProfile).flatMap(({ words, meaning }) =>
		meaning.startsWith(`${place}.`) ? [`${words} = ${meaning.slice(place.length + 1)}`] : []
	);

test('what the words of a source were taken for is told, each in its place', () => {
	expect(of(priozersk, 'ending')).toMatchInlineSnapshot(`
		[
		  "Комитет образования администрации МО Приозерский муниципальный район Ленинградской области = no_council",
		  "день издания распоряжения = act_day",
		]
	`);
	expect(of(lenobl, 'host')).toMatchInlineSnapshot(`
		[
		  "образовательная организация = organisation",
		  "сеть образовательных организаций = network",
		]
	`);
	expect(of(lenobl, 'role')).toMatchInlineSnapshot(`
		[
		  "Руководитель стажировочной площадки = staff",
		  "Сотрудники стажировочной площадки = staff",
		  "Наставник = tutor",
		  "Куратор = tutor",
		  "Научный руководитель (научный консультант) = staff",
		]
	`);
	expect(of(lenobl, 'plan')).toMatchInlineSnapshot(`
		[
		  "№ = number",
		  "Мероприятие = title",
		  "Сроки проведения = dates",
		  "Ответственный за мероприятие = person",
		  "Отчёт о выполнении = report",
		]
	`);
	expect([...of(kuzbass, 'report'), ...of(kuzbass, 'column')]).toMatchInlineSnapshot(`
		[
		  "1. Задачи реализации программы стажировочной площадки = by_hand",
		  "2. Мероприятия (перечень, формы, количество участников) = events",
		  "3.1. перечень проектов стажёров с указанием ссылки на размещение на сайте ОО или РМЦ = works",
		  "3.2. презентация образовательных продуктов (методические рекомендации, публикации и т. д.) = by_hand",
		  "3.3. индивидуальный образовательный продукт, адаптированный к условиям своей образовательной организации = by_hand",
		  "3.4. другое = by_hand",
		  "4. Вносимые корректировки и их обоснования = changes",
		  "2. Мероприятия (перечень, формы, количество участников): Мероприятие = title",
		  "2. Мероприятия (перечень, формы, количество участников): Форма = format",
		  "2. Мероприятия (перечень, формы, количество участников): Количество участников = count",
		  "3.1. перечень проектов стажёров с указанием ссылки на размещение на сайте ОО или РМЦ: название = title",
		  "3.1. перечень проектов стажёров с указанием ссылки на размещение на сайте ОО или РМЦ: ссылка = link",
		]
	`);
	expect(of(kuzbass, 'programme')).toMatchInlineSnapshot(`
		[
		  "требование = required",
		  "1.5. сроки реализации = period",
		]
	`);
});

/** A regulation in words that no source has used. */
const strange = {
	...(lenobl as unknown as RegulationProfile),
	host: { scope: 'open_call', kinds: ['содружество домов'], eligibility: [] },
	roles: [{ key: 'master', title: 'Мастер', network_rule: 'мастера называет сход', duties: [] }],
	plan: {
		...(lenobl.plan as RegulationProfile['plan']),
		columns: [
			{ key: 'deed', label: 'Дело', type: 'text' },
			{ key: 'manner', label: 'Каким образом', type: 'text' }
		]
	},
	report: {
		exists: true,
		deadline: null,
		fields: [
			{ n: 1, key: 'deeds', label: 'Рассказ о годе', type: 'rich_text', required: true },
			{
				...{ n: 2, key: 'held', label: 'Дела', type: 'table', required: true },
				columns: [
					{ key: 'deed', label: 'Дело', type: 'text' },
					{ key: 'guests', label: 'Гостей', type: 'number' }
				]
			}
		]
	},
	termination: { decided_by: 'Сход мастеров', effective_from: 'с новой луны', grounds: [] }
} satisfies RegulationProfile;

test('words that nobody knows are left to people and shown as such', () => {
	expect(of(strange, 'role')).toEqual(['Мастер = staff']);
	expect(of(strange, 'choice')).toEqual(['Мастер: мастера называет сход = by_words']);
	expect(of(strange, 'plan')).toEqual(['Дело = title', 'Каким образом = words']);
	expect(of(strange, 'report')).toEqual(['1. Рассказ о годе = by_hand', '2. Дела = by_hand']);
	expect(of(strange, 'column')).toEqual([]);
	expect(of(strange, 'ending')).toEqual(['Сход мастеров = no_council', 'с новой луны = any_day']);
	expect(new Set(MEANINGS).size).toBe(MEANINGS.length);
});
