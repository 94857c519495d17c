import type { Fault } from '../definition.ts';
import type { Loose } from '../values.ts';
import { fault } from './check.ts';

const LONGEST_SHOWN = 100;

/** Keys that the definition does not have. Their names come from outside, so they are cut. */
export function unknownKeys(value: Loose, known: Iterable<string>, path: string): Fault[] {
	const names = new Set(known);
	const prefix = path === '' ? '' : `${path}.`;

	return Object.keys(value)
		.filter((key) => !names.has(key))
		.flatMap((key) => fault(`${prefix}${key.slice(0, LONGEST_SHOWN)}`, 'unknown_field'));
}
