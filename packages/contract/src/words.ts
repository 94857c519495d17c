import { z } from 'zod';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Text as people type it: no NUL, no control characters but line breaks and tabs, no broken surrogates. */
export function text(max: number, min = 0) {
	return z
		.string()
		.trim()
		.min(min)
		.max(max)
		.refine((value) => value.isWellFormed() && !CONTROL.test(value), 'bad_characters');
}

export const Id = z.uuid();
export const ById = z.object({ id: Id });
export const Day = z.iso.date();
export const Moment = z.iso.datetime({ offset: true });
export const Revision = z.int().min(0).max(2_147_483_647);
/** A file as it is: described for the API's readers, never parsed. */
export const Bytes = z.string().meta({ format: 'binary' });
export const Done = z.object({ done: z.literal(true) });

export const Person = z.object({ id: Id, fullName: z.string(), shortName: z.string() });
export type Person = z.infer<typeof Person>;
