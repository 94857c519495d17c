import type { ProgrammeDiagnostic, ProgrammeItem } from '../../programmes/index.ts';
import type { Field, ProgrammeFields } from '../field.ts';
import { choice, count, given, line, note, optional, record, records } from '../shape.ts';

type Option = NonNullable<ProgrammeItem['options']>[number];
type Scoring = ProgrammeDiagnostic['scoring'];

const LETTERS = { title: 'text', open: 'rows', key: { from: 'a' } } as const;

function only(types: ProgrammeItem['type'][], field: Field): Field {
	return { ...field, optional: true, when: { field: 'type', is: types } };
}

const item = records<ProgrammeItem>(
	{
		key: given,
		deficit: { kind: 'reference', to: 'deficits' },
		kind: choice(['knowledge', 'case', 'self_assessment']),
		type: choice(['single_choice', 'multiple_choice', 'graded_choice', 'ordering', 'scale']),
		stem: note,
		options: only(
			['single_choice', 'multiple_choice', 'graded_choice'],
			records<Option>(
				{
					key: given,
					text: line,
					correct: optional({ kind: 'yesNo', absent: false }),
					score: optional(count)
				},
				LETTERS
			)
		),
		elements: only(['ordering'], records({ key: given, text: line }, LETTERS)),
		correct_order: only(['ordering'], { kind: 'lines' }),
		scale: only(['scale'], records({ value: count, label: line }, { title: 'label', open: 'rows' })),
		max: count,
		scoring: { kind: 'phrase', phrase: 'itemScoring' }
	},
	{ title: 'stem', open: 'each', key: { from: 'Q' } }
);

/** Items of every kind, how they are counted, and what the diagnosis concludes (R90, R122, R123). */
export const diagnostic = {
	diagnostic: record<ProgrammeDiagnostic>({
		key: { kind: 'given', blank: 'diagnostic' },
		title: line,
		minutes: count,
		items: item,
		scoring: record<Scoring>({
			per_deficit_max: count,
			formula: { kind: 'phrase', phrase: 'formula' },
			levels: records(
				{ key: choice(['none', 'partial', 'expressed']), label: line, min: { kind: 'number', step: 0.05 } },
				{ title: 'label', open: 'rows' }
			),
			presence: { kind: 'phrase', phrase: 'presence' },
			mismatch_flag: { kind: 'phrase', phrase: 'mismatch' },
			missing: { kind: 'phrase', phrase: 'missing' }
		}),
		coverage_rule: { kind: 'phrase', phrase: 'coverage' }
	})
} satisfies Partial<ProgrammeFields>;
