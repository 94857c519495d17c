import { fullName } from '@stazhirovka/domain/certificates';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { fail, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { consentText } from '../../accounts/index.ts';
import { enterEnrolment, lockCohort } from '../../cohorts/index.ts';
import { issueDocument } from '../../documents/index.ts';
import { consentPaper, TEMPLATE, type PaperKind } from '../paper.ts';
import { printedOf, subjectOf } from '../queries.ts';
import * as store from '../store.ts';

/**
 * Prints a filled consent for an intern of one's own cohort, to be signed by hand. What was printed today and is not
 * signed yet is not printed again. Answers with the document's id.
 */
export async function printConsent(ctx: Ctx, enrolmentId: string, kind: PaperKind): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const enrolment = await enterEnrolment(tx, ctx.actor, enrolmentId, 'leader');
		const { cohortId, siteId, regionId, timeZone } = enrolment;
		await lockCohort(tx, cohortId);
		const { version, title } = consentText(kind) ?? fail('refused', 'consent.not_in_force');
		const day = localDay(ctx.now(), timeZone);
		const printed = (await printedOf(tx, [enrolmentId])).find((one) => one.kind === kind);
		const fresh = printed && !printed.signedOn && localDay(printed.createdAt, timeZone) === day;
		if (fresh && printed.version === version) return printed.documentId;

		const subject = (await subjectOf(tx, enrolmentId)) ?? missing('enrolment');
		const { id } = await issueDocument(tx, ctx, {
			...{ kind: TEMPLATE[kind], dated: day, numbered: false },
			title: `${title}: ${fullName(subject.person)}`,
			place: { regionId, siteId, cohortId },
			paper: () => consentPaper(kind, subject, ctx.origin),
			learners: [{ enrolmentId, list: 0, row: 0 }]
		});
		const by = { printedBy: ctx.actor.personId, createdAt: ctx.now() };
		await store.insertPrinted(tx, { documentId: id, enrolmentId, kind, version, ...by });
		await record(
			tx,
			ctx,
			'consent.printed',
			{ id: enrolmentId, cohortId },
			{ kind, version, documentId: id }
		);
		return id;
	});
}
