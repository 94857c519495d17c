import { signOut } from '@stazhirovka/contract/accounts';
import { redirect } from '@sveltejs/kit';

export async function POST({ locals, cookies }) {
	await locals.call(signOut, {});
	// The next page reads it and forgets what this browser keeps of conversations (lib/chat/leaving.ts).
	cookies.set('left', '1', { path: '/', httpOnly: false, maxAge: 600 });
	redirect(303, '/');
}
