import type { Database, Tx } from '@stazhirovka/db';
import type { DuplicateCause } from '@stazhirovka/domain/certificates';
import {
	checkRow,
	registerRow,
	uploadDeadline,
	type AllowedValues,
	type CohortValues,
	type Letter,
	type RegisterFacts,
	type RegisterFinding,
	type RegisterRow
} from '@stazhirovka/domain/register';
import { today } from '../../shell/today.ts';
import { deadlineRules } from './file-store.ts';
import { documentsInForce, repeatedMarks, type RegisterDocumentRow } from './queries.ts';

export type CheckedDocument = {
	document: RegisterDocumentRow;
	facts: RegisterFacts;
	row: RegisterRow;
	findings: RegisterFinding[];
	deadline: { day: string; left: number } | null;
};
type Given = { allowed: AllowedValues; values: CohortValues; now: () => Date };

/** Documents of a cohort as rows of the register with what is wrong in them. No СНИЛС is read for that. */
export async function checkedDocuments(
	db: Database | Tx,
	cohortId: string,
	{ allowed, values, now }: Given
): Promise<{ documents: CheckedDocument[]; certificates: number }> {
	const [rows, rules] = await Promise.all([documentsInForce(db, cohortId), deadlineRules(db)]);
	const qualifying = rows.filter(({ snapshot }) => snapshot.kind === 'udostoverenie_pk');
	const repeated = await repeatedMarks(
		db,
		qualifying.flatMap(({ data }) => data?.snilsMark ?? [])
	);
	const documents = qualifying.map((document) => {
		const facts = factsOf(document, values);
		const row = mendedRow(registerRow(facts, allowed), document.mended ?? {});
		const findings = checkRow(row, facts, allowed);
		if (document.data?.snilsMark && repeated.has(document.data.snilsMark)) findings.push(REPEATED);
		return { document, facts, row, findings, deadline: uploadDeadline(rules, document.issuedOn, today(now)) };
	});
	return { documents, certificates: rows.length - qualifying.length };
}

/** Whether the row may go into the file. */
export function isReady({ findings, document }: CheckedDocument): boolean {
	return document.uploadedOn === null && findings.every(({ weight }) => weight === 'note');
}

const REPEATED: RegisterFinding = {
	letter: 'AA',
	code: 'snils_repeated',
	weight: 'blocking',
	answerable: 'person',
	found: ''
};

/** A mending holds as long as the words that it mended stand there. */
function mendedRow(
	row: RegisterRow,
	cells: Partial<Record<Letter, { from: string; to: string }>>
): RegisterRow {
	const mended = { ...row };
	for (const [letter, { from, to }] of Object.entries(cells)) {
		if (mended[letter as Letter] === from) mended[letter as Letter] = to;
	}
	return mended;
}

function factsOf(document: RegisterDocumentRow, cohort: CohortValues): RegisterFacts {
	const { snapshot, original, person, data } = document;
	return {
		...wordsOf(snapshot),
		programmeTitle: snapshot.programmeTitle,
		hours: snapshot.hours,
		periodFrom: snapshot.periodFrom,
		periodTo: snapshot.periodTo,
		cohort,
		original:
			document.replacesAs === 'duplicate' && original
				? { ...wordsOf(original), cause: document.replacesReason as DuplicateCause }
				: null,
		person: data && {
			birthDate: person.birthDate,
			gender: person.gender ?? snapshot.gender,
			citizenship: data.citizenship,
			snils: data.snils && 'hidden',
			education: {
				level: data.educationLevel,
				surname: data.educationSurname,
				series: data.educationSeries,
				number: data.educationNumber
			}
		}
	};
}

/** Issued documents have no series of forms of their own: the register is told so. */
function wordsOf({ surname, givenName, patronymic, number, issuedOn }: RegisterDocumentRow['snapshot']) {
	return { surname, givenName, patronymic, number, issuedOn, series: null };
}
