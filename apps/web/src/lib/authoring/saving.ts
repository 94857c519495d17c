import type { DraftFinding } from '@stazhirovka/contract/authoring';
import type { Json } from '@stazhirovka/domain/outline';
import type { SaveOutcome, Send } from '#lib/forms/saving.ts';

/** Who stored a part meanwhile, and when. */
export type RivalFacts = { by: string; at: string };

type Body = {
	code?: string;
	revision?: number;
	savedAt?: string;
	findings?: DraftFinding[];
	details?: Partial<RivalFacts> & { revision?: number; value?: Json; findings?: DraftFinding[] };
	problem?: Body;
};

/** Whom the answers of the service are told besides the autosave: what is wrong now, and who was quicker. */
type Told = { findings: (findings: DraftFinding[]) => void; rival: (facts: RivalFacts) => void };

/** Browsers carry at most 64 KB past the end of a page; a longer part waits in the local copy. */
const PAST_THE_END = 60_000;

/** Puts one part on top of the revision it was read from; a draft's answer is `{ value }`. */
export function createPartSend(url: string, fetch: typeof globalThis.fetch, told: Told): Send {
	return async (draft, keepalive) => {
		const body = JSON.stringify({ base: draft.revision, value: draft.answer.value ?? null });
		const options = { keepalive: keepalive && body.length * 2 < PAST_THE_END };
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(url, { method: 'PUT', headers, body, ...options }).catch(() => null);

		return response ? outcomeOf(response, told) : { kind: 'unreachable' };
	};
}

async function outcomeOf(response: Response, told: Told): Promise<SaveOutcome> {
	const body = (await response.json().catch(() => null)) as Body | null;
	if (response.ok && body?.revision !== undefined) {
		if (body.findings) told.findings(body.findings);
		return { kind: 'saved', revision: body.revision, savedAt: body.savedAt ?? '' };
	}
	if (response.status >= 500 || response.status === 429 || !body) return { kind: 'unreachable' };

	const { code = '', details = {} } = body.problem ?? body;
	if (code === 'draft.changed' && details.revision !== undefined) {
		told.rival({ by: details.by ?? '', at: details.at ?? '' });
		return { kind: 'changed', revision: details.revision, answer: wrapped(details.value) };
	}
	return { kind: 'refused', code: response.status === 401 ? 'signed_out' : code, faults: [] };
}

/** A part as the autosave carries it. */
export function wrapped(value: Json | undefined) {
	return { value: (value ?? null) as never };
}
