import { ok, refuse, type Result } from '@stazhirovka/domain/result';
import type { Endpoint, Input, Output } from './endpoint.ts';
import { Problem } from './problem.ts';

type Parts = { params?: Record<string, string>; querystring?: Record<string, unknown>; body?: unknown };
export type CallRefusal = { code: string; status: number; problem: Problem };

const DOWN: Problem = { code: 'service.unavailable', message: 'The service is not answering' };

/** Used by the web app's server half and by the tests: path, body and answer all come from the contract. */
export function createCall(
	fetch: typeof globalThis.fetch,
	base: string,
	headers: () => Record<string, string>
) {
	return async function call<E extends Endpoint>(
		e: E,
		input: Input<E>
	): Promise<Result<Output<E>, CallRefusal>> {
		const response = await fetch(
			`${base}${address(e.url, input as Parts)}`,
			request(e, input as Parts, headers())
		).catch(() => null);
		const json: unknown = await response?.json().catch(() => null);

		if (!response?.ok) {
			const problem = Problem.catch(DOWN).parse(json);
			return refuse({ code: problem.code, status: response?.status ?? 503, problem });
		}
		return ok(e.schema.response[200]?.parse(json) as Output<E>);
	};
}

export type Call = ReturnType<typeof createCall>;

function address(url: string, { params = {}, querystring = {} }: Parts): string {
	const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(querystring)) {
		if (value !== undefined && value !== null) query.set(name, String(value));
	}

	return query.size ? `${path}?${query}` : path;
}

function request(e: Endpoint, { body }: Parts, headers: Record<string, string>): RequestInit {
	if (body === undefined) return { method: e.method, headers };
	return {
		method: e.method,
		headers: { ...headers, 'content-type': 'application/json' },
		body: JSON.stringify(body)
	};
}
