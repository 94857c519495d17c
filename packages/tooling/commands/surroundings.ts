import { randomBytes } from 'node:crypto';

/** adapter-node takes every request for https unless this header, which the service sets, says otherwise. */
const PROTOCOL_HEADER = 'x-stazhirovka-proto';

/** A form without JavaScript carries its file through the pages: the service's 50 MB and the fields around it. */
const LONGEST_FORM = '51M';

/**
 * The variables by which the pages and the service find and trust each other.
 * The key is new at each start, unless pages and service run apart and were given the same one.
 */
export function surroundings(apiUrl: string, given = process.env): NodeJS.ProcessEnv {
	const proxies = Number(given.TRUSTED_PROXIES ?? 0);
	return {
		API_URL: apiUrl,
		INTERNAL_KEY: given.INTERNAL_KEY || randomBytes(32).toString('base64url'),
		PROTOCOL_HEADER,
		BODY_SIZE_LIMIT: LONGEST_FORM,
		...(proxies > 0 && { ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: String(proxies) })
	};
}
