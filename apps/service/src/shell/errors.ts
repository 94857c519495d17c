import type { Problem } from '@stazhirovka/contract/problem';
import type { Result } from '@stazhirovka/domain/result';

const STATUS = {
	bad: 400,
	unauthenticated: 401,
	forbidden: 403,
	missing: 404,
	conflict: 409,
	refused: 409,
	otherVersion: 412,
	tooLarge: 413,
	wrongKind: 415,
	faulty: 422,
	tooMany: 429,
	unavailable: 503,
	full: 507
} as const;

type Details = Readonly<Record<string, unknown>>;

/** A refusal on its way to the one who asked. The shell alone knows the status numbers. */
export class AppError extends Error {
	readonly status: number;
	readonly problem: Problem;

	constructor(kind: keyof typeof STATUS, code: string, details?: Details) {
		super(code);
		this.status = STATUS[kind];
		this.problem = { code, message: code, ...(details && { details }) };
	}
}

export function fail(kind: keyof typeof STATUS, code: string, details?: Details): never {
	throw new AppError(kind, code, details);
}

/** Also for what exists but may not be seen: the two answer alike. */
export function missing(what: string): never {
	return fail('missing', `${what}.missing`);
}

/** Somebody else was first; the screen shows what is stored now. */
export function conflict(what: string, details?: Details): never {
	return fail('conflict', `${what}.changed_meanwhile`, details);
}

/** The input is understood but wrong: `details` name the places. */
export function faulty(code: string, details: Details): never {
	return fail('faulty', code, details);
}

/** For what the person may see but not do. What may not be seen is `missing`. */
export function allow(yes: boolean): void {
	if (!yes) fail('forbidden', 'forbidden');
}

/** A rule that asks for words found too few of them: that is a fault of the input, not of the moment. */
const WORDS_MISSING = /\.(reason|remark)_missing$/;

/** Where a domain refusal becomes an error that the shell can send. Nothing else translates. */
export function settle<T>(result: Result<T, { code: string; details?: Details }>): T {
	if (result.ok) return result.value;
	const { code, details } = result.refusal;
	return fail(WORDS_MISSING.test(code) ? 'faulty' : 'refused', code, details);
}
