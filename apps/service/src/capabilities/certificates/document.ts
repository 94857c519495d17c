import type { CertificateSnapshot, CertificateWords } from '@stazhirovka/db/schema';
import { chooseKind, shortName } from '@stazhirovka/domain/certificates';
import type { DocumentKind } from '@stazhirovka/domain/programmes';
import { settle } from '../../shell/errors.ts';
import { cityOf, headOf } from '../documents/index.ts';
import type { FrozenProgramme } from '../programmes/index.ts';
import type { DocumentFacts } from './queries.ts';

type Issuer = DocumentFacts['organisation'];
type Parties = Pick<DocumentFacts, 'organisation' | 'operator'>;
type Signer = Parameters<typeof shortName>[0];

const TITLES: Record<DocumentKind, string> = {
	certificate: 'Сертификат о прохождении программы стажировки',
	udostoverenie_pk: 'Удостоверение о повышении квалификации'
};

/** What this programme ends with here, and who issues it: a licence of the site or of its operator decides (R168, X1). */
export function documentOf(
	{ document, rules }: Pick<FrozenProgramme, 'document' | 'rules'>,
	{ organisation, operator }: Parties
): { kind: DocumentKind; title: string; reason: string | null; issuer: Issuer } {
	const licensed = [organisation, operator].find((issuer) => issuer?.dpoLicence);
	const kind = settle(chooseKind(rules.document, licensed !== undefined));

	return {
		kind,
		title: kind === document.document.type ? document.document.title : TITLES[kind],
		reason: document.document.reason ?? null,
		issuer: (kind === 'udostoverenie_pk' && licensed) || organisation
	};
}

type Facts = Omit<DocumentFacts, 'enrolmentId'>;
type Signed = { signer: Signer | undefined; grounds: string | null };

/** Everything that is printed, as it is on the day of issue. */
export function snapshotOf(
	programme: FrozenProgramme,
	facts: Facts,
	{ number, issuedOn, verifyUrl, ...signed }: Signed & { number: string; issuedOn: string; verifyUrl: string }
): CertificateSnapshot {
	return { number, issuedOn, verifyUrl, ...wordsOf(programme, facts, signed) };
}

/** What a document says before it has a number. */
export function wordsOf(
	programme: FrozenProgramme,
	facts: Facts,
	{ signer, grounds }: Signed
): CertificateWords {
	const { kind, title, issuer } = documentOf(programme, facts);
	const { surname, givenName, patronymic, gender } = facts.holder;

	return {
		kind,
		documentTitle: title,
		surname,
		givenName,
		patronymic,
		gender,
		programmeTitle: programme.document.title,
		hours: programme.rules.document.hours,
		periodFrom: facts.periodFrom,
		periodTo: facts.periodTo,
		siteTitle: facts.site.title,
		organisationTitle: facts.organisation.title,
		issuerTitle: issuer.title,
		issuerCity: cityOf(issuer.address),
		signer: signerOf(kind, issuer, signer),
		grounds
	};
}

/** The words of an issued document once more, for whoever signs now, with a mark of what it is. */
export function duplicateOf(
	{ snapshot }: { snapshot: CertificateSnapshot },
	{ organisation, operator }: Parties,
	{
		signer,
		...issue
	}: Pick<CertificateSnapshot, 'number' | 'issuedOn' | 'verifyUrl'> & { signer: Signer | undefined }
): CertificateSnapshot {
	const issuer = [organisation, operator].find((one) => one?.title === snapshot.issuerTitle) ?? organisation;
	const original = snapshot.duplicateOf ?? { number: snapshot.number, issuedOn: snapshot.issuedOn };
	return { ...snapshot, ...issue, signer: signerOf(snapshot.kind, issuer, signer), duplicateOf: original };
}

function signerOf(kind: DocumentKind, issuer: Issuer, signer: Signer | undefined) {
	return kind === 'udostoverenie_pk'
		? { position: 'Руководитель', name: headOf(issuer) }
		: { position: 'Руководитель площадки', name: signer ? shortName(signer) : '' };
}
