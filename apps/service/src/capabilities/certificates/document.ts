import type { CertificateSnapshot, CertificateWords } from '@stazhirovka/db/schema';
import {
	chooseKind,
	documentKind,
	kindWarnings,
	shortName,
	type KindRefusal,
	type KindWarning
} from '@stazhirovka/domain/certificates';
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

export type CompletionDocument = {
	kind: DocumentKind;
	title: string;
	/** The programme's own words. */
	reason: string | null;
	issuer: Issuer;
	/** Why it is not an удостоверение; null where it is one, or where the law would allow one and the programme wants none. */
	because: KindRefusal | null;
	warnings: KindWarning[];
};

/**
 * What this programme ends with here on that day, and who issues it: hours, licence and ownership of the site or of its
 * operator decide by the law of the day (R168, X1).
 */
export function documentOf(
	{ document, rules }: Pick<FrozenProgramme, 'document' | 'rules'>,
	{ organisation, operator }: Parties,
	day: string
): CompletionDocument {
	const teachers = teachesAtSchool(document.audience);
	const judged = [organisation, operator].flatMap((issuer) => {
		if (!issuer) return [];
		const facts = { licence: issuer.dpoLicence !== null, ownership: issuer.ownership, teachers };
		const own = documentKind({ hours: rules.document.hours, ...facts }, 'udostoverenie_pk', day);
		return [{ issuer, facts: { hours: rules.document.hours, ...facts }, own }];
	});
	const lawful = judged.find(({ own }) => own.ok);
	// A refusal of whoever has a licence tells more than that the other one has none.
	const refused = judged.find(({ own, facts }) => !own.ok && facts.licence) ?? judged[0];
	const chosen = lawful ?? refused;
	const kind = settle(chooseKind(rules.document, chosen?.facts ?? { licence: false }, day));
	const because = refused && !refused.own.ok && !lawful ? refused.own.refusal : null;

	return {
		kind,
		title: kind === document.document.type ? document.document.title : TITLES[kind],
		reason: document.document.reason ?? null,
		issuer: (kind === 'udostoverenie_pk' && lawful?.issuer) || organisation,
		because: kind === 'certificate' ? because : null,
		warnings: lawful ? kindWarnings(lawful.facts, kind, day) : []
	};
}

/** A programme names its audience in words: «учителя начальных классов». Null: it names nobody. */
function teachesAtSchool(audience: readonly string[]): boolean | null {
	return audience.length === 0 ? null : audience.some((who) => /учител/i.test(who));
}

type Facts = Omit<DocumentFacts, 'enrolmentId'>;
type Signed = { signer: Signer | undefined; grounds: string | null };

/** Everything that is printed, as it is on the day of issue. */
export function snapshotOf(
	programme: FrozenProgramme,
	facts: Facts,
	{ number, issuedOn, verifyUrl, ...signed }: Signed & { number: string; issuedOn: string; verifyUrl: string }
): CertificateSnapshot {
	return { number, issuedOn, verifyUrl, ...wordsOf(programme, facts, signed, issuedOn) };
}

/** What a document says before it has a number. */
export function wordsOf(
	programme: FrozenProgramme,
	facts: Facts,
	{ signer, grounds }: Signed,
	day: string
): CertificateWords {
	const { kind, title, issuer } = documentOf(programme, facts, day);
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
