import { PATTERNS } from '@stazhirovka/domain/forms';
import { z } from 'zod';

const Option = z.object({ value: z.string(), label: z.string() });
const Level = z.object({ value: z.number().nullable(), label: z.string() });
const common = {
	key: z.string(),
	label: z.string(),
	hint: z.string().optional(),
	required: z.boolean().optional()
};
const Pattern = z.enum(PATTERNS);
const number = {
	min: z.number().optional(),
	max: z.number().optional(),
	integer: z.boolean().optional()
};

const Column = z.discriminatedUnion('kind', [
	z.object({
		...common,
		kind: z.literal('shortText'),
		maxLength: z.int().optional(),
		pattern: Pattern.optional()
	}),
	z.object({ ...common, kind: z.literal('longText'), maxLength: z.int().optional() }),
	z.object({ ...common, kind: z.literal('number'), ...number }),
	z.object({ ...common, kind: z.literal('date') }),
	z.object({ ...common, kind: z.literal('singleChoice'), options: z.array(Option) })
]);

const choice = <const K extends 'singleChoice' | 'multipleChoice' | 'gradedChoice' | 'ordering'>(kind: K) =>
	z.object({ ...common, kind: z.literal(kind), options: z.array(Option) });

const Field = z.discriminatedUnion('kind', [
	z.object({
		...common,
		kind: z.literal('shortText'),
		maxLength: z.int().optional(),
		pattern: Pattern.optional()
	}),
	z.object({
		...common,
		kind: z.literal('longText'),
		minLength: z.int().optional(),
		maxLength: z.int().optional(),
		guarded: z.boolean().optional()
	}),
	z.object({ ...common, kind: z.literal('number'), ...number }),
	z.object({
		...common,
		kind: z.literal('numbers'),
		minItems: z.int().optional(),
		maxItems: z.int().optional()
	}),
	z.object({ ...common, kind: z.literal('date') }),
	z.object({ ...common, kind: z.literal('period') }),
	choice('singleChoice'),
	choice('multipleChoice'),
	choice('gradedChoice'),
	choice('ordering'),
	z.object({ ...common, kind: z.literal('scale'), levels: z.array(Level) }),
	z.object({
		...common,
		kind: z.literal('matrix'),
		rows: z.array(Option),
		columns: z.array(Option),
		levels: z.array(Level)
	}),
	z.object({
		...common,
		kind: z.literal('table'),
		columns: z.array(Column),
		minRows: z.int().optional(),
		maxRows: z.int().optional()
	}),
	z.object({
		...common,
		kind: z.literal('file'),
		maxFiles: z.int(),
		maxMegabytes: z.number(),
		extensions: z.array(z.string())
	}),
	z.object({ ...common, kind: z.literal('person') }),
	z.object({ ...common, kind: z.literal('computed') })
]);

/** The words of `domain/forms/definition.ts` on the wire. */
export const FormDefinition = z.object({
	key: z.string(),
	title: z.string(),
	note: z.string().optional(),
	sections: z.array(
		z.object({
			key: z.string(),
			title: z.string().optional(),
			hint: z.string().optional(),
			fields: z.array(Field)
		})
	)
});
