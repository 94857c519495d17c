import { expect, test } from 'vitest';
import kuzbass from '../../../../../db/seeds/regulations/kuzbass.json' with { type: 'json' };
import lenobl from '../../../../../db/seeds/regulations/lenobl.json' with { type: 'json' };
import mariinsk from '../../../../../db/seeds/regulations/mariinsk.json' with { type: 'json' };
import primorye from '../../../../../db/seeds/regulations/primorye.json' with { type: 'json' };
import priozersk from '../../../../../db/seeds/regulations/priozersk.json' with { type: 'json' };
import type { FormDefinition } from '../../forms/index.ts';
import { fieldsForm, type RegulationField, type RegulationProfile } from '../../regulations/index.ts';
import { changed, held, NOTHING } from './example-log.ts';
import {
	freeReportForm,
	fromLog,
	isWritable,
	mismatches,
	mismatchGround,
	moveReport,
	refill,
	REPORT_MOVES,
	REPORT_STATES,
	reportForm,
	silentInReport
} from './index.ts';

const read = (json: unknown) => json as RegulationProfile;
const SEEDS = { kuzbass, lenobl, mariinsk, primorye, priozersk };
const form = reportForm(read(kuzbass)) as FormDefinition;
const work = {
	id: 'w1',
	title: 'Урок без звонка',
	author: '',
	cohort: 'Поток 1',
	on: '2027-02-20',
	link: null
};
const cohort = { id: 'g1', title: 'Поток 1', from: '2027-01-18', lastDay: '2027-02-26', interns: 12 };

test('R126: the five regulations differ in their reports', () => {
	const told = Object.entries(SEEDS).map(([key, json]) => {
		const profile = read(json);
		return [key, reportForm(profile)?.title ?? null, silentInReport(profile), mismatchGround(profile)];
	});
	expect(told).toEqual([
		[
			'kuzbass',
			'Форма отчёта муниципального опорного центра о мероприятиях региональной стажировочной площадки',
			[],
			null
		],
		['lenobl', null, [], 'несоответствие реальной деятельности и деятельности, представленной в отчётах'],
		['mariinsk', null, [], null],
		['primorye', null, [], null],
		['priozersk', null, [], null]
	]);
});

test('a report that is announced and not given is silent in its parts, not absent', () => {
	const profile = read({ ...kuzbass, report: { ...kuzbass.report, fields: [], deadline: null } });
	expect(reportForm(profile)).toBeNull();
	expect(silentInReport(profile)).toEqual(['report.fields', 'report.deadline']);
});

test('R128, R129, R138: the report of Kuzbass is filled with events, works and changes, and leaves thoughts to people', () => {
	const log = {
		events: [held('Круглый стол', 24, { format: 'круглый стол' }), held('Мастер-класс', 9)],
		changes: [
			changed('Вебинар', {
				kind: 'moved',
				before: { from: '2027-02-01', lastDay: '2027-02-01' },
				after: { from: '2027-03-01', lastDay: '2027-03-02' }
			})
		],
		works: [work],
		cohorts: [cohort]
	};
	const { answer, places } = fromLog(form, log);
	expect(answer).toEqual({
		events: [
			{ event: 'Круглый стол', form: 'круглый стол', participants: 24 },
			{ event: 'Мастер-класс', form: 'семинар', participants: 9 }
		],
		corrections:
			'Вебинар: перенесено: 1\u00a0февраля 2027\u00a0г. → 1\u00a0марта 2027\u00a0г. – 2\u00a0марта 2027\u00a0г. (причина: Нет слушателей)',
		trainee_projects: [{ title: 'Урок без звонка', link: '' }]
	});
	expect(places.map(({ field, row, records }) => [field, row, records.map(({ id }) => id)])).toEqual([
		['events', 0, [log.events[0]!.id]],
		['events', 1, [log.events[1]!.id]],
		['corrections', null, [log.changes[0]!.id]],
		['trainee_projects', 0, ['w1']]
	]);
	expect(mismatches(form, answer, log)).toEqual([]);
});

/** A sixth regulation that shares no key with the five. */
const FIELDS: RegulationField[] = [
	{ n: 1, key: 'a', label: 'Количество проведённых мероприятий', type: 'text', required: true },
	{
		...{ n: 2, key: 'b', label: 'Что проведено', type: 'table', required: true },
		columns: [
			{ key: 'x', label: '№ п/п', type: 'number' },
			{ key: 'd', label: 'Дата проведения', type: 'dates' },
			{ key: 't', label: 'Наименование мероприятия', type: 'text' },
			{ key: 'k', label: 'Категория участников', type: 'text' },
			{ key: 'p', label: 'Охват, чел.', type: 'number' },
			{ key: 'o', label: 'Результат', type: 'text' }
		]
	},
	{
		...{ n: 3, key: 'c', label: 'Изменения в плане', type: 'table', required: false },
		columns: [
			{ key: 'w', label: 'Мероприятие', type: 'text' },
			{ key: 'y', label: 'Причина', type: 'text' },
			{ key: 'z', label: 'Содержание изменения', type: 'text' }
		]
	},
	{
		...{ n: 4, key: 'e', label: 'Обучено стажёров', type: 'table', required: false },
		columns: [
			{ key: 'g', label: 'Группа', type: 'text' },
			{ key: 'h', label: 'Человек', type: 'number' }
		]
	},
	{ n: 5, key: 'f', label: 'Анализ проведённых мероприятий', type: 'rich_text', required: true }
];

test('R128: a form of other words and keys is filled by its words alone', () => {
	const events = [held('Семинар', 30)];
	const log = { ...NOTHING, events, changes: [changed('Вебинар')], cohorts: [cohort] };
	expect(fromLog(fieldsForm('report', 'Отчёт', FIELDS), log).answer).toEqual({
		b: [{ x: 1, d: '5\u00a0марта 2027\u00a0г.', t: 'Семинар', p: 30, o: 'Обсудили' }],
		c: [{ w: 'Вебинар', y: 'Нет слушателей', z: 'отменено' }],
		e: [{ g: 'Поток 1', h: 12 }]
	});
});

test('numbers that a form asks for are sums of the log, and another number is a mismatch', () => {
	const fields = ['Общее количество участников', 'Количество мероприятий', 'Количество стажёров'].map(
		(label, index) => ({ key: `n${index}`, label, kind: 'number' as const })
	);
	const counted: FormDefinition = { key: 'r', title: 'R', sections: [{ key: 's', fields }] };
	const events = [held('Семинар', 30), held('Вебинар', 12)];
	const log = { ...NOTHING, events, cohorts: [cohort] };

	expect(fromLog(counted, log).answer).toEqual({ n0: 42, n1: 2, n2: 12 });
	expect(mismatches(counted, { n0: 50, n1: 2, n2: 12 }, log)).toEqual([
		{
			...{ kind: 'number', about: 'Общее количество участников', told: 50, logged: 42 },
			...{ on: null, path: 'n0', records: events.map(({ id }) => ({ kind: 'event', id })) }
		}
	]);
});

test('R128: filling again replaces what came from the log and stands as it came, and keeps what people wrote', () => {
	const seminar = held('Семинар', 20);
	const webinar = held('Вебинар', 7);
	const before = fromLog(form, { ...NOTHING, events: [seminar, webinar], works: [work] });
	const answer = {
		...before.answer,
		tasks: 'Наши слова',
		trainee_projects: [{ title: 'Урок без звонка', link: 'https://rmc.example/7' }],
		events: [
			{ event: 'Вебинар', form: 'семинар', participants: 7 },
			{ event: 'Семинар', form: 'семинар', participants: 22 },
			{ event: 'Выезд', form: 'выезд', participants: 3 }
		]
	};
	const later = { ...webinar, participants: 9 };
	const events = [seminar, later, held('Стол', 5)];
	const fresh = fromLog(form, { ...NOTHING, events, changes: [changed('Стол')], works: [work] });
	const filled = refill(form, answer, { before, fresh });
	expect(filled.answer).toEqual({
		...answer,
		events: [
			{ event: 'Семинар', form: 'семинар', participants: 22 },
			{ event: 'Вебинар', form: 'семинар', participants: 9 },
			{ event: 'Стол', form: 'семинар', participants: 5 },
			{ event: 'Выезд', form: 'выезд', participants: 3 }
		],
		corrections: 'Стол: отменено (причина: Нет слушателей)'
	});
	expect(filled).toMatchObject({ replaced: ['events', 'corrections'], kept: ['events', 'trainee_projects'] });

	const written = { ...filled.answer, corrections: 'Своими словами' };
	expect(refill(form, written, { before: fresh, fresh })).toEqual({
		answer: written,
		replaced: [],
		kept: ['events', 'trainee_projects', 'corrections']
	});
});

test('R138: a project is told with its author where the consent stands: in a column of its own, or beside the title', () => {
	const told = { ...work, author: 'Ольхова Т. В.', link: 'https://school.example/urok' };
	expect(fromLog(form, { ...NOTHING, works: [told] }).answer).toEqual({
		trainee_projects: [{ title: 'Урок без звонка (Ольхова Т. В.)', link: told.link }]
	});
	const columns = [
		{ key: 't', label: 'Название проекта', type: 'text' as const },
		{ key: 'a', label: 'Автор', type: 'text' as const },
		{ key: 'l', label: 'Ссылка', type: 'text' as const }
	];
	const own = fieldsForm('report', 'Отчёт', [
		{ n: 1, key: 'w', label: 'Проекты стажёров', type: 'table', required: true, columns }
	]);
	expect(fromLog(own, { ...NOTHING, works: [told] }).answer).toEqual({
		w: [{ t: 'Урок без звонка', a: 'Ольхова Т. В.', l: told.link }]
	});
});

test('R127: a report on request is written in free words where there is no form', () => {
	const log = { ...NOTHING, events: [held('Семинар', 30)] };
	expect(fromLog(freeReportForm(), log).answer).toEqual({
		events: [{ event: 'Семинар', form: 'семинар', day: '5\u00a0марта 2027\u00a0г.', participants: 30 }]
	});
});

test('a report goes from the leader to the review and back; an accepted one stays', () => {
	const ways = REPORT_STATES.flatMap((state) =>
		REPORT_MOVES.flatMap((move) => {
			const moved = moveReport(state, move);
			return moved.ok ? [`${state} ${move} ${moved.value}`] : [];
		})
	);
	expect(ways).toEqual([
		'draft submit submitted',
		'draft withdraw withdrawn',
		'submitted return returned',
		'submitted accept accepted',
		'submitted withdraw withdrawn',
		'returned submit submitted',
		'returned withdraw withdrawn'
	]);
	expect(REPORT_STATES.filter((state) => isWritable(state))).toEqual(['draft', 'returned']);
	expect(moveReport('accepted', 'return')).toEqual({
		ok: false,
		refusal: { code: 'report.not_now', details: { state: 'accepted', move: 'return' } }
	});
});
