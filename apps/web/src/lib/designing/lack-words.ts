import type { Finding } from '@stazhirovka/domain/programmes';
import { m } from '#lib/paraglide/messages.js';

/** What a card still lacks, in words. */
export function lackWords({ code, details = {} }: Pick<Finding, 'code' | 'details'>): string {
	return m.designing_lack({ code, key: String(details.key ?? '') });
}
