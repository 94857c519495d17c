import type { ProgrammeField, ProgrammeForm } from '../../programmes/index.ts';
import type { Field, Fields, ProgrammeFields } from '../field.ts';
import { choice, count, given, line, lines, note, optional, rare, record, records } from '../shape.ts';

type Cell = NonNullable<ProgrammeForm['cell']>;
type Scoring = NonNullable<ProgrammeForm['scoring']>;
type Column = Extract<NonNullable<ProgrammeForm['columns']>, unknown[]>[number];
type Level = { value: number | null; label: string };

/** What a field of a card may ask for. */
const FIELD_TYPES = [
	'text',
	'rich_text',
	'number',
	'number_list',
	'choice',
	'date',
	'dates',
	'function',
	'exercise',
	'pupil_code',
	'file',
	'person',
	'org'
];

const cardField = {
	key: given,
	label: line,
	type: choice(FIELD_TYPES, { blank: 'text' }),
	options: { ...optional(lines), when: { field: 'type', is: ['choice'] } },
	required: optional({ kind: 'yesNo', absent: false }),
	min_items: { ...optional(count), when: { field: 'type', is: ['number_list'] } }
} as const satisfies Record<keyof ProgrammeField, Field>;

const levels = records<Level>(
	{ value: { kind: 'number', nullable: true }, label: line },
	{ title: 'label', open: 'rows' }
);

function cardFields(from: string): Field {
	return records<ProgrammeField>(cardField, { title: 'label', open: 'each', key: { from } });
}

function only(types: ProgrammeForm['type'][], field: Field): Field {
	return { ...field, optional: true, when: { field: 'type', is: types } };
}

const columns: Field = {
	kind: 'either',
	shapes: {
		own: records<Column>(
			{ key: given, label: line, type: optional(choice(FIELD_TYPES)) },
			{ title: 'label', open: 'rows', key: { from: 'c' } }
		),
		taken: choice(['deficits', 'child_functions'])
	}
};

const card = {
	title: line,
	type: choice(['matrix', 'table', 'rating_grid', 'generated', 'checklist', 'questions', 'form'], {
		blank: 'form'
	}),
	filled_by: rare({ kind: 'choice', values: ['trainee', 'group', 'trainee+tutor'], open: true }),
	module: rare({ kind: 'reference', to: 'modules', by: 'n' }),
	activity: rare({ kind: 'reference', to: 'activities' }),
	min_rows: only(['table'], count),
	min_observations: only(['form'], count),
	header_fields: only(['table'], cardFields('h')),
	per: only(['rating_grid'], choice(['video'])),
	rows: only(
		['matrix'],
		records({ key: given, title: line }, { title: 'title', open: 'rows', key: { from: 'R' } })
	),
	columns: only(['matrix', 'table', 'generated'], columns),
	cell: only(['matrix'], record<Cell>({ type: { kind: 'given', blank: 'choice' }, options: levels })),
	expert_key: only(['matrix'], { kind: 'keyed', of: { kind: 'references', to: 'deficits' } }),
	extra_fields: only(['matrix'], cardFields('e')),
	fields: only(['form'], cardFields('f')),
	scoring: only(
		['matrix'],
		record<Scoring>({
			rule: { kind: 'phrase', phrase: 'rowRule' },
			max: count,
			understanding_levels: records({ min: count, label: line }, { title: 'label', open: 'rows' })
		})
	),
	scale: only(['rating_grid', 'checklist'], levels),
	indicators: only(
		['rating_grid'],
		records(
			{ key: given, deficit: { kind: 'reference', to: 'deficits' }, text: line },
			{ title: 'text', open: 'rows', key: { from: 'I' } }
		)
	),
	comment_field: only(['rating_grid'], { kind: 'record', fields: cardField as Fields }),
	rule: rare(note),
	computed: only(
		['form'],
		records(
			{
				key: choice(['baseline_mean', 'after_mean', 'change_percent', 'verdict']),
				formula: optional(note),
				rule: optional(note)
			},
			{ title: 'key', open: 'rows' }
		)
	)
} satisfies Record<keyof ProgrammeForm, Field>;

/** Cards that always carry the same meaning for the platform. */
const KNOWN = [
	'correlation_card',
	'blank_plan',
	'competence_analysis_card',
	'deficit_card',
	'route_form',
	'self_check',
	'self_analysis',
	'effectiveness_card'
];

/** The cards of a programme (R84–R91, R101–R107), by key. */
export const forms = {
	forms: { kind: 'keyed', known: KNOWN, of: { kind: 'record', fields: card } }
} satisfies Partial<ProgrammeFields>;
