import type { Tx } from '@stazhirovka/db';
import type { CertificateSnapshot } from '@stazhirovka/db/schema';
import { createHash } from 'node:crypto';
import type { Ctx } from '../../shell/context.ts';
import * as store from './store.ts';

/** What is about to be printed, under a number that is its own. */
export type CertificateOrder = {
	number: store.CertificateNumber;
	token: string;
	snapshot: CertificateSnapshot;
};
type Place = Pick<store.NewCertificate, 'replacesId' | 'replacesAs' | 'replacesReason'>;

/** Enters a printed document into the register. */
export function keepCertificate(
	tx: Tx,
	ctx: Ctx,
	enrolmentId: string,
	{ number, token, snapshot }: CertificateOrder,
	pdf: Buffer,
	place: Place = {}
): Promise<store.CertificateRow> {
	return store.insertCertificate(tx, {
		...number,
		...place,
		enrolmentId,
		number: snapshot.number,
		snapshot,
		pdf,
		sha256: createHash('sha256').update(pdf).digest('hex'),
		token,
		issuedOn: snapshot.issuedOn,
		issuedBy: ctx.actor.personId,
		issuedAt: ctx.now()
	});
}
