import type { Fault, ValueFaultCode } from '@stazhirovka/contract/problem';

/** An issue of the schema, as the validator hands it over. */
export type Issue = {
	keyword: string;
	/** `/sessions/0/place` */
	instancePath: string;
	message?: string;
	params: Record<string, unknown>;
};

type ValueFault = Fault<ValueFaultCode>;

/** The faulty parts of what was sent, each once and with the limit that it breaks; `sent` tells what was left empty. */
export function valueFaults(issues: readonly Issue[], sent: unknown): ValueFault[] {
	const faults = new Map<string, ValueFault>();
	for (const issue of issues) {
		const path = issue.instancePath.split('/').filter(Boolean);
		const field = path.join('.');
		if (!faults.has(field)) faults.set(field, { field, ...whatIsWrong(issue, valueAt(sent, path)) });
	}
	return [...faults.values()];
}

function whatIsWrong(
	{ keyword, message, params: { origin, ...params } }: Issue,
	value: unknown
): Omit<ValueFault, 'field'> {
	if (isEmpty(value)) return { code: 'value.missing' };
	if (message === 'bad_characters') return { code: 'value.bad_characters' };
	if (keyword === 'too_small')
		return { code: TOO_LITTLE[String(origin)] ?? 'value.wrong', ...limited(params.minimum) };
	if (keyword === 'too_big')
		return { code: TOO_MUCH[String(origin)] ?? 'value.wrong', ...limited(params.maximum) };
	if (keyword === 'invalid_format') return { code: FORMATS[String(params.format)] ?? 'value.wrong' };
	if (keyword === 'invalid_type') return { code: NUMBERS[String(params.expected)] ?? 'value.wrong' };
	return { code: 'value.wrong' };
}

const TOO_LITTLE: Record<string, ValueFaultCode> = {
	string: 'value.too_short',
	number: 'value.too_small',
	array: 'value.too_few'
};
const TOO_MUCH: Record<string, ValueFaultCode> = {
	string: 'value.too_long',
	number: 'value.too_large',
	array: 'value.too_many'
};
const FORMATS: Record<string, ValueFaultCode> = { date: 'value.not_a_date', time: 'value.not_a_time' };
/** What is no number at all, and a fraction where a whole one is wanted. */
const NUMBERS: Record<string, ValueFaultCode> = { number: 'value.not_a_number', int: 'value.not_whole' };

function limited(limit: unknown): { limit?: number } {
	return typeof limit === 'number' ? { limit } : {};
}

function valueAt(sent: unknown, path: string[]): unknown {
	return path.reduce<unknown>(
		(here, step) => (Object.hasOwn(Object(here), step) ? Object(here)[step] : undefined),
		sent
	);
}

/** Nothing was said: absent, blank, not one chosen. */
function isEmpty(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
