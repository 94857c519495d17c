import type { OwnDocument } from '@stazhirovka/contract/portfolio';
import { certificateStatus } from '@stazhirovka/domain/certificates';
import type { Ctx } from '../../shell/context.ts';
import * as queries from './queries.ts';

/** The documents of the one who asks, over all cohorts. */
export async function listOwnDocuments({ db, actor }: Pick<Ctx, 'db' | 'actor'>) {
	const [rows, enrolments, repeated] = await Promise.all([
		queries.ownCertificates(db, actor.personId),
		queries.ownEnrolments(db, actor.personId),
		queries.repeatedDiagnoses(db, actor.personId)
	]);
	return { documents: rows.map(toDocument), repeated, studies: enrolments.length > 0 };
}

function toDocument(row: queries.OwnCertificate): OwnDocument {
	const { id, number, snapshot, issuedOn, token, cohort } = row;
	return {
		...{ id, number, issuedOn, cohort },
		title: snapshot.documentTitle,
		programme: snapshot.programmeTitle,
		status: certificateStatus(row),
		checkPath: `/v/${token}`,
		pdfPath: `/api/certificates/${id}/pdf`
	};
}
