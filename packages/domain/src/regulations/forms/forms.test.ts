import fc from 'fast-check';
import { expect, test } from 'vitest';
import kuzbass from '../../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import mariinsk from '../../../../../db/seeds/regulations/mariinsk.json' with { type: 'json' };
import primorye from '../../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import priozersk from '../../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import { blankAnswer, fieldsOf, validate, type Answer, type FormDefinition } from '../../forms/index.ts';
import { profile } from '../example-profiles.ts';
import type { RegulationProfile } from '../profile.ts';
import { fieldsForm, programmeDates, programmeForm } from './index.ts';

const read = (json: unknown) => json as RegulationProfile;
const application = (json: unknown) => fieldsForm('application', 'Заявка', read(json).application.fields);
const shown = ({ sections }: FormDefinition) =>
	sections.flatMap(({ title, fields }) => [
		...(title ? [`# ${title}`] : []),
		...fields.map(({ label, kind, required }) => `${label} [${kind}${required ? '!' : ''}]`)
	]);

test('R13: the application of the Leningrad region has the fields of annex 1 in their order', () => {
	expect(shown(application(lenobl))).toEqual([
		'1. Полное наименование образовательной организации в соответствии с Уставом [shortText!]',
		'2. Юридический адрес образовательной организации [shortText!]',
		'# 3. Контактные данные (телефон, факс, электронная почта)',
		'телефон [shortText!]',
		'факс [shortText]',
		'электронная почта [shortText!]',
		'4. ФИО руководителя образовательной организации [person!]',
		'5. ФИО руководителя региональной стажировочной площадки [person!]',
		'6. Научный руководитель (научный консультант) [person]'
	]);
});

test('R14: the sixth field of Kuzbass is a direction of three', () => {
	expect(shown(application(kuzbass))).toEqual([
		'1. Полное наименование образовательной организации (муниципального опорного центра) в соответствии с Уставом [shortText!]',
		'2. Место нахождения образовательной организации [shortText!]',
		'# 3. Контактные данные (телефон, факс, электронные данные)',
		'телефон [shortText!]',
		'факс [shortText]',
		'электронные данные [shortText!]',
		'4. ФИО руководителя образовательной организации (муниципального опорного центра) [person!]',
		'5. ФИО руководителя стажировочной площадки [person!]',
		'6. Направление стажировочной деятельности [singleChoice!]'
	]);
	const direction = fieldsOf(application(kuzbass)).at(-1);
	expect(direction?.kind === 'singleChoice' && direction.options.map(({ label }) => label)).toEqual([
		'внедрение',
		'функционирование',
		'инновационная деятельность'
	]);
});

test.each([mariinsk, priozersk, primorye])('«$key» gives no fields of an application', (json) => {
	expect(application(json).sections).toEqual([]);
});

test('R35–R39: the programme of the Leningrad region has four sections, topics, trials and results', () => {
	expect(shown(programmeForm(read(lenobl)))).toEqual([
		'# 1. Пояснительная записка',
		'1.1. актуальность программы стажировки [longText]',
		'1.2. цель и задачи деятельности стажировочной площадки [longText]',
		'1.3. контингент стажёров (руководители, методисты, педагоги, педагоги-психологи и др.) [longText]',
		'1.4. общий характер и основные направления стажировочной деятельности [longText]',
		'# 2. Содержание программы стажировки',
		'Тема [table]',
		'# 3. Ресурсное обеспечение деятельности региональной стажировочной площадки',
		'3.1. кадровые ресурсы [longText]',
		'3.2. материально-технические ресурсы (аудитории, оборудование, электронные платформы) [longText]',
		'3.3. учебные и учебно-методические ресурсы [longText]',
		'# 4. Способы оценки образовательных результатов, в том числе стажёрских проб',
		'4.1. внешняя оценка: критерии [longText]',
		'4.1. внешняя оценка: процедура [longText]',
		'4.1. внешняя оценка: инструменты [longText]',
		'4.2. самооценка: критерии [longText]',
		'4.2. самооценка: процедура [longText]',
		'4.2. самооценка: инструменты [longText]'
	]);
});

test('R36, R37: a topic has its name, hours, tasks in three verbs, trials and results of four kinds', () => {
	const topics = fieldsOf(programmeForm(read(lenobl))).find(({ kind }) => kind === 'table');
	const columns = topics?.kind === 'table' ? topics.columns : [];
	expect(columns.map(({ label, kind, required }) => `${label} [${kind}${required ? '!' : ''}]`)).toEqual([
		'название [shortText!]',
		'количество часов [number]',
		'Задачи: научить [longText]',
		'Задачи: сформировать [longText]',
		'Задачи: развивать [longText]',
		'Содержание работы по теме: занятия [longText]',
		'Содержание работы по теме: стажёрские пробы [longText]',
		'Планируемые результаты стажировки: понимание [longText]',
		'Планируемые результаты стажировки: умение [longText]',
		'Планируемые результаты стажировки: владение [longText]',
		'Планируемые результаты стажировки: освоение [longText]'
	]);
});

test('R40: the programme of Kuzbass has a title page and eight sections, all demanded', () => {
	expect(shown(programmeForm(read(kuzbass)))).toEqual([
		'# 1. Титульный лист',
		'1.1. образовательная организация (организации при сетевом взаимодействии) [longText!]',
		'1.2. наименование программы [longText!]',
		'1.3. руководитель программы [longText!]',
		'1.4. целевая аудитория стажёров [longText!]',
		'1.5. сроки реализации [period!]',
		'2. Пояснительная записка [longText!]',
		'3. Цель, задачи [longText!]',
		'4. Направление стажировочной деятельности (внедрение, функционирование, инновационная деятельность) [longText!]',
		'5. Перечень основных программных мероприятий и прогнозируемые результаты [longText!]',
		'6. Содержание деятельности стажировочной площадки [longText!]',
		'7. Ресурсное обеспечение деятельности стажировочной площадки [longText!]',
		'8. Организация управления программой и контроль за её реализацией [longText!]'
	]);
});

test('the example structure of Primorye has three modules; where there is none, the programme is one text', () => {
	expect(shown(programmeForm(read(primorye)))).toEqual([
		'1. Модуль 1. Погружение в практику (часов: 4) [longText]',
		'2. Модуль 2. Самостоятельная работа слушателя по устранению своих профессиональных дефицитов (часов: 4) [longText]',
		'3. Модуль 3. Включение профессиональной компетенции в практику работы слушателя (часов: 4) [longText]'
	]);
	for (const json of [mariinsk, priozersk])
		expect(shown(programmeForm(read(json)))).toEqual(['Программа [longText!]']);
});

test('R126: the report of Kuzbass has its four items, links and numbers of participants', () => {
	const report = fieldsForm('report', 'Отчёт', read(kuzbass).report.fields);
	expect(shown(report)).toEqual([
		'1. Задачи реализации программы стажировочной площадки [longText!]',
		'2. Мероприятия (перечень, формы, количество участников) [table!]',
		'# 3. Продукты программы',
		'3.1. перечень проектов стажёров с указанием ссылки на размещение на сайте ОО или РМЦ [table!]',
		'3.2. презентация образовательных продуктов (методические рекомендации, публикации и т. д.) [table!]',
		'3.3. индивидуальный образовательный продукт, адаптированный к условиям своей образовательной организации [table!]',
		'3.4. другое [longText]',
		'4. Вносимые корректировки и их обоснования [longText]'
	]);
	const tables = fieldsOf(report).flatMap((field) => (field.kind === 'table' ? [field] : []));
	expect(tables.map(({ columns }) => columns.map(({ label, kind }) => `${label} ${kind}`))).toEqual([
		['Мероприятие shortText', 'Форма shortText', 'Количество участников number'],
		...Array(3).fill(['название shortText', 'ссылка shortText'])
	]);
});

test('R9: the dates of the title page are read back; half of them are none', () => {
	const dates = (period: Answer[string]) => programmeDates(read(kuzbass), { 'title_page-period': period });
	expect(dates({ from: '2027-01-11', to: '2028-12-25' })).toEqual({ from: '2027-01-11', to: '2028-12-25' });
	expect([dates({ from: '2027-01-11', to: null }), dates(null), dates(undefined), dates('2027')]).toEqual([
		null,
		null,
		null,
		null
	]);
});

test('R9: a programme that a status is bound to always states its dates', () => {
	fc.assert(
		fc.property(profile, (json) => {
			const bound = read({
				...json,
				status: { ...json.status, term: { kind: 'bound_to_programme', text: 'с' } }
			});
			const period = fieldsOf(programmeForm(bound)).find(({ kind }) => kind === 'period');
			expect(period?.required).toBe(true);

			const answer = { [period?.key ?? '']: { from: '2027-01-11', to: '2028-12-25' } };
			expect(programmeDates(bound, answer)).toEqual({ from: '2027-01-11', to: '2028-12-25' });
		})
	);
});

test('of any profile, every field of the source is asked once, in its order, and a blank sheet is a good draft', () => {
	fc.assert(
		fc.property(profile, (json) => {
			const { application, report } = read(json);
			for (const { fields } of [application, report]) {
				const form = fieldsForm('form', 'Форма', fields);
				proper(form);
				const asked = [...new Set(fieldsOf(form).map(({ key }) => topOf(key)))];
				expect(asked).toEqual(fields.filter(isAsked).map(({ key }) => key));
			}
			const programme = programmeForm(read(json));
			proper(programme);
			expect(programme.sections.length).toBeGreaterThan(0);
		}),
		{ numRuns: 300 }
	);
});

/** Keys of the generator: `k2` at the top, `k3k0` for a child, `k2-1` for a part. */
function topOf(key: string): string {
	const [, n] = /^k(\d+)k/.exec(key) ?? [];
	return n === undefined ? (key.split('-')[0] ?? '') : `k${Number(n) - 1}`;
}

function isAsked({ type }: { type: string }): boolean {
	return type !== 'programme';
}

function proper(form: FormDefinition) {
	const keys = fieldsOf(form).map(({ key }) => key);
	const names = form.sections.map(({ key }) => key);
	expect([new Set(keys).size, new Set(names).size]).toEqual([keys.length, names.length]);
	expect(keys.filter((key) => /[\s.]/u.test(key))).toEqual([]);
	for (const field of fieldsOf(form)) {
		if (field.kind !== 'table') continue;
		expect(new Set(field.columns.map(({ key }) => key)).size).toBe(field.columns.length);
	}
	expect(validate(form, blankAnswer(form), 'draft')).toEqual([]);
}
