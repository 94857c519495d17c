import type { Finding } from '@stazhirovka/domain/programmes';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Fault = Pick<Finding, 'code' | 'details'>;

/** Issues of the schema as findings with their places, by keys where there are keys, and with what is expected. */
export function shapeFindings(json: unknown, issues: readonly Issue[]): Finding[] {
	return issues.flatMap(plain).map((issue) => ({
		place: placeOf(json, issue.path),
		...faultOf(issue, valueAt(json, issue.path)),
		severity: 'error'
	}));
}

/** Of several allowed kinds the faults of the one that was meant: the same kind of value with something wrong inside. */
function plain(issue: Issue): Issue[] {
	if (issue.code !== 'invalid_union') return [issue];

	const meant = issue.errors.find(
		(branch) => !branch.some(({ path, code }) => !path.length && code === 'invalid_type')
	);
	return meant?.length
		? meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue).flatMap(plain)
		: [issue];
}

function faultOf(issue: Issue, value: unknown): Fault {
	if (issue.message === 'bad_characters') return { code: 'shape.bad_characters' };
	switch (issue.code) {
		case 'invalid_type':
			return value === undefined
				? { code: 'shape.missing', details: { expected: issue.expected } }
				: { code: 'shape.wrong_kind', details: { expected: issue.expected, found: kindOf(value) } };
		case 'invalid_value':
			return { code: valueCode(value), details: { allowed: issue.values.map(String).join(', ') } };
		case 'too_small':
			return value === '' ? { code: 'shape.empty' } : limited('too_small', issue.origin, issue.minimum);
		case 'too_big':
			return limited('too_big', issue.origin, issue.maximum);
		case 'invalid_key':
			return { code: 'shape.bad_key' };
		default:
			if (issue.message !== 'bad_key') return { code: 'shape.wrong' };
			return { code: value === '' ? 'shape.empty' : 'shape.bad_key' };
	}
}

function valueCode(value: unknown): Fault['code'] {
	if (value === undefined) return 'shape.missing';
	return value === '' ? 'shape.not_chosen' : 'shape.not_one_of';
}

const WORDS = {
	too_small: { string: 'shape.too_short', array: 'shape.too_few', other: 'shape.too_small' },
	too_big: { string: 'shape.too_long', array: 'shape.too_many', other: 'shape.too_large' }
} as const;

function limited(way: keyof typeof WORDS, origin: string, limit: number | bigint): Fault {
	const code = origin === 'string' || origin === 'array' ? WORDS[way][origin] : WORDS[way].other;
	return { code, details: { limit: Number(limit) } };
}

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

function valueAt(json: unknown, path: PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(here, step) => (Object.hasOwn(Object(here), step) ? Object(here)[step] : undefined),
		json
	);
}

/** `modules.0.activities.2.minutes` → `modules.m1.activities.m1a3.minutes`. */
function placeOf(json: unknown, path: PropertyKey[]): string {
	const names: string[] = [];
	let here = json;
	for (const step of path) {
		here = Object(here)[step];
		const key: unknown = typeof step === 'number' ? Object(here).key : undefined;
		names.push((typeof key === 'string' && key ? key : String(step)).slice(0, 64));
	}
	return names.join('.');
}
