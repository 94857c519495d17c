import type { Database, Tx } from '@stazhirovka/db';
import { longDate } from '@stazhirovka/domain/certificates';
import { documentsNaming } from '../documents/index.ts';

/** The papers that a document of completion rests on, in their order. */
const NAMES = new Map([
	['protocol', 'протокол итоговой аттестации'],
	['order_finish', 'приказ о выдаче документов']
]);

/** «протокол итоговой аттестации от … № 1, приказ о выдаче документов от … № 2»; null where none was issued (R65). */
export async function groundsOf(db: Database | Tx, enrolmentId: string): Promise<string | null> {
	const papers = await documentsNaming(db, enrolmentId);
	const named = [...NAMES].flatMap(([kind, name]) => {
		const paper = papers.find((one) => one.kind === kind);
		return paper ? [`${name} от ${longDate(paper.dated)} № ${paper.number ?? ''}`] : [];
	});
	return named.join(', ') || null;
}
