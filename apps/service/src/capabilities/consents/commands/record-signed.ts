import { signingFaults } from '@stazhirovka/domain/staff';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterEnrolment } from '../../cohorts/index.ts';
import * as store from '../store.ts';

/** Notes that a printed consent was signed: from now on it stands like one that was given on the platform (X7). */
export async function recordSigned(
	ctx: Ctx,
	documentId: string,
	{ on, fileId }: { on: string; fileId: string | null }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const printed = (await store.lockPrinted(tx, documentId)) ?? missing('consent');
		const enrolment = await enterEnrolment(tx, ctx.actor, printed.enrolmentId, 'leader');
		if (printed.signedOn === on) return;
		if (printed.signedOn) conflict('consent');

		const { personId, cohortId, timeZone } = enrolment;
		const days = { today: localDay(ctx.now(), timeZone), dated: localDay(printed.createdAt, timeZone) };
		const lost = fileId !== null && !(await store.findOwnFile(tx, fileId, ctx.actor.personId));
		const faults = [...signingFaults(on, days), ...(lost ? [{ field: 'fileId', code: 'file.missing' }] : [])];
		if (faults.length) faulty('consent.faulty', { faults });

		const { kind, version } = printed;
		const consentId = await store.insertConsent(tx, { personId, kind, version, givenAt: ctx.now() });
		await store.markSigned(tx, documentId, { signedOn: on, fileId, consentId });
		await record(
			tx,
			ctx,
			'consent.signed_on_paper',
			{ id: personId, cohortId },
			{ kind, version, on, documentId }
		);
	});
}
