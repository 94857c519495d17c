import type { Tx } from '@stazhirovka/db';
import type { Paper } from '@stazhirovka/domain/documents';
import { createHash } from 'node:crypto';
import type { Ctx } from '../../../shell/context.ts';
import { record } from '../../../shell/journal.ts';
import { refuseUnprintable } from '../printing.ts';
import { renderPaper } from '../render.ts';
import * as store from '../store.ts';

export type Issue = {
	kind: string;
	title: string;
	/** The site numbers its own documents; what has no site is numbered by the region. */
	place: { regionId: string } & Partial<Record<'siteId' | 'applicationId' | 'cohortId', string | null>>;
	/** The day that stands on the document; its year is the year of the number. */
	dated: string;
	numbered: boolean;
	paper: (number: string | null) => Paper;
	/** Interns whom it names, with their places in its lists. */
	learners?: store.NewLearner[];
	orderId?: string | null;
	replacesId?: string | null;
};

/**
 * Registers a document in the caller's transaction (R158). The number is taken and the files are made in it, so a
 * failure leaves no gap; whoever numbers the same kind at the same issuer waits meanwhile.
 */
export async function issueDocument(
	tx: Tx,
	ctx: Pick<Ctx, 'actor' | 'now'>,
	{ kind, title, place, dated, numbered, paper, learners = [], orderId = null, replacesId = null }: Issue
): Promise<{ id: string; number: string | null }> {
	const { regionId, siteId = null, applicationId = null, cohortId = null } = place;
	const year = Number(dated.slice(0, 4));
	const number = numbered
		? String(await store.takeNumber(tx, { issuerId: siteId ?? regionId, kind, year }))
		: null;
	const made = paper(number);
	const { pdf, docx } = await renderPaper(made).catch(refuseUnprintable);
	const sha256 = createHash('sha256').update(pdf).digest('hex');

	const id = await store.insertDocument(tx, {
		...{ kind, title, regionId, siteId, applicationId, cohortId, number, dated, orderId, replacesId },
		...{ paper: made, pdf, docx, sha256 },
		issuedBy: ctx.actor.personId,
		issuedAt: ctx.now()
	});
	await store.insertLearners(tx, id, learners);
	await record(tx, ctx, 'document.issued', { id }, { kind, number, sha256, orderId, replacesId });
	return { id, number };
}
