import { redirect } from '@sveltejs/kit';
import { COOKIE, readPreferences, writePreferences } from '#lib/shell/preferences.ts';
import { wayBack } from '#lib/server/way-back.ts';

const YEAR = 365 * 24 * 60 * 60;

/** Keeps how the person wants to see the pages, and returns them to the page they came from. */
export async function POST({ request, cookies }) {
	const form = await request.formData();

	cookies.set(COOKIE, writePreferences(readPreferences(form)), {
		path: '/',
		maxAge: YEAR,
		sameSite: 'lax',
		httpOnly: true,
		secure: false
	});
	redirect(303, wayBack(form.get('back')));
}
