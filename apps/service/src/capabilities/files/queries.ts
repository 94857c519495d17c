import type { Database } from '@stazhirovka/db';
import {
	acts,
	applications,
	cohorts,
	cohortTutors,
	draftReadings,
	enrolments,
	files,
	finalWorks,
	finalWorkVersions,
	formAnswers,
	materialFiles,
	programmeDraftParts,
	programmeDrafts,
	programmes,
	programmeVersions,
	reserveReviewers,
	reviews,
	roomEvents,
	roomMembers,
	roomMessages,
	rooms,
	shownDrafts,
	submissions,
	submissionVersions
} from '@stazhirovka/db/schema';
import type { Answer } from '@stazhirovka/domain/forms';
import { and, asc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';

const kept = {
	id: files.id,
	name: files.name,
	size: files.size,
	mime: files.mime,
	sha256: files.sha256
};

/** Whether an answer names the file, at whatever depth. */
function names(answer: SQL) {
	const file = sql`jsonb_build_object('file', ${files.id}::text)`;
	return sql`jsonb_path_exists(${answer}, '$.** ? (@ == $file)', ${file})`;
}

/** A draft shows its files to nobody: they open with what was handed in, and stay open when that is given back. */
function handedIn() {
	return sql`(exists (
		select 1 from ${formAnswers} sheet where sheet.enrolment_id = ${files.enrolmentId}
			and sheet.submitted_at is not null and ${names(sql`sheet.answer`)})
	or exists (
		select 1 from ${submissions} task join ${submissionVersions} version on version.submission_id = task.id
		where task.enrolment_id = ${files.enrolmentId} and ${names(sql`version.answer`)}))`;
}

const named = sql`jsonb_build_array(jsonb_build_object('id', ${files.id}::text))`;

/** A file of a room stands or falls with the words that it hangs on. */
function standsInRoom(personId: string) {
	return sql`exists (
		select 1 from ${roomMembers} member join ${roomMessages} message on message.room_id = member.room_id
		where member.room_id = ${files.roomId} and member.person_id = ${personId} and member.left_at is null
			and message.files <> '[]' and message.files @> ${named})`;
}

/** What was removed or hidden stays in the history, which those who moderate the room read. */
function tookFromRoom(personId: string) {
	return sql`exists (
		select 1 from ${roomMembers} member join ${rooms} room on room.id = member.room_id
			join ${roomEvents} removal on removal.room_id = room.id
		where member.room_id = ${files.roomId} and member.person_id = ${personId} and member.left_at is null
			and (member.moderates or exists (select 1 from ${cohortTutors} tutor
				where tutor.cohort_id = room.cohort_id and tutor.person_id = member.person_id))
			and removal.type = 'message.removed' and removal.body -> 'files' @> ${named})`;
}

/** Uploaded and not sent yet: for the one who is about to send it. */
function notSaidYet(personId: string) {
	return sql`(${files.ownerId} = ${personId} and exists (
		select 1 from ${roomMembers} member
		where member.room_id = ${files.roomId} and member.person_id = ${personId} and member.left_at is null)
	and not exists (
		select 1 from ${roomEvents} removal where removal.room_id = ${files.roomId}
			and removal.type = 'message.removed' and removal.body -> 'files' @> ${named}))`;
}

type Reader = {
	personId: string;
	/** Sites that the person leads. */
	siteIds: string[];
	/** Sites that the person leads or works at. */
	innerSiteIds: string[];
	/** Regions whose register the person keeps. */
	kept: { everywhere: boolean; regionIds: string[] };
	/** Applications that the person may read as a member of a council. */
	reviewed: string[];
};

/** Of these files, those that the person may read, who leads these sites; a file opens with the thing that it hangs on. */
export function readableFiles(
	db: Database,
	{ personId, siteIds, innerSiteIds, kept: register, reviewed }: Reader,
	ids: string[]
) {
	const studies = (table: string) => sql.raw(`${table}.state in ('confirmed', 'completed')`);

	const inEnrolment = sql`exists (
		select 1 from ${enrolments} owner where owner.id = ${files.enrolmentId}
			and ${studies('owner')}
			and (owner.person_id = ${personId} or (owner.tutor_id = ${personId} and ${handedIn()})))`;
	const inRoom = sql`(${standsInRoom(personId)} or ${tookFromRoom(personId)} or ${notSaidYet(personId)})`;
	// The author's own files only: naming somebody else's file in one's work opens nothing.
	const inPublishedWork = sql`exists (
		select 1 from ${finalWorks} work join ${finalWorkVersions} version on version.final_work_id = work.id
		where work.enrolment_id = ${files.enrolmentId}
			and ${names(sql`version.answer`)}
			and (exists (select 1 from ${enrolments} peer where peer.cohort_id = work.cohort_id
					and peer.person_id = ${personId} and ${studies('peer')})
				or exists (select 1 from ${cohortTutors} tutor where tutor.cohort_id = work.cohort_id
					and tutor.person_id = ${personId})
				or exists (select 1 from ${reviews} review
					join ${reserveReviewers} guest on guest.id = review.reserve_id
					where review.final_work_id = work.id and guest.person_id = ${personId})
				or exists (select 1 from ${cohorts} led where led.id = work.cohort_id
					and led.site_id = any(${sql.param(siteIds)}::uuid[]))))`;
	const inShownDraft = sql`exists (
		select 1 from ${shownDrafts} draft join ${draftReadings} reading on reading.draft_id = draft.id
			join ${enrolments} reader on reader.id = reading.reader_id
		where draft.enrolment_id = ${files.enrolmentId} and ${names(sql`draft.answer`)}
			and reading.lapsed_at is null and reader.person_id = ${personId} and ${studies('reader')})`;
	// What was never handed in is its author's alone.
	const inApplication = sql`exists (
		select 1 from ${applications} application where application.id = ${files.applicationId}
			and application.submitted_at is not null
			and (${register.everywhere} or application.region_id = any(${sql.param(register.regionIds)}::uuid[])
				or application.id = any(${sql.param(reviewed)}::uuid[])))`;
	// Scans and photographs of a site are for whoever leads it or works at it.
	const inSite = inArray(files.siteId, innerSiteIds);
	const inAct = sql`exists (
		select 1 from ${acts} act where act.id = ${files.actId}
			and (${register.everywhere} or act.region_id = any(${sql.param(register.regionIds)}::uuid[])))`;
	// A material opens with the programme that names it: to those who learn by it, and to sites that write it on.
	const mySites = sql.param(innerSiteIds);
	const inProgramme = sql`exists (
		select 1 from ${materialFiles} material where material.file_id = ${files.id}
			and (exists (select 1 from ${programmeVersions} version
					join ${programmes} programme on programme.id = version.programme_id
					where ${names(sql`version.document`)} and (programme.site_id = any(${mySites}::uuid[])
						or version.published_at is not null and exists (
							select 1 from ${cohorts} cohort join ${enrolments} learner on learner.cohort_id = cohort.id
							where cohort.programme_version_id = version.id and learner.person_id = ${personId}
								and ${studies('learner')})))
				or exists (select 1 from ${programmeDrafts} draft
					join ${programmeDraftParts} part on part.draft_id = draft.id
					where draft.site_id = any(${mySites}::uuid[]) and part.part in ('materials', 'videos')
						and ${names(sql`part.content`)})))`;
	const mine = and(isNull(files.roomId), eq(files.ownerId, personId));

	return db
		.select(kept)
		.from(files)
		.where(
			and(
				inArray(files.id, ids),
				or(
					...[mine, inEnrolment, inRoom, inPublishedWork, inShownDraft],
					...[inApplication, inAct, inSite, inProgramme]
				)
			)
		);
}

/** The author's own files that an answer names, in the order in which they were uploaded; another's are not among them. */
export function filesOfAnswer(
	db: Database,
	{ enrolmentId, answer }: { enrolmentId: string; answer: Answer }
) {
	return db
		.select(kept)
		.from(files)
		.where(and(eq(files.enrolmentId, enrolmentId), names(sql`${JSON.stringify(answer)}::text::jsonb`)))
		.orderBy(asc(files.createdAt), asc(files.id));
}
