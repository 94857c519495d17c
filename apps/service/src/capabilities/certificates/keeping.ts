import type { Tx } from '@stazhirovka/db';
import type { CertificateSnapshot, Seal } from '@stazhirovka/db/schema';
import { createHash } from 'node:crypto';
import type { Ctx } from '../../shell/context.ts';
import { print } from './print.ts';
import { currentKey } from './seal/keys.ts';
import { seal } from './seal/sealing.ts';
import * as store from './store.ts';

/** What is about to be printed, under a number that is its own. */
export type CertificateOrder = {
	number: store.CertificateNumber;
	token: string;
	snapshot: CertificateSnapshot;
};
export type PrintedCertificate = { pdf: Buffer; seal: Seal };
type Place = Pick<store.NewCertificate, 'replacesId' | 'replacesAs' | 'replacesReason'>;

/** Seals and prints; takes no lock. */
export async function printCertificate(
	ctx: Ctx,
	{ token, snapshot }: CertificateOrder
): Promise<PrintedCertificate> {
	const made = seal(await currentKey(ctx), token, snapshot);
	return { pdf: await print(snapshot, made), seal: made };
}

/** Enters a printed document into the register. */
export function keepCertificate(
	tx: Tx,
	ctx: Ctx,
	enrolmentId: string,
	{ number, token, snapshot }: CertificateOrder,
	{ pdf, seal: made }: PrintedCertificate,
	place: Place = {}
): Promise<store.CertificateRow> {
	return store.insertCertificate(tx, {
		...number,
		...place,
		enrolmentId,
		number: snapshot.number,
		snapshot,
		pdf,
		seal: made,
		sha256: createHash('sha256').update(pdf).digest('hex'),
		token,
		issuedOn: snapshot.issuedOn,
		issuedBy: ctx.actor.personId,
		issuedAt: ctx.now()
	});
}
