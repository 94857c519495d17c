import type { CertificateSnapshot, Seal } from '@stazhirovka/db/schema';
import { academicHours, fullName, inWords, longDate, passed, plural } from '@stazhirovka/domain/certificates';
import { fail } from '../../shell/errors.ts';
import {
	qrCode,
	render,
	UnprintableText,
	type PrintedCompletion,
	type PrintedDay
} from '../documents/index.ts';

const TEMPLATES = { certificate: 'certificate', udostoverenie_pk: 'udostoverenie-pk' } as const;

/** The PDF of a snapshot with its seal attached; the same two always give the same bytes. */
export async function print(snapshot: CertificateSnapshot, seal: Seal): Promise<Buffer> {
	return render(TEMPLATES[snapshot.kind], await printedOf(snapshot, seal)).catch((error: unknown) => {
		if (!(error instanceof UnprintableText)) throw error;
		return fail('refused', 'certificate.unprintable', { characters: error.characters });
	});
}

/** What the template is given. */
export async function printedOf(snapshot: CertificateSnapshot, seal: Seal): Promise<PrintedCompletion> {
	const qr = await qrCode(snapshot.verifyUrl);
	const { number, hours, gender, signer, verifyUrl, duplicateOf = null } = snapshot;
	return {
		title: `${snapshot.documentTitle} № ${number}`,
		number,
		passed: passed(gender),
		given: snapshot.dative ? { to: snapshot.dative, who: gender === 'f' ? 'она' : 'он' } : null,
		holder: fullName(snapshot),
		programme: snapshot.programmeTitle,
		site: snapshot.siteTitle,
		organisation: snapshot.organisationTitle,
		issuer: snapshot.issuerTitle,
		city: snapshot.issuerCity,
		from: dayOf(snapshot.periodFrom),
		to: dayOf(snapshot.periodTo),
		hours: String(hours),
		hoursInWords: inWords(hours),
		academicHours: academicHours(hours),
		plainHours: plural(hours, 'часа', 'часов', 'часов'),
		signer,
		grounds: snapshot.grounds ?? null,
		duplicateOf: duplicateOf && { number: duplicateOf.number, on: dayOf(duplicateOf.issuedOn) },
		issuedOn: dayOf(snapshot.issuedOn),
		address: verifyUrl,
		qr,
		seal: JSON.stringify(seal, null, '\t')
	};
}

function dayOf(day: string): PrintedDay {
	return { long: longDate(day), short: day.split('-').toReversed().join('.') };
}
