import type { Tx } from '@stazhirovka/db';
import { passwordRefusal } from '@stazhirovka/domain/accounts';
import type { Ctx, Visit } from '../../shell/context.ts';
import { conflict, fail, faulty, missing } from '../../shell/errors.ts';
import { record, recordAll } from '../../shell/journal.ts';
import { standing, type GivenConsent } from './commands/sign-up.ts';
import { hashPassword } from './passwords.ts';
import * as store from './store.ts';

export type EnteredPerson = {
	email: string;
	surname: string;
	givenName: string;
	patronymic: string | null;
	position: string | null;
	organisationId: string | null;
};

/**
 * Accounts that a site enters for others: without a password nobody signs in until the person opens it. Answers with
 * their ids by address; 409 when somebody has registered one of the addresses meanwhile.
 */
export async function enterPeople(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now'>,
	people: EnteredPerson[]
): Promise<ReadonlyMap<string, string>> {
	const rows = await store.insertPeople(
		tx,
		people.map((person) => ({ ...person, createdAt: ctx.now() }))
	);
	if (rows.length < people.length) conflict('account');
	await recordAll(
		tx,
		ctx,
		rows.map(({ id }) => ({ kind: 'person.entered', subject: { id } }))
	);
	return new Map(rows.map(({ id, email }) => [email, id]));
}

/** The person opens the account that was entered: a password and the consents that registering asks for (X7). */
export async function openAccount(
	tx: Tx,
	visit: Visit,
	personId: string,
	{ password, consents }: { password: string; consents: GivenConsent[] }
): Promise<{ email: string }> {
	const { email, passwordHash } = (await store.findPerson(tx, personId)) ?? missing('account');
	if (passwordHash !== null) fail('refused', 'account.opened');
	const wrong = passwordRefusal(password, email);
	if (wrong) faulty(wrong.code, wrong.details ?? {});
	const given = standing(consents);

	// After everything that may refuse: a hash costs time, and a made-up link must not buy any.
	await store.changePerson(tx, personId, { passwordHash: await hashPassword(password) });
	const common = { personId, address: visit.address, givenAt: visit.now() };
	await store.insertConsents(
		tx,
		given.map((consent) => ({ ...consent, ...common }))
	);
	await record(tx, { actor: { personId }, now: visit.now }, 'person.signed_up', { id: personId });
	return { email };
}

/** Accounts by these addresses, in small letters: whose they are, and whether anybody has opened or blocked them. */
export async function accountsByEmail(tx: Parameters<typeof store.accountsOf>[0], emails: string[]) {
	return new Map((await store.accountsOf(tx, emails)).map((account) => [account.email, account]));
}
