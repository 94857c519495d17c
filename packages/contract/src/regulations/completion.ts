import {
	ACTS,
	COLUMN_TYPES,
	FORM_PARTS,
	GIVEN_TERM_KINDS,
	GROUNDS,
	PLAIN_FIELD_TYPES,
	TEXT_PARTS
} from '@stazhirovka/domain/regulations';
import { z } from 'zod';
import { text } from '../words.ts';

const MOST_ROWS = 60;
const Label = text(500, 1);

/** Dates are days or months: what is impossible is told by a finding at its place. */
const GivenTerm = z.object({
	kind: z.enum(GIVEN_TERM_KINDS),
	text: Label,
	months: z.int().min(0).max(1200).nullable(),
	starts: text(10).nullable(),
	ends: text(10).nullable()
});

/** One ground of a meaning: an act names it by its code. */
const Grounds = z
	.array(z.object({ code: z.enum(GROUNDS), text: Label, exceptional: z.boolean() }))
	.min(1)
	.refine((grounds) => new Set(grounds.map(({ code }) => code)).size === grounds.length, 'repeated');

/** A part given by hand. Rows of a form and columns of a plan come in their order; keys and numbers are made here. */
export const GivenPart = z.discriminatedUnion('part', [
	z.object({
		part: z.enum(FORM_PARTS),
		rows: z
			.array(z.object({ label: Label, type: z.enum(PLAIN_FIELD_TYPES), required: z.boolean() }))
			.min(1)
			.max(MOST_ROWS)
	}),
	z.object({
		part: z.literal('plan.columns'),
		rows: z
			.array(z.object({ label: Label, type: z.enum(COLUMN_TYPES) }))
			.min(1)
			.max(MOST_ROWS)
	}),
	z.object({
		part: z.literal('programme_structure.sections'),
		rows: z
			.array(z.object({ label: Label }))
			.min(1)
			.max(MOST_ROWS)
	}),
	z.object({ part: z.literal('status.act'), act: z.enum(ACTS) }),
	z.object({ part: z.literal('status.term'), term: GivenTerm }),
	z.object({ part: z.literal('termination.grounds'), grounds: Grounds }),
	z.object({
		part: z.literal('report.deadline'),
		month: z.int().min(1).max(12),
		day: z.int().min(1).max(31)
	}),
	z.object({ part: z.enum(TEXT_PARTS), text: Label })
]);
export type GivenPart = z.infer<typeof GivenPart>;
