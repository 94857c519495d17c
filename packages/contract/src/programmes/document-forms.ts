import type { ProgrammeForm as Form } from '@stazhirovka/domain/programmes';
import { z } from 'zod';
import { Count, Key, Keyed, Line, list, Note, Points, Titled } from './document-words.ts';

const Labelled = Keyed.extend({ label: Line });
const FormField = Labelled.extend({
	type: Line,
	options: list(Line, 50).optional(),
	required: z.boolean().optional(),
	min_items: z.int().min(0).max(100).optional()
});
const Level = z.looseObject({ value: Points, label: Line });

export const ProgrammeForm = z.looseObject({
	title: Line,
	type: z.enum(['matrix', 'table', 'rating_grid', 'generated', 'checklist', 'questions', 'form']),
	filled_by: Line.optional(),
	module: Count.optional(),
	activity: Key.optional(),
	per: Line.optional(),
	rows: list(Titled, 100).optional(),
	columns: z.union([Key, list(Labelled.extend({ type: Line.optional() }), 50)]).optional(),
	cell: z.looseObject({ type: z.literal('choice'), options: list(Level, 20) }).optional(),
	expert_key: z.record(Key, list(Key, 50)).optional(),
	extra_fields: list(FormField, 50).optional(),
	header_fields: list(FormField, 50).optional(),
	fields: list(FormField, 100).optional(),
	scoring: z
		.looseObject({
			rule: Line,
			max: Points,
			understanding_levels: list(z.looseObject({ min: Points, label: Line }), 10)
		})
		.optional(),
	min_rows: z.int().min(0).max(100).optional(),
	scale: list(z.looseObject({ value: Points.nullable(), label: Line }), 20).optional(),
	indicators: list(Keyed.extend({ deficit: Key, text: Line }), 200).optional(),
	comment_field: FormField.optional(),
	rule: Line.optional(),
	min_observations: z.int().min(0).max(100).optional(),
	computed: list(Keyed.extend({ formula: Note.optional(), rule: Note.optional() }), 20).optional()
}) satisfies z.ZodType<Form>;
