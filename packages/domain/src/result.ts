/** What a rule answers: a value, or a refusal whose stable `code` the web app turns into words. */
export type Result<T, R = Refusal> = { ok: true; value: T } | { ok: false; refusal: R };

export type Refusal = { code: string; details?: Readonly<Record<string, unknown>> };

export function ok<T>(value: T): { ok: true; value: T } {
	return { ok: true, value };
}

export function refuse<R extends Refusal>(refusal: R): { ok: false; refusal: R } {
	return { ok: false, refusal };
}
