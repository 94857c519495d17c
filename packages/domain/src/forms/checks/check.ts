import type { Fault, Field, FieldKind } from '../definition.ts';

/** `draft` refuses only what makes no sense as a value; `final` also asks for completeness. */
export type Mode = 'draft' | 'final';

export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>;

/** What is wrong with a value that is there. Absence is decided before, by `isEmpty`. */
export type Check<K extends FieldKind> = (
	field: FieldOf<K>,
	value: unknown,
	path: string,
	mode: Mode
) => Fault[];

export function fault(
	path: string,
	code: Fault['code'],
	numbers: Pick<Fault, 'limit' | 'found'> = {}
): Fault[] {
	return [{ path, code, ...numbers }];
}
