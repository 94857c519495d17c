import type { Finding } from '@stazhirovka/contract/finding';
import { m } from '#lib/paraglide/messages.js';

/** What is wrong in a programme file. */
export function findingWords({ code, details = {} }: Finding): string {
	const { found, phrase, key, deficit, type, kind, wanted, limit, expected } = details;
	return m.leader_finding({
		code,
		found: String(found ?? phrase ?? key ?? deficit ?? type ?? kind ?? ''),
		wanted: String(wanted ?? limit ?? expected ?? '')
	});
}
