import { textOf } from '#lib/server/form-text.ts';

/** A paper that a form names by three fields; none when all of them are empty. */
export function paperOf(data: FormData, field: 'act' | 'minutes') {
	const body = textOf(data, `${field}.body`).trim();
	const number = textOf(data, `${field}.number`).trim();
	const date = textOf(data, `${field}.date`);
	return body || number || date ? { body, number, date } : null;
}
