import type { Answer, Fault } from '@stazhirovka/domain/forms';

export type Draft = { revision: number; answer: Answer };

export type SaveOutcome =
	| { kind: 'saved'; revision: number; savedAt: string }
	/** Somebody saved after this page was opened: what is stored now. */
	| { kind: 'changed'; revision: number; answer: Answer }
	| { kind: 'unreachable' }
	| { kind: 'refused'; code: string; faults: Fault[] };

export type Send = (draft: Draft, keepalive: boolean) => Promise<SaveOutcome>;

type Body = {
	code?: string;
	revision?: number;
	savedAt?: string;
	details?: { revision?: number; answer?: Answer; faults?: Fault[] };
	problem?: Body;
};

/** Browsers carry at most 64 KB past the end of a page; a longer draft waits in the local copy. */
const PAST_THE_END = 60_000;

export function createSend(url: string, fetch: typeof globalThis.fetch): Send {
	return async (draft, keepalive) => {
		const body = JSON.stringify(draft);
		const options = { keepalive: keepalive && body.length * 2 < PAST_THE_END };
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(url, { method: 'PUT', headers, body, ...options }).catch(() => null);

		return response ? outcomeOf(response) : { kind: 'unreachable' };
	};
}

/** Where nobody tells the moment, it is this one by the clock of the device. */
export function savedNow(revision: number): SaveOutcome {
	return { kind: 'saved', revision, savedAt: new Date().toISOString() };
}

async function outcomeOf(response: Response): Promise<SaveOutcome> {
	const body = (await response.json().catch(() => null)) as Body | null;
	if (response.ok && body?.revision !== undefined) {
		return { kind: 'saved', revision: body.revision, savedAt: body.savedAt ?? '' };
	}
	if (response.status >= 500 || response.status === 429 || !body) return { kind: 'unreachable' };

	const { code = '', details = {} } = body.problem ?? body;
	if (code === 'form.changed_elsewhere' && details.answer && details.revision !== undefined) {
		return { kind: 'changed', revision: details.revision, answer: details.answer };
	}
	return {
		kind: 'refused',
		code: response.status === 401 ? 'signed_out' : code,
		faults: details.faults ?? []
	};
}
