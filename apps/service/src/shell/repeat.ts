import { isDeepStrictEqual } from 'node:util';

/** Whether a form says what stands already, as one that is sent twice does; what it does not name does not count. */
export function isRepeat<Form extends object>(standing: Form, form: Form): boolean {
	const keys = Object.keys(form) as (keyof Form)[];
	return keys.every((key) => isDeepStrictEqual(standing[key], form[key]));
}
