import type { Tx } from '@stazhirovka/db';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { post } from '../../shell/mail.ts';
import * as letters from './letters.ts';
import { findAddressee, letterFacts, type Booked } from './queries.ts';

type Sender = Pick<Ctx, 'origin' | 'now'>;

/** Writes to the host that somebody comes or does not. */
export async function tellHost(
	tx: Tx,
	ctx: Sender,
	slotId: string,
	internId: string,
	what: { question: string; came: boolean }
): Promise<void> {
	const about = (await letterFacts(tx, slotId)) ?? missing('consultation');
	const intern = (await findAddressee(tx, internId)) ?? missing('consultation');
	const link = `${ctx.origin}/tutor/consultations`;
	await post(tx, letters.toldHost(about.host, about, { intern, ...what }, link), ctx.now());
}

type Reader = Pick<Booked, 'enrolmentId' | 'person' | 'email'>;

/** Writes to the one whom a free seat was given to. */
export async function tellSeated(tx: Tx, ctx: Sender, slotId: string, booked: Reader): Promise<void> {
	const about = (await letterFacts(tx, slotId)) ?? missing('consultation');
	await post(tx, letters.seated(addressee(booked), about, linkFor(ctx, booked)), ctx.now());
}

/** Writes to everybody who had booked or waited that it will not be. */
export async function tellCancelled(
	tx: Tx,
	ctx: Sender,
	slotId: string,
	booked: Reader[],
	reason: string
): Promise<void> {
	const about = (await letterFacts(tx, slotId)) ?? missing('consultation');
	for (const one of booked)
		await post(tx, letters.cancelled(addressee(one), about, reason, linkFor(ctx, one)), ctx.now());
}

function addressee({ person, email }: Reader) {
	return { ...person, email };
}

function linkFor({ origin }: Sender, { enrolmentId }: Reader): string {
	return `${origin}/my/${enrolmentId}/consultations`;
}
