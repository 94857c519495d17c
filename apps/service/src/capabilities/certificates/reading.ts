import type {
	CheckedCertificate,
	CohortCompletion,
	Completion,
	SealKey
} from '@stazhirovka/contract/certificates';
import type { Seal } from '@stazhirovka/db/schema';
import { localDay } from '@stazhirovka/domain/calendar';
import { isSameSurname, possibleActions } from '@stazhirovka/domain/certificates';
import type { Ctx, Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterCohort, enterEnrolment, journeysOf, toPerson } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { documentOf } from './document.ts';
import { confirmedDatives, documentFacts } from './queries.ts';
import { isGenuine } from './seal/sealing.ts';
import { sealKeys } from './seal/store.ts';
import { signatureBytes, signaturesOf } from './signatures/store.ts';
import { fileNameOf, toSignature } from './signatures/view.ts';
import * as store from './store.ts';
import { factsOf, standing, toCertificate, toChecked, toLaw, toRegistered } from './view.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What is still missing for the document, and the document once it is there. */
export async function readCompletion({ db, actor, now }: Reading, enrolmentId: string): Promise<Completion> {
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'intern', 'tutor', 'leader');
	const programme = await loadProgramme(db, enrolment.programmeVersionId);
	const [[journey], facts, registered] = await Promise.all([
		journeysOf(db, enrolment, now(), [enrolmentId]),
		documentFacts(db, enrolmentId),
		store.registeredOf(db, [enrolmentId])
	]);
	const { completion } = journey ?? missing('enrolment');
	const today = localDay(now(), enrolment.timeZone);
	const chosen = documentOf(programme, facts ?? missing('enrolment'), today);
	const certificate = standing(registered);

	return {
		...completion,
		documentTitle: certificate?.snapshot.documentTitle ?? chosen.title,
		documentReason: chosen.reason,
		documentLaw: toLaw(chosen),
		certificate: certificate ? toCertificate(certificate) : null,
		documents: registered.map(toRegistered)
	};
}

/** Who of the cohort is ready, for those who run or lead it. */
export async function readCohortCompletions(
	{ db, actor, now }: Reading,
	cohortId: string
): Promise<CohortCompletion[]> {
	const cohort = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const journeys = await journeysOf(db, cohort, now());
	const ids = journeys.map(({ walker }) => walker.enrolmentId);
	const [registered, datives] = await Promise.all([
		store.registeredOf(db, ids),
		confirmedDatives(db, cohort.cohortId)
	]);

	const signatures = await signaturesOf(
		db,
		registered.map(({ id }) => id)
	);
	const mayIssue = cohort.as.includes('leader');
	return journeys.map(({ walker: { enrolmentId, person }, completion: { complete, rules } }) => {
		const own = registered.filter((row) => row.enrolmentId === enrolmentId);
		const certificate = standing(own);
		const newest = own.find(({ later }) => later === null);
		const may = newest && mayIssue ? possibleActions(factsOf(newest)) : [];
		return {
			enrolmentId,
			person: toPerson(person),
			dative: datives.get(enrolmentId) ?? null,
			complete,
			missing: rules.filter(({ done }) => !done).map(({ text }) => text),
			certificate: certificate ? toCertificate(certificate) : null,
			documents: own.map(toRegistered),
			signatures: signatures
				.filter(({ certificateId }) => certificateId === certificate?.id)
				.map(toSignature),
			can: {
				issue: mayIssue && complete && own.length === 0,
				sign: mayIssue && certificate !== undefined,
				revoke: may.includes('revoke'),
				duplicate: may.includes('duplicate'),
				correct: may.includes('correction')
			}
		};
	});
}

/** The stored bytes, for the holder, the holder's tutor and those who lead the site. */
export async function readPdf({ db, actor }: Reading, id: string): Promise<{ pdf: Buffer; number: string }> {
	const { enrolmentId, ...file } = (await store.findPdf(db, id)) ?? missing('enrolment');
	await enterEnrolment(db, actor, enrolmentId ?? missing('enrolment'), 'intern', 'tutor', 'leader');
	return file;
}

type Public = Pick<Deps, 'db'>;

const TOKEN = /^[a-z2-7]+$/i;

/** By the code on the paper. An unknown and a malformed one answer alike (X3). */
export async function checkByToken({ db }: Public, token: string): Promise<CheckedCertificate> {
	// What is not of the alphabet of tokens is not asked for: it is as unknown as any other.
	const known = TOKEN.test(token) ? await store.findByToken(db, token.toUpperCase()) : undefined;
	const certificate = known ?? missing('certificate');
	return told(db, certificate, false);
}

/** By what is printed: whoever knows the number and the surname has the paper, so the whole name is shown. */
export async function checkByNumber(
	{ db }: Public,
	{ number, surname }: { number: string; surname: string }
): Promise<CheckedCertificate> {
	const found = await store.findByNumber(db, number);
	const certificate = found.find(({ snapshot }) => isSameSurname(surname, snapshot.surname));
	return told(db, certificate ?? missing('certificate'), true);
}

/** By the file itself: a single changed byte makes it another file, which nobody issued. */
export async function checkByFile({ db }: Public, sha256: string): Promise<CheckedCertificate> {
	return told(db, (await store.findByHash(db, sha256)) ?? missing('certificate'), true);
}

/** By the attached seal: what a key of ours said, and what the register says of that document today. */
export async function checkSeal({ db }: Public, seal: Seal): Promise<CheckedCertificate> {
	const keys = await sealKeys(db);
	const key = keys.find(({ id }) => id === seal.words['keyId']) ?? missing('certificate');
	if (!isGenuine(seal, key.publicKey)) return missing('certificate');
	const code = String(seal.words['code']);
	return told(db, (await store.findByToken(db, code)) ?? missing('certificate'), true);
}

export async function readSealKeys({ db }: Public): Promise<SealKey[]> {
	const keys = await sealKeys(db);
	return keys.map(({ id, publicKey, createdAt }) => ({
		...{ id, publicKey },
		algorithm: 'Ed25519' as const,
		since: createdAt.toISOString()
	}));
}

/** A signature that stands beside a document, for whoever has the document's code. */
export async function readSignature({ db }: Public, { token, number }: { token: string; number: number }) {
	const { registered, bytes } = await signatureBytes(db, TOKEN.test(token) ? token : '', number);
	return { name: fileNameOf(registered, number), mime: 'application/pkcs7-signature', bytes };
}

async function told(db: Deps['db'], certificate: store.CertificateRow, whole: boolean) {
	const signatures = (await signaturesOf(db, [certificate.id])).map(toSignature);
	return { ...toChecked(certificate, { whole }), signatures };
}
