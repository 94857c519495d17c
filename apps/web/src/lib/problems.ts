import { m } from '#lib/paraglide/messages.js';

/**
 * Words for a refusal's code: what happened and what to do. An unknown code gets a general sentence.
 * Two numbers of the details may stand in the words: a limit and what was found instead.
 */
export function explain(code: string, details: Record<string, unknown> = {}): string {
	const limit = numberOf(details.limit ?? details.allowed ?? details.least);
	const found = numberOf(details.found ?? details.unanswered);

	return m.problem({ code, limit, found });
}

function numberOf(value: unknown): number {
	return typeof value === 'number' ? value : 0;
}
