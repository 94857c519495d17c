import type { Tx } from '@stazhirovka/db';
import type { CertificateSnapshot, Seal } from '@stazhirovka/db/schema';
import { localDay } from '@stazhirovka/domain/calendar';
import { registrationNumber } from '@stazhirovka/domain/certificates';
import { createHash } from 'node:crypto';
import type { Ctx } from '../../shell/context.ts';
import type { EnrolmentFacts } from '../cohorts/index.ts';
import { print } from './print.ts';
import { siteSigner } from './queries.ts';
import { seal, type SealKey } from './seal/sealing.ts';
import * as store from './store.ts';
import { newToken } from './token.ts';

/** What is about to be printed, under a number that is its own. */
export type CertificateOrder = {
	number: store.CertificateNumber;
	token: string;
	snapshot: CertificateSnapshot;
};
export type PrintedCertificate = { pdf: Buffer; seal: Seal };
/** Who issues; nobody is signed in where a job prints what two people have decided. */
export type Issuing = Pick<Ctx, 'db' | 'keysDir' | 'now' | 'origin'> & { actor: { personId: string } };
type Place = Pick<store.NewCertificate, 'replacesId' | 'replacesAs' | 'replacesReason'>;

/** What every document has of its own: the next number of its site and year, the day, the code, who signs. */
export async function openEntry(
	tx: Tx,
	{ now, origin, actor }: Issuing,
	{ siteId, timeZone }: Pick<EnrolmentFacts, 'siteId' | 'timeZone'>,
	siteCode: string,
	whose: { enrolmentId: string } | { replacesId: string }
) {
	const issuedOn = localDay(now(), timeZone);
	const year = Number(issuedOn.slice(0, 4));
	const number = await store.reserveNumber(tx, { siteId, year, at: now(), ...whose });
	const { token, issue } = entryOf({ origin }, siteCode, issuedOn, number);
	const signer = await siteSigner(tx, siteId, actor.personId);
	return { number, token, issue: { ...issue, signer } };
}

/** The same where the number is there already. */
export function entryOf(
	{ origin }: Pick<Issuing, 'origin'>,
	siteCode: string,
	issuedOn: string,
	{ year, serial }: store.CertificateNumber
) {
	const token = newToken();
	const number = registrationNumber(siteCode, year, serial);
	return { token, issue: { number, issuedOn, verifyUrl: `${origin}/v/${token}` } };
}

/** Seals and prints; takes no lock. */
export async function printCertificate(
	key: SealKey,
	{ token, snapshot }: CertificateOrder
): Promise<PrintedCertificate> {
	const made = seal(key, token, snapshot);
	return { pdf: await print(snapshot, made), seal: made };
}

/** A printed document as the register holds it. */
export function registered(
	ctx: Issuing,
	enrolmentId: string,
	{ number, token, snapshot }: CertificateOrder,
	{ pdf, seal: made }: PrintedCertificate,
	place: Place = {}
): store.NewCertificate {
	return {
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
	};
}
