import { PAPER_CONSENTS, type CohortConsents } from '@stazhirovka/contract/consents';
import { fullName, longDate } from '@stazhirovka/domain/certificates';
import { agreedConsent } from '@stazhirovka/domain/documents';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { consentText } from '../accounts/index.ts';
import { enterCohort, seekEnrolment } from '../cohorts/index.ts';
import { fileName, renderPdf } from '../documents/index.ts';
import * as queries from './queries.ts';
import * as store from './store.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;
const MIME = 'application/pdf';
/** Moments of consents are told by the clock of the capital, with its name. */
const ZONE = 'Europe/Moscow';

/** The texts never change while the process lives, so each is set once. */
const texts = new Map<string, Buffer>();

export async function printText(kind: string) {
	const { title, text, version } = consentText(kind) ?? missing('consent');
	const bytes = texts.get(kind) ?? (await renderPdf(agreedConsent({ title, text, version, given: null })));
	texts.set(kind, bytes);
	return { name: fileName([title], 'pdf'), mime: MIME, bytes };
}

/** What the reader agreed to last: the text of that version, and when. */
export async function printOwn({ db, actor }: Reader, kind: string) {
	const found = (await queries.ownConsent(db, actor.personId, kind)) ?? missing('consent');
	const { title, text, version } = consentText(kind, found.version) ?? missing('consent');
	const { person, givenAt, withdrawnAt, paperId } = found;
	const given = {
		...{ person, at: momentOf(givenAt), onPaper: paperId !== null },
		withdrawnAt: withdrawnAt && momentOf(withdrawnAt)
	};
	const bytes = await renderPdf(agreedConsent({ title, text, version, given }));
	return { name: fileName([title], 'pdf'), mime: MIME, bytes };
}

/** «18 января 2027 г., 10:00 (московское время)» */
function momentOf(at: Date): string {
	const time = at.toLocaleTimeString('ru', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
	return `${longDate(localDay(at, ZONE))}, ${time} (московское время)`;
}

/** Consents of a cohort, for those who lead it. */
export async function readCohortConsents({ db, actor }: Reader, cohortId: string): Promise<CohortConsents> {
	await enterCohort(db, actor, cohortId, 'leader');
	const interns = await queries.internsOf(db, cohortId);
	const [given, printed] = await Promise.all([
		queries.latestOf(
			db,
			interns.map(({ personId }) => personId)
		),
		queries.printedOf(
			db,
			interns.map(({ enrolmentId }) => enrolmentId)
		)
	]);
	return interns.map((intern) => ({
		enrolmentId: intern.enrolmentId,
		fullName: fullName(intern),
		consents: PAPER_CONSENTS.map((kind) => {
			const last = given.find((one) => one.personId === intern.personId && one.kind === kind);
			const paper = printed.find((one) => one.enrolmentId === intern.enrolmentId && one.kind === kind);
			return {
				...{ kind, title: consentText(kind)?.title ?? '' },
				stands: last !== undefined && last.withdrawnAt === null,
				givenAt: last?.givenAt.toISOString() ?? null,
				printed: paper ? toPrinted(paper) : null
			};
		})
	}));
}

function toPrinted({ documentId, createdAt, signedOn, fileId }: store.PaperConsentRow) {
	return {
		...{ documentId, signedOn },
		printedAt: createdAt.toISOString(),
		pdfPath: `/api/documents/${documentId}/file.pdf`,
		scanPath: fileId && `/api/paper-consents/${documentId}/scan`
	};
}

/** The scan, for those who lead the cohort and for whoever signed. */
export async function readScan({ db, actor }: Reader, documentId: string) {
	const printed = (await store.findPrinted(db, documentId)) ?? missing('consent');
	if (!(await seekEnrolment(db, actor, printed.enrolmentId, 'leader', 'intern'))) missing('consent');
	return (printed.fileId && (await store.findScan(db, printed.fileId))) || missing('consent');
}
