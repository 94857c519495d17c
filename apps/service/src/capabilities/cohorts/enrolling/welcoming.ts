import type { getWelcome } from '@stazhirovka/contract/cohorts';
import type { Output } from '@stazhirovka/contract/endpoint';
import { fullName } from '@stazhirovka/domain/certificates';
import type { Deps, Visit } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { openAccount } from '../../accounts/index.ts';
import { letterFactsOf } from '../queries.ts';
import { takeHeldSeat } from './commands/invitations.ts';
import { findAdmission } from './store.ts';
import { findWelcome, useWelcomes } from './welcome-store.ts';

/** Whom a link of a letter welcomes, and to what. */
export async function readWelcome(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	token: string
): Promise<Output<typeof getWelcome>> {
	const { id, state } = (await findWelcome(db, token, now())) ?? missing('welcome');
	const facts = (await letterFactsOf(db, id)) ?? missing('welcome');
	const invited = state === 'invited';
	const { givenName, email, programme, cohort, startsOn } = facts;
	const heldUntil = invited ? ((await findAdmission(db, id))?.heldUntil ?? null) : null;
	return {
		...{ givenName, email, programme, cohort, startsOn },
		fullName: fullName(facts),
		invited,
		heldUntil
	};
}

type Entering = { token: string; password: string; consents: { kind: string; version: string }[] };

/** The person chooses a password and consents (X7); a seat that an invitation holds is taken with the same press. */
export async function enterByWelcome(
	visit: Visit,
	{ token, ...given }: Entering
): Promise<{ email: string }> {
	return visit.db.transaction(async (tx) => {
		const enrolment = (await findWelcome(tx, token, visit.now())) ?? missing('welcome');
		const { email } = await openAccount(tx, visit, enrolment.personId, given);
		await useWelcomes(tx, enrolment.personId, visit.now());
		const by = { ...visit, actor: { personId: enrolment.personId } };
		if (enrolment.state === 'invited') await takeHeldSeat(tx, by, enrolment);
		return { email };
	});
}
