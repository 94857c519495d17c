/** What the service answers to a browser: the value, or the code of a refusal; `offline` when nothing came. */
export type Told<T> = { ok: true; value: T } | { ok: false; code: string; again: boolean };

/** One request of the page to the service, by the contract's types. A lost answer is a refusal like others. */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<Told<T>> {
	const init = body === undefined ? {} : { body: JSON.stringify(body), headers: JSON_BODY };
	try {
		const response = await fetch(`/api${path}`, { method, ...init });
		const told: unknown = await response.json();
		if (response.ok) return { ok: true, value: told as T };
		return { ok: false, code: codeOf(told), again: response.status >= 500 || response.status === 429 };
	} catch {
		return { ok: false, code: 'service.unavailable', again: true };
	}
}

/** Asks again a few times: for what carries its own id and is done once however often it is asked for (C2). */
export async function insist<T>(method: string, path: string, body: unknown): Promise<Told<T>> {
	for (const pause of PAUSES) {
		const told = await ask<T>(method, path, body);
		if (told.ok || !told.again) return told;
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
	return ask<T>(method, path, body);
}

const JSON_BODY = { 'content-type': 'application/json' };
const PAUSES = [500, 1_500, 4_000];

function codeOf(told: unknown): string {
	return typeof told === 'object' && told !== null && 'code' in told
		? String(told.code)
		: 'service.unavailable';
}
