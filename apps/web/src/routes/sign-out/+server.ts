import { signOut } from '@stazhirovka/contract/accounts';
import { redirect } from '@sveltejs/kit';

export async function POST({ locals }) {
	await locals.call(signOut, {});
	redirect(303, '/');
}
