import type { Database, Tx } from '@stazhirovka/db';
import { longDate } from '@stazhirovka/domain/certificates';
import { documentsNaming, standingOfCohort } from '../documents/index.ts';

/** The papers that a document of completion rests on, in their order. */
const NAMES = new Map([
	['protocol', 'протокол итоговой аттестации'],
	['order_finish', 'приказ о выдаче документов']
]);

type Paper = { kind: string; dated: string; number: string | null };

/** «протокол итоговой аттестации от … № 1, приказ о выдаче документов от … № 2»; null where none was issued (R65). */
export async function groundsOf(db: Database | Tx, enrolmentId: string): Promise<string | null> {
	return named(await documentsNaming(db, enrolmentId));
}

/** The same for whoever studies in the cohort, from one statement. */
export async function groundsInCohort(
	db: Database | Tx,
	cohortId: string
): Promise<(enrolmentId: string) => string | null> {
	const papers = Map.groupBy(
		(await standingOfCohort(db, cohortId)).toReversed(),
		({ enrolmentId }) => enrolmentId
	);
	return (enrolmentId) => named(papers.get(enrolmentId) ?? []);
}

/** Of papers of one kind the newest stands first. */
function named(papers: readonly Paper[]): string | null {
	const words = [...NAMES].flatMap(([kind, name]) => {
		const paper = papers.find((one) => one.kind === kind);
		return paper ? [`${name} от ${longDate(paper.dated)} № ${paper.number ?? ''}`] : [];
	});
	return words.join(', ') || null;
}
