import { certificates, type CertificateSnapshot } from '@stazhirovka/db/schema';
import type { World } from './world.ts';

/** Enters an удостоверение of the intern with this number into the register as it would stand there, and answers with its id. */
export function registering(world: World) {
	let serial = 0;
	return async (n: number, change: Partial<CertificateSnapshot> = {}, more = {}): Promise<string> => {
		const person = found(world.interns[n - 1]);
		serial += 1;
		const number = `912-2027-00${String(serial).padStart(2, '0')}`;
		const snapshot: CertificateSnapshot = {
			...{ kind: 'udostoverenie_pk', documentTitle: 'Удостоверение', number, hours: 36 },
			...{ surname: person.surname, givenName: person.givenName, patronymic: person.patronymic, gender: 'f' },
			...{ programmeTitle: 'Урок', periodFrom: '2027-01-18', periodTo: '2027-02-26', siteTitle: 'Площадка' },
			...{ organisationTitle: 'Школа', issuerTitle: 'ИРО', issuerCity: null, issuedOn: '2027-02-26' },
			...{ signer: { name: 'Полозьев', position: 'Руководитель' }, verifyUrl: 'https://x.example/v/A' },
			...change
		};
		const [row] = await world.db
			.insert(certificates)
			.values({
				...{
					enrolmentId: found(world.enrolments[n - 1]).id,
					siteId: world.site.id,
					year: 2027,
					serial,
					number
				},
				...{ snapshot, pdf: Buffer.from('%PDF'), sha256: 'f'.repeat(64), token: `TOKEN${serial}` },
				...{ issuedOn: snapshot.issuedOn, ...more }
			})
			.returning({ id: certificates.id });
		return found(row).id;
	};
}

function found<T>(thing: T | undefined): T {
	if (thing === undefined) throw new Error('The world has no such thing');
	return thing;
}
