import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { getMe } from '@stazhirovka/contract/accounts';
import { openLine } from '#lib/server/line.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { attributesOf, COOKIE, readPreferences } from '#lib/shell/preferences.ts';

export const handle: Handle = async ({ event, resolve }) => {
	const line = openLine(event);
	event.locals.call = line.call;
	event.locals.sendFile = line.sendFile;
	event.locals.sendParts = line.sendParts;
	event.locals.download = line.download;
	event.locals.preferences = readPreferences(new URLSearchParams(event.cookies.get(COOKIE)));

	const answer = await line.call(getMe, {});
	event.locals.actor = answer.ok ? answer.value.me : null;
	event.locals.demonstration = answer.ok && answer.value.demonstration;

	const attributes = Object.entries({ lang: getLocale(), ...attributesOf(event.locals.preferences) })
		.map(([name, value]) => `${name}="${value}"`)
		.join(' ');
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%html%', attributes)
	});

	line.returnCookies(response.headers);
	for (const [name, value] of Object.entries(GUARDS)) response.headers.set(name, value);
	// After signing out on a shared computer «back» must not show what was read.
	if (event.locals.actor) response.headers.set('cache-control', 'private, no-store');
	return response;
};

/** `same-origin`, not `no-referrer`: without a script a browser would send `Origin: null` with a form. */
const GUARDS = {
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
	'permissions-policy': 'camera=(), geolocation=(), microphone=()'
};

export const handleError: HandleServerError = ({ error, kind, event }) => {
	if (kind !== 'unknown') return;

	console.error(`${event.request.method} ${event.url.pathname}`, error);
	return { code: 'service.broken' };
};
