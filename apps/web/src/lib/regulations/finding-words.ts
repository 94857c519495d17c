import type { Finding } from '@stazhirovka/contract/finding';
import { m } from '#lib/paraglide/messages.js';

/** What is wrong in a regulation file. */
export function findingWords({ code, details = {} }: Finding): string {
	const { found, key, wanted, limit, allowed } = details;
	const kind = code === 'shape.wrong_type' ? m.regulations_value_type({ type: String(wanted) }) : wanted;
	return m.regulations_finding({
		code,
		found: String(found ?? key ?? ''),
		wanted: String(kind ?? limit ?? allowed ?? '')
	});
}
