import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { z } from 'zod';
import { Count, Key, Keyed, Line, list, Note, Points } from './document-words.ts';

const Option = Keyed.extend({ text: Line, correct: z.boolean().optional(), score: Points.optional() });

const Item = Keyed.extend({
	deficit: Key,
	kind: z.enum(['knowledge', 'case', 'self_assessment']),
	type: z.enum(['single_choice', 'multiple_choice', 'graded_choice', 'ordering', 'scale']),
	stem: Note.min(1),
	options: list(Option, 20).optional(),
	elements: list(Keyed.extend({ text: Line }), 20).optional(),
	correct_order: list(Key, 20).optional(),
	scale: list(z.looseObject({ value: Points, label: Line }), 20).optional(),
	max: Points,
	scoring: Line
});

const Level = z.looseObject({
	key: z.enum(['none', 'partial', 'expressed']),
	label: Line,
	min: z.number().min(0).max(1)
});

export const ProgrammeDiagnostic = Keyed.extend({
	title: Line,
	minutes: Count,
	items: list(Item, 500),
	scoring: z.looseObject({
		per_deficit_max: Points,
		formula: Line,
		levels: list(Level, 10),
		presence: Line,
		mismatch_flag: Line,
		missing: Line
	}),
	coverage_rule: Line
}) satisfies z.ZodType<ProgrammeDocument['diagnostic']>;
