import type { Database } from '@stazhirovka/db';
import {
	cohorts,
	cohortTutors,
	enrolments,
	files,
	finalWorks,
	finalWorkVersions,
	formAnswers,
	roomMembers,
	submissions,
	submissionVersions
} from '@stazhirovka/db/schema';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';

/** Whether an answer names the file, at whatever depth. */
function names(answer: string) {
	const file = sql`jsonb_build_object('file', ${files.id}::text)`;
	return sql`jsonb_path_exists(${sql.raw(answer)}, '$.** ? (@ == $file)', ${file})`;
}

/** A draft shows its files to nobody: they open with what was handed in, and stay open when that is given back. */
function handedIn() {
	return sql`(exists (
		select 1 from ${formAnswers} sheet where sheet.enrolment_id = ${files.enrolmentId}
			and sheet.submitted_at is not null and ${names('sheet.answer')})
	or exists (
		select 1 from ${submissions} task join ${submissionVersions} version on version.submission_id = task.id
		where task.enrolment_id = ${files.enrolmentId} and ${names('version.answer')}))`;
}

/** Of these files, those that the person may read, who leads these sites; a file opens with the thing that it hangs on. */
export function readableFiles(
	db: Database,
	{ personId, siteIds }: { personId: string; siteIds: string[] },
	ids: string[]
) {
	const studies = (table: string) => sql.raw(`${table}.state in ('confirmed', 'completed')`);

	const inEnrolment = sql`exists (
		select 1 from ${enrolments} owner where owner.id = ${files.enrolmentId}
			and ${studies('owner')}
			and (owner.person_id = ${personId} or (owner.tutor_id = ${personId} and ${handedIn()})))`;
	const inRoom = sql`exists (
		select 1 from ${roomMembers} member where member.room_id = ${files.roomId}
			and member.person_id = ${personId} and member.left_at is null)`;
	// The author's own files only: naming somebody else's file in one's work opens nothing.
	const inPublishedWork = sql`exists (
		select 1 from ${finalWorks} work join ${finalWorkVersions} version on version.final_work_id = work.id
		where work.enrolment_id = ${files.enrolmentId}
			and ${names('version.answer')}
			and (exists (select 1 from ${enrolments} peer where peer.cohort_id = work.cohort_id
					and peer.person_id = ${personId} and ${studies('peer')})
				or exists (select 1 from ${cohortTutors} tutor where tutor.cohort_id = work.cohort_id
					and tutor.person_id = ${personId})
				or exists (select 1 from ${cohorts} led where led.id = work.cohort_id
					and led.site_id = any(${sql.param(siteIds)}::uuid[]))))`;
	const mine = and(isNull(files.roomId), eq(files.ownerId, personId));

	return db
		.select({ id: files.id, name: files.name, size: files.size, mime: files.mime, sha256: files.sha256 })
		.from(files)
		.where(and(inArray(files.id, ids), or(mine, inEnrolment, inRoom, inPublishedWork)));
}
