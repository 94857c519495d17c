import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../../../shell/context.ts';
import { conflict, fail, faulty, missing } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { keptRegions, rulesOn } from '../../../regulations/index.ts';
import { lockedApplication, moveTo } from '../../../sites/index.ts';
import { today } from '../../../../shell/today.ts';
import { prepareLetter } from '../letters.ts';
import { insertProposal } from '../store.ts';
import { issueProposal } from '../../meetings/papers.ts';
import { siteIn } from '../../site-queries.ts';

type Given = {
	about: 'status' | 'termination';
	subjectId: string;
	number: string;
	madeOn: string;
	text: string;
};

/**
 * Records the proposal (представление) of the body that the regulation names, for the status (R4) or for its end (R22).
 * Where it names none, there is nothing to be recorded.
 */
export async function recordProposal(ctx: Ctx, given: Given): Promise<void> {
	if (given.madeOn > today(ctx.now)) faulty('proposal.in_future', { field: 'madeOn' });
	const kept = (await keptRegions(ctx.db, ctx.actor)).map(({ id }) => id);
	await ctx.db.transaction((tx) =>
		given.about === 'status' ? forStatus(tx, ctx, kept, given) : forTermination(tx, ctx, kept, given)
	);
}

async function forStatus(tx: Tx, ctx: Ctx, kept: string[], given: Given): Promise<void> {
	const application = await lockedApplication(tx, given.subjectId);
	if (!kept.includes(application.regionId)) missing('application');
	const { on_submission_of: named, granted_by: addressee } = application.rules.profile.status;
	await moveTo(tx, ctx, application, 'propose');
	const { id: applicationId, regionId, title: site } = application;
	const body = named ?? fail('refused', 'proposal.not_prescribed');
	const place = { regionId, applicationId };
	const documentId = await issueProposal(tx, ctx, { ...factsOf(given), body, addressee, site, place });
	const id = await insertProposal(tx, { ...paperOf(ctx, given), applicationId, body, documentId });
	await prepareLetter(tx, ctx, application, { kind: 'proposal', result: 'made' });
	await noted(tx, ctx, id, given);
}

async function forTermination(tx: Tx, ctx: Ctx, kept: string[], given: Given): Promise<void> {
	const site = await siteIn(tx, kept, given.subjectId);
	const { id: siteId, regulationKey, regionId, title } = site ?? missing('site');
	const rules = await rulesOn(tx, regulationKey, today(ctx.now));
	const { on_submission_of: body, decided_by: addressee } = rules?.profile.termination ?? NOBODY;
	if (!body) return fail('refused', 'proposal.not_prescribed');
	const place = { regionId, siteId };
	const facts = { ...factsOf(given), body, addressee, site: title, place };
	const documentId = await issueProposal(tx, ctx, facts);
	const id = await insertProposal(tx, { ...paperOf(ctx, given), siteId, body, documentId });
	await noted(tx, ctx, id, given);
}

/** A site whose rules are not kept here has no body that must propose. */
const NOBODY = { on_submission_of: null, decided_by: null };

function factsOf({ about, number, madeOn: day, text }: Given) {
	return { about, number, day, text };
}

function paperOf({ actor, now }: Ctx, { number, madeOn, text }: Given) {
	return { number, madeOn, text, recordedBy: actor.personId, createdAt: now() };
}

async function noted(
	tx: Tx,
	ctx: Ctx,
	id: string | null,
	{ about, subjectId, number }: Given
): Promise<void> {
	await record(
		tx,
		ctx,
		'proposal.recorded',
		{ id: id ?? conflict('proposal') },
		{ about, subjectId, number }
	);
}
