import type { Tx } from '@stazhirovka/db';
import { moveDraft, waitsForAgreement } from '@stazhirovka/domain/authoring';
import type { Deps } from '../../../shell/context.ts';
import { conflict, settle } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import * as programmes from '../../programmes/index.ts';
import { enterByLink, type LinkedVersion } from '../approval-link.ts';
import * as store from '../draft-store.ts';
import { tellReturned, tellWhoAgrees } from '../letters.ts';
import { backToDraft } from './back-to-draft.ts';

type By = Pick<Deps, 'now' | 'origin'> & { actor: null };
type Signed = { name: string; position: string };
type Answer = Signed & ({ approved: true } | { approved: false; reason: string });

/**
 * The head approves a version, or gives it back, once; whoever holds the link of the letter gives the word (R41). Both
 * are said while the approval is the next step: a used link takes nothing back.
 */
export async function answerApproval(
	{ db, now, origin }: Pick<Deps, 'db' | 'now' | 'origin'>,
	{ token, ...answer }: Answer & { token: string }
): Promise<void> {
	const by: By = { actor: null, now, origin };
	await db.transaction(async (tx) => {
		const linked = await enterByLink(tx, { now }, token);
		settle(moveDraft(linked.steps, linked.state, 'approve'));
		if (answer.approved) await approve(tx, by, linked, answer);
		else await giveBack(tx, by, linked, answer);
	});
}

async function approve(tx: Tx, by: By, { version, site, steps }: LinkedVersion, { name, position }: Signed) {
	const { id: versionId, key, title, siteId } = version;
	const said = { versionId, kind: 'approval' as const, name, position, onDay: site.today };
	if (!(await programmes.insertApproval(tx, { ...said, createdAt: by.now() }))) conflict('programme');
	await record(tx, by, 'programme.approved', { id: versionId }, { key, kind: 'approval', name, position });
	const draft = await store.draftOfVersion(tx, versionId);
	if (draft && waitsForAgreement(steps, 'approved'))
		await tellWhoAgrees(tx, by, { id: draft.id, title, siteId, site: site.title });
}

async function giveBack(
	tx: Tx,
	by: By,
	{ version, site }: LinkedVersion,
	{ name, position, reason }: Signed & { reason: string }
) {
	const draftId = await backToDraft(tx, by, { version, site });
	const words = `${reason}\n\n${name}, ${position}`;
	await store.changeDraft(tx, draftId, { returnReason: words, returnedBy: null, returnedAt: by.now() });
	const { id, key, title } = version;
	await record(tx, by, 'programme.returned', { id }, { key, reason: words });
	await tellReturned(tx, by, { id: draftId, title, site: site.title, reason: words });
}
