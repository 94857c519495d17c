/** A regulation that null has seen: each run has one of its own, so that a journey can be repeated. */
export function regulation() {
	const letters = Date.now()
		.toString()
		.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
	const key = `journey_${letters}`;
	const title = `МСП Заозёрья, проба ${Date.now()}`;
	return { key, title, document: { ...RULES, key, short_title: title } };
}

const RULES = {
	schema: 'regulation.v1',
	title: 'Положение о муниципальной стажировочной площадке Заозёрья',
	source: { kind: 'положение', complete: true, date: null, number: null, issuer: null },
	level: 'municipal',
	territory: 'Заозёрный округ',
	site_status_name: 'муниципальная стажировочная площадка',
	host: { scope: 'open_call', kinds: ['школа'], eligibility: ['в школе есть наставники'] },
	audience: ['учителя'],
	operator: { title: 'Методический центр Заозёрья' },
	status: {
		granted_by: 'Комитет образования Заозёрья',
		act: 'приказ',
		on_submission_of: 'Методический центр Заозёрья',
		decided_by_body: null,
		expertise: { required: false },
		term: { kind: 'max_duration', max_months: 12, text: 'на один год' },
		application_window: { kind: 'rolling' }
	},
	application: { exists: true, title: 'Заявка площадки', fields: [], fields_source: 'not_in_seed' },
	programme_structure: { exists: false, sections: [] },
	plan: {
		exists: true,
		name: 'план работы',
		period: 'school_year',
		columns: [
			{ key: 'event', label: 'Мероприятие', type: 'text' },
			{ key: 'dates', label: 'Сроки', type: 'dates' }
		]
	},
	report: { exists: false, fields: [], deadline: null },
	termination: {
		decided_by: 'Комитет образования Заозёрья',
		grounds: [{ code: 'obstacles', text: 'площадка не может работать дальше' }]
	},
	roles: [
		{ key: 'site_head', title: 'Руководитель площадки', duties: [{ key: 'plan', text: 'ведёт план' }] }
	],
	bodies: [],
	network_form: { allowed: false },
	delivery_mode: { allowed: ['очно'], forced: 'очно' },
	event_formats: ['мастер-класс'],
	working_groups: { allowed: true },
	monitoring: [],
	products: ['методические разработки'],
	financing: { guaranteed: false, sources: ['средства учредителя'] },
	documents: [],
	defects: ['В положении не названа дата']
};
