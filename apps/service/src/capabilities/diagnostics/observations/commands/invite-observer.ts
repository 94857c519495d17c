import { normalEmail } from '@stazhirovka/domain/accounts';
import { fullName } from '@stazhirovka/domain/certificates';
import { OBSERVATION } from '@stazhirovka/domain/diagnostics';
import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { post } from '../../../../shell/mail.ts';
import { newToken } from '../../../../shell/token.ts';
import { allowUntilCompleted, enterEnrolment } from '../../../cohorts/index.ts';
import { loadProgramme } from '../../../programmes/index.ts';
import { queueForAttempts } from '../../attempts/store.ts';
import { invitation } from '../letters.ts';
import { observedIntern, peopleNamed } from '../queries.ts';
import * as store from '../store.ts';

const DAY = 86_400_000;
/** Letters for one intern altogether: links that were ended count, so nobody can be flooded. */
const MOST_LETTERS = 12;

/** Asks somebody who has seen the lessons. A link that went to the same address before ends. */
export async function inviteObserver(ctx: Ctx, input: { id: string; email: string }): Promise<void> {
	const email = normalEmail(input.email) ?? faulty('observation.bad_email', { field: 'email' });
	await ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, input.id, 'intern', 'tutor');
		allowUntilCompleted(enrolment);
		await queueForAttempts(tx, enrolment.id);
		const intern = (await observedIntern(tx, enrolment.id)) ?? missing('enrolment');
		await stopAtOwnAddress(tx, email, intern);
		await store.withdraw(tx, enrolment.id, { email }, ctx.now());
		await stopAtTooMany(tx, enrolment.id, ctx.now());

		const token = newToken();
		const expiresAt = new Date(ctx.now().getTime() + OBSERVATION.days * DAY);
		const invitedAt = ctx.now();
		const by = ctx.actor.personId;
		await store.insertInvitation(tx, {
			...{ enrolmentId: enrolment.id, invitedBy: by, email, token, invitedAt, expiresAt }
		});
		const [inviter] = await peopleNamed(tx, [by]);
		const { document } = await loadProgramme(tx, enrolment.programmeVersionId);
		const letter = invitation({
			email,
			intern: fullName(intern.person),
			programme: document.title,
			invitedBy: inviter ? fullName(inviter) : fullName(intern.person),
			expiresAt,
			timeZone: intern.timeZone,
			link: `${ctx.origin}/o/${token}`
		});
		await post(tx, letter, ctx.now());
		await record(tx, ctx, 'observation.invited', { id: enrolment.id, cohortId: enrolment.cohortId });
	});
}

/** An observation comes from beside: neither from the intern nor from the tutor who decides. */
async function stopAtOwnAddress(
	tx: Tx,
	email: string,
	intern: { email: string; tutorId: string | null }
): Promise<void> {
	const [tutor] = await peopleNamed(tx, intern.tutorId ? [intern.tutorId] : []);
	if (email === intern.email || email === tutor?.email) fail('refused', 'observation.own_address');
}

async function stopAtTooMany(tx: Tx, enrolmentId: string, now: Date): Promise<void> {
	const standing = await store.observationsOf(tx, enrolmentId);
	const open = standing.filter(({ givenAt, expiresAt }) => givenAt || expiresAt > now);
	const sent = await store.countInvitations(tx, enrolmentId);
	if (open.length >= OBSERVATION.most || sent >= MOST_LETTERS)
		fail('refused', 'observation.too_many', { limit: OBSERVATION.most });
}
