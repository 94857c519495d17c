import type { Visit } from '../../../shell/context.ts';
import { fail } from '../../../shell/errors.ts';
import { passwordMatches } from '../passwords.ts';
import * as store from '../store.ts';

const WINDOW_MINUTES = 15;
const PER_ACCOUNT = 5;
const PER_ADDRESS = 30;

/**
 * One answer and one time for an unknown address, a wrong password and a blocked person; the person's id otherwise.
 * For the account an attempt is noted before it is judged, so guesses sent all at once are not judged more often than
 * guesses in a row. The address counts failures only: a whole school may sign in from behind one.
 */
export async function signIn(visit: Visit, input: { email: string; password: string }): Promise<string> {
	const account = `account:${input.email.trim().toLowerCase()}`;
	const address = `address:${visit.address}`;
	const since = new Date(visit.now().getTime() - WINDOW_MINUTES * 60_000);
	const noted = await store.addAttempts(visit.db, [account], visit.now());
	const attempts = await store.countAttempts(visit.db, [account, address], since);
	if ((attempts.get(account) ?? 0) > PER_ACCOUNT || (attempts.get(address) ?? 0) >= PER_ADDRESS) {
		await store.dropAttempts(visit.db, noted);
		fail('tooMany', 'account.too_many_attempts', { minutes: WINDOW_MINUTES });
	}

	const person = await store.findByEmail(visit.db, input.email.trim());
	const matches = await passwordMatches(person?.passwordHash, input.password);
	if (!person || !matches || person.blockedAt) {
		await store.addAttempts(visit.db, [address], visit.now());
		return fail('unauthenticated', 'account.wrong_credentials');
	}

	await store.forgetAttempts(visit.db, account);
	return person.id;
}
