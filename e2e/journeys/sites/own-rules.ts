import { stampOf, type Document } from '../../acts/sites/rules.ts';

/**
 * A regulation that nobody has seen: names, act, term, form, programme, plan and report are its own, in words by which
 * the portal knows nothing: what the log would fill elsewhere, people write here themselves.
 */
export function ownRules(): Document {
	const { digits, letters } = stampOf();
	return { ...RULES, key: `own_${letters}`, short_title: `Мастерские Белых Ключей, проба ${digits}` };
}

const COUNCIL = 'Совет мастеров Белых Ключей';
const COLLEGIUM = 'Коллегия по образованию Белых Ключей';

const RULES = {
	schema: 'regulation.v1',
	title: 'Положение о школьных мастерских Белых Ключей',
	source: { kind: 'положение', complete: true, date: null, number: null, issuer: COLLEGIUM },
	level: 'municipal',
	territory: 'Белоключевский округ',
	site_status_name: 'школьная мастерская',
	host: {
		scope: 'open_call',
		kinds: ['дом, где учат'],
		eligibility: ['в школе два года работает мастерская для соседей']
	},
	audience: ['учителя', 'воспитатели'],
	operator: { title: 'Дом учителя Белых Ключей' },
	status: {
		granted_by: COLLEGIUM,
		act: 'приказ',
		on_submission_of: 'Дом учителя Белых Ключей',
		decided_by_body: COUNCIL,
		expertise: { required: true, subject: 'заявка', body: COUNCIL },
		term: { kind: 'max_duration', max_months: 18, text: 'на полтора года' },
		application_window: { kind: 'rolling' }
	},
	application: {
		exists: true,
		title: 'Прошение об открытии мастерской',
		fields: [
			{ n: 1, key: 'craft', label: 'Чему учит мастерская', type: 'text', required: true },
			{
				n: 2,
				key: 'pace',
				label: 'Как часто она открыта',
				type: 'choice',
				required: true,
				options: ['каждую неделю', 'раз в месяц']
			},
			{
				n: 3,
				key: 'masters',
				label: 'Мастера',
				type: 'table',
				required: true,
				columns: [
					{ key: 'name', label: 'Мастер', type: 'text' },
					{ key: 'years', label: 'Сколько лет учит', type: 'number' }
				]
			},
			{ n: 4, key: 'programme', label: 'Замысел мастерской', type: 'programme', required: true }
		]
	},
	programme_structure: {
		exists: true,
		title: 'Замысел мастерской',
		sections: [
			{ n: 1, key: 'why', title: 'Зачем мастерская округу' },
			{ n: 2, key: 'circle', title: 'Круг дел', children: [{ n: '2.1', key: 'first', title: 'Первое дело' }] }
		],
		approved_by: 'директор школы'
	},
	plan: {
		exists: true,
		name: 'лист дел',
		period: 'calendar_year',
		columns: [
			{ key: 'deed', label: 'Дело', type: 'text' },
			{ key: 'manner', label: 'Каким образом', type: 'text' },
			{ key: 'days', label: 'Дни', type: 'dates' },
			{ key: 'master', label: 'Мастер дела', type: 'person' }
		],
		signed_by: 'старший мастер',
		approved: true,
		approved_by: COLLEGIUM,
		agreed_with: 'Дом учителя Белых Ключей'
	},
	report: {
		exists: true,
		title: 'Рассказ мастерской за год',
		fields: [
			{ n: 1, key: 'deeds', label: 'Что успели', type: 'rich_text', required: true },
			{
				n: 2,
				key: 'held',
				label: 'Дела и гости',
				type: 'table',
				required: true,
				columns: [
					{ key: 'deed', label: 'Дело', type: 'text' },
					{ key: 'guests', label: 'Гостей', type: 'number' }
				]
			}
		],
		frequency: 'yearly',
		deadline: { kind: 'not_later_than', month: 12, day: 20 },
		to: 'Дом учителя Белых Ключей'
	},
	termination: {
		decided_by: COUNCIL,
		on_submission_of: 'Дом учителя Белых Ключей',
		act: 'распоряжение',
		effective_from: 'на другой день после решения',
		grounds: [{ code: 'obstacles', text: 'мастерская больше не может работать' }]
	},
	roles: [
		{
			key: 'senior_master',
			title: 'Старший мастер',
			duties: [{ key: 'list', text: 'ведёт лист дел' }]
		},
		{ key: 'master', title: 'Мастер', duties: [] }
	],
	bodies: [{ key: 'council', title: COUNCIL, function: 'решает о статусе', obligatory: true }],
	network_form: { allowed: false },
	delivery_mode: { allowed: ['очно'], forced: 'очно' },
	event_formats: ['открытая мастерская', 'показ'],
	working_groups: { allowed: true },
	monitoring: [],
	products: ['пособия'],
	financing: { guaranteed: false, sources: ['средства округа'] },
	documents: [],
	defects: []
};
