import { z } from 'zod';

const CONTROL = /[\p{Cc}--[\t\n\r]]/v;

function words(max: number) {
	return z
		.string()
		.max(max)
		.refine((value) => value.isWellFormed() && !CONTROL.test(value), 'bad_characters');
}

/** A key that others refer to: it becomes a part of paths and field names, so no dots and no leading underscores. */
export const Key = z.string().regex(/^\p{L}[\p{L}\p{N}_-]{0,63}$/u, 'bad_key');

/** A title, a label, a question: one to 500 characters. */
export const Line = words(500).min(1);

/** Longer text of an author. */
export const Note = words(5000);

/** Everything that is said in a recording. */
export const Transcript = words(100_000);

export const Count = z.int().min(0).max(100_000);

/** Points and levels: small numbers. */
export const Points = z.number().min(0).max(1000);

export const Keyed = z.looseObject({ key: Key });
export const Titled = Keyed.extend({ title: Line });

export function list<T extends z.ZodType>(item: T, max: number) {
	return z.array(item).max(max);
}
