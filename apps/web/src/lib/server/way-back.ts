import { here } from '#lib/forms/here.ts';

/**
 * The page to return to, named by a form or an address; only a page of this site is believed. A form action is no
 * page: who was led away from one comes back to the page that it stands on.
 */
export function wayBack(said: unknown, otherwise = '/'): string {
	if (typeof said !== 'string' || !URL.canParse(said, 'http://here')) return otherwise;

	const url = new URL(said, 'http://here');
	if (!said.startsWith('/') || url.origin !== 'http://here') return otherwise;
	return here(url);
}
