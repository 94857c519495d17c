import { m } from '#lib/paraglide/messages.js';

/**
 * Words for a refusal's code: what happened and what to do. An unknown code gets a general sentence.
 * `limit` of the details may stand in the words.
 */
export function explain(code: string, details?: Record<string, unknown>): string {
	return m.problem({ code, limit: typeof details?.limit === 'number' ? details.limit : 0 });
}
