import type { Tx } from '@stazhirovka/db';
import { latest } from '@stazhirovka/domain/calendar';
import { signingFaults } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { listDocuments } from '../../documents/index.ts';
import { enterToWork, insertAgreement, siteFiles } from '../../staff/index.ts';
import * as store from '../store.ts';

type Signing = { side: 'site' | 'partner'; on: string; fileId: string | null };
const COLUMN = { site: 'siteSignedOn', partner: 'partnerSignedOn' } as const;

/** Notes that a side has signed (R19). The second signature puts it among the agreements of the site. */
export async function noteSigning(ctx: Ctx, id: string, { side, on, fileId }: Signing): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const agreement = (await store.lockAgreement(tx, id)) ?? missing('agreement');
		const site = await enterToWork(tx, ctx, agreement.siteId, ['leader', 'keeper'], 'agreement');
		const column = COLUMN[side];
		if (agreement[column] === on) return;
		if (agreement[column]) conflict('agreement');

		const [document] = await listDocuments({ db: tx, actor: ctx.actor }, { ids: [agreement.documentId] });
		const { number, dated, title } = document ?? missing('document');
		const lost = fileId !== null && (await siteFiles(tx, site.id, [fileId])).length === 0;
		const faults = [
			...signingFaults(on, { today: site.today, dated }),
			...(lost ? [{ field: 'fileId', code: 'file.missing' }] : [])
		];
		if (faults.length) faulty('agreement.faulty', { faults });

		const signed = { ...agreement, [column]: on, ...(fileId && { fileId }) };
		const agreementId = await enter(tx, ctx, signed, { number: number ?? '', subject: title });
		const { siteSignedOn, partnerSignedOn } = signed;
		await store.changePrepared(tx, id, { siteSignedOn, partnerSignedOn, fileId: signed.fileId, agreementId });
		await record(tx, ctx, 'agreement.signed', { id }, { siteId: site.id, side, on, number });
	});
}

/** Signed by both, it is an agreement of the site; by one, it is none yet. */
async function enter(
	tx: Tx,
	ctx: Ctx,
	{ siteId, siteSignedOn, partnerSignedOn, fromDay, lastDay, fileId }: store.AgreementRow,
	named: { number: string; subject: string }
): Promise<string | null> {
	if (!siteSignedOn || !partnerSignedOn) return null;
	const signedOn = latest(siteSignedOn, partnerSignedOn);
	return insertAgreement(tx, { ...named, siteId, signedOn, fromDay, lastDay, fileId, createdAt: ctx.now() });
}
