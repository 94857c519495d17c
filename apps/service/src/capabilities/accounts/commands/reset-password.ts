import { passwordRefusal } from '@stazhirovka/domain/accounts';
import type { Visit } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { hashPassword } from '../passwords.ts';
import { hashToken } from '../session-store.ts';
import * as store from '../store.ts';

/** Sets the password behind the link from the letter and ends every session of the person. */
export async function resetPassword(visit: Visit, input: { token: string; password: string }): Promise<void> {
	await visit.db.transaction(async (tx) => {
		const reset =
			(await store.takeReset(tx, hashToken(input.token), visit.now())) ??
			fail('missing', 'account.reset_missing');
		const person = (await store.findPerson(tx, reset.personId)) ?? fail('missing', 'account.reset_missing');
		const wrong = passwordRefusal(input.password, person.email);
		if (wrong) faulty(wrong.code, wrong.details ?? {});

		// After everything that may refuse: a hash costs time, and a made-up link must not buy any.
		await store.changePerson(tx, person.id, { passwordHash: await hashPassword(input.password) });
		await store.endAllSessions(tx, person.id);
		await record(tx, { actor: { personId: person.id }, now: visit.now }, 'person.password_changed', {
			id: person.id
		});
	});
}
