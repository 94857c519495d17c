/** Everything that the journal tells apart: one kind for each decision and for each fact that others rely on (R169). */
export const JOURNAL_KINDS = [
	'person.signed_up',
	'person.signed_in',
	'person.sign_in_failed',
	'person.signed_out',
	'person.profile_changed',
	'person.password_changed',
	'person.blocked',
	'session.ended',
	'grant.given',
	'grant.withdrawn',
	'consent.given',
	'consent.withdrawn',
	'access.refused',

	'programme.imported',
	'programme.published',

	'regulation.imported',
	'regulation.completed',
	'regulation.published',

	'act.entered',
	'site.status_decided',
	'application.granted',

	'cohort.opened',
	'cohort.tutor_appointed',
	'enrolment.applied',
	'enrolment.confirmed',
	'enrolment.declined',
	'enrolment.withdrawn',
	'enrolment.expelled',
	'enrolment.completed',

	'run_sheet.row_held',
	'attendance.marked',
	'understanding.assessed',
	'form.submitted',

	'diagnosis.finished',
	'deficit_card.built',
	'deficit_card.overridden',
	'deficit_card.evidence_given',
	'deficit_card.signatures_cleared',
	'deficit_card.signed',
	'deficit_card.frozen',
	'learning_route.planned',
	'learning_route.changed',
	'learning_route.proposed',
	'learning_route.returned',
	'learning_route.agreed',
	'learning_route.revised',

	'task.sent',
	'task.returned',
	'task.accepted',
	'effectiveness_card.posted',

	'final_work.published',
	'final_work.revised',
	'final_work.administration_invited',
	'final_work.administration_answered',
	'reviews.allocated',
	'review.sent',
	'final_work.moderated',
	'results.announced',
	'final_work.decided',

	'survey.answered',
	'register_data.checked',
	'certificate.issued',
	'certificate.revoked',

	'document.issued',
	'document.signature_attached',

	'message.posted',
	'message.removed',
	'file.uploaded',
	'file.downloaded',
	'demonstration.loaded'
] as const;

export type JournalKind = (typeof JOURNAL_KINDS)[number];
