import type { CohortRegister, RegisterDocument } from '@stazhirovka/contract/register';
import type { Database, Tx } from '@stazhirovka/db';
import { COHORT_COLUMNS, headingOf, type RegisterFinding } from '@stazhirovka/domain/register';
import type { Ctx } from '../../shell/context.ts';
import { enterCohort, toPerson } from '../cohorts/index.ts';
import { cohortValues, newestTemplate } from './file-store.ts';
import { checkedDocuments, isReady, type CheckedDocument } from './rows.ts';

type Reading = Pick<Ctx, 'actor' | 'now'> & { db: Database | Tx };

/** The cohort with its template, its common values and its checked documents, for those who lead the site. */
export async function loadRegister({ db, actor, now }: Reading, cohortId: string) {
	const cohort = await enterCohort(db, actor, cohortId, 'leader');
	const [template, values] = await Promise.all([
		newestTemplate(db, cohort.siteId),
		cohortValues(db, cohort.cohortId)
	]);
	const allowed = template?.allowed ?? {};
	return {
		cohort,
		template,
		values,
		allowed,
		...(await checkedDocuments(db, cohortId, { allowed, values, now }))
	};
}

export async function readCohortRegister(reading: Reading, cohortId: string): Promise<CohortRegister> {
	const { template, values, allowed, documents, certificates } = await loadRegister(reading, cohortId);
	return {
		template: template ? { name: template.name, uploadedAt: template.uploadedAt.toISOString() } : null,
		values: COHORT_COLUMNS.map((letter) => ({
			letter,
			heading: headingOf(letter),
			value: values[letter] ?? '',
			options: allowed[letter] ?? null
		})),
		documents: documents.map(toDocument),
		certificates
	};
}

function toDocument(checked: CheckedDocument): RegisterDocument {
	const { document, findings, deadline } = checked;
	const { id, enrolmentId, person, number, issuedOn, uploadedOn, packageNumber, askedAt } = document;
	return {
		...{ id, enrolmentId, number, issuedOn, deadline },
		person: toPerson(person),
		duplicate: checked.facts.original !== null,
		uploaded: uploadedOn ? { on: uploadedOn, package: packageNumber ?? '' } : null,
		findings: findings.map(toFinding),
		ready: isReady(checked),
		askedAt: askedAt?.toISOString() ?? null
	};
}

/** What the person entered is read in the file alone, where the reading is recorded. */
function toFinding({ fix, limit, ...finding }: RegisterFinding): RegisterDocument['findings'][number] {
	const found = finding.answerable === 'person' ? '' : finding.found;
	return {
		...finding,
		found,
		heading: headingOf(finding.letter),
		fix: (found && fix) || null,
		limit: limit ?? null
	};
}
