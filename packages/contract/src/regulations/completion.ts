import {
	ACTS,
	COLUMN_TYPES,
	PLAIN_FIELD_TYPES,
	FORM_PARTS,
	TEXT_PARTS
} from '@stazhirovka/domain/regulations';
import { z } from 'zod';
import { text } from '../words.ts';

const MOST_ROWS = 60;
const Label = text(500, 1);

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
	z.object({ part: z.literal('status.act'), act: z.enum(ACTS) }),
	z.object({ part: z.enum(TEXT_PARTS), text: Label })
]);
export type GivenPart = z.infer<typeof GivenPart>;
