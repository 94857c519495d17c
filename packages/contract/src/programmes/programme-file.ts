import { z } from 'zod';
import { ProgrammeDocumentSchema } from './document.ts';

/**
 * A programme, or as much of one as there is, as the text of its file: names stand in the order of the schema and those
 * that it does not know behind them, by their letters. Equal documents give equal bytes, whatever order they are kept
 * in (X24).
 */
export function programmeFile(document: object): string {
	return `${JSON.stringify(inOrder(document, ProgrammeDocumentSchema), null, '\t')}\n`;
}

function inOrder(value: unknown, schema: z.core.$ZodType | undefined): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const bare = unwrapped(schema, value);
	if (Array.isArray(value)) {
		const element = bare instanceof z.ZodArray ? bare.element : undefined;
		return value.map((one: unknown) => inOrder(one, element));
	}
	const shape: Record<string, z.core.$ZodType> = bare instanceof z.ZodObject ? bare.shape : {};
	const each = bare instanceof z.ZodRecord ? bare.valueType : undefined;
	const places = new Map(Object.keys(shape).map((name, place) => [name, place]));
	const rank = (name: string) => places.get(name) ?? places.size;
	const sorted = Object.entries(value).toSorted(
		([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : Number(a > b))
	);
	return Object.fromEntries(
		sorted.map(([name, inner]) => [name, inOrder(inner, Object.hasOwn(shape, name) ? shape[name] : each)])
	);
}

/** What stands behind «may be absent», and of several shapes the one of the same kind. */
function unwrapped(schema: z.core.$ZodType | undefined, value: object): z.core.$ZodType | undefined {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
		return unwrapped(schema.unwrap(), value);
	if (!(schema instanceof z.ZodUnion)) return schema;
	return schema.options.find((option) => option instanceof z.ZodArray === Array.isArray(value));
}
