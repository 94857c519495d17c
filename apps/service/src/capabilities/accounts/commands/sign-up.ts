import { passwordRefusal, namesRefusal, normalEmail } from '@stazhirovka/domain/accounts';
import type { Visit } from '../../../shell/context.ts';
import { fail, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { CONSENT_TEXTS } from '../consent-texts.ts';
import { hashPassword } from '../passwords.ts';
import * as store from '../store.ts';

export type GivenConsent = { kind: string; version: string };

export type SignUp = {
	surname: string;
	givenName: string;
	patronymic: string | null;
	gender: 'f' | 'm' | null;
	email: string;
	password: string;
	position: string | null;
	organisationId: string | null;
	consents: GivenConsent[];
};

/** Registrations from one address in an hour: a whole course may sign up from behind one. */
const PER_ADDRESS = 60;
const WINDOW_MINUTES = 60;

/** Registers a person with each consent that was ticked (R98, X7); answers with the person's id. */
export async function signUp(visit: Visit, input: SignUp): Promise<string> {
	const email = normalEmail(input.email) ?? faulty('account.bad_email', { field: 'email' });
	const wrong = namesRefusal(input) ?? passwordRefusal(input.password, email);
	if (wrong) faulty(wrong.code, wrong.details ?? {});
	const consents = standing(input.consents);
	await count(visit);
	const passwordHash = await hashPassword(input.password);

	return visit.db.transaction(async (tx) => {
		const { consents: _, password: __, ...person } = input;
		const row = await store.insertPerson(tx, { ...person, email, passwordHash, createdAt: visit.now() });
		if (!row) fail('conflict', 'account.email_taken', { field: 'email' });

		await store.insertConsents(
			tx,
			consents.map((consent) => ({
				...consent,
				personId: row.id,
				address: visit.address,
				givenAt: visit.now()
			}))
		);
		await record(tx, { actor: { personId: row.id }, now: visit.now }, 'person.signed_up', { id: row.id });
		return row.id;
	});
}

async function count(visit: Visit): Promise<void> {
	const subject = `sign-up:${visit.address}`;
	const since = new Date(visit.now().getTime() - WINDOW_MINUTES * 60_000);
	const made = await store.countAttempts(visit.db, [subject], since);
	if ((made.get(subject) ?? 0) >= PER_ADDRESS)
		fail('tooMany', 'account.too_many_attempts', { minutes: WINDOW_MINUTES });

	await store.addAttempts(visit.db, [subject], visit.now());
}

/** Only texts that are in force count; a required one that is absent stops the registration. */
export function standing(given: readonly GivenConsent[]) {
	const inForce = CONSENT_TEXTS.filter((text) =>
		given.some(({ kind, version }) => kind === text.kind && version === text.version)
	);
	const absent = CONSENT_TEXTS.find((text) => text.required && !inForce.includes(text));
	if (absent) faulty('account.consent_missing', { field: `consent.${absent.kind}` });
	return inForce.map(({ kind, version }) => ({ kind, version }));
}
