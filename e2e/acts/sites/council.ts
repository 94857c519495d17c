import {
	addAgendaItem,
	beginExpertise,
	changeCouncilTerms,
	closeMeeting,
	composeCouncil,
	declareConflict,
	finishExpertise,
	getApplicationToReview,
	getCouncil,
	listCouncils,
	listMyExpertWork,
	markMeetingAttendance,
	planMeeting,
	previewAssignment,
	recordVotes,
	releaseAssignment,
	submitApplicationReview,
	type Meeting
} from '@stazhirovka/contract/councils';
import { dayFromNow, fieldsOf, wholeAnswer } from '../../answers.ts';
import type { Api } from '../../api.ts';
import { found } from '../../found.ts';
import type { Newcomer } from '../newcomers.ts';
import { stampOf } from './rules.ts';

const CRITERIA = [
	{ key: 'need', title: 'Нужна ли площадка району', weight: 1, levels: ['нет', 'отчасти', 'да'] },
	{ key: 'means', title: 'Хватает ли сил и средств', weight: 2, levels: ['нет', 'да'] }
];

/** A council of three by an act of today, whose two reviewers judge each application (R27). */
export async function compose(coordinator: Api, regulation: string, experts: Newcomer[]): Promise<string> {
	const { regulations } = await coordinator.must(listCouncils, {});
	const regulationId = found(regulations.find(({ title }) => title === regulation)).id;
	const { digits } = stampOf();
	const about = { issuer: 'Северореченский ИРО', title: 'О составе совета' };
	const act = { kind: 'приказ', number: `С-${digits}`, signedOn: dayFromNow(), ...about } as const;
	const roles = ['chair', 'secretary', 'member'] as const;
	const members = experts.map(({ email }, n) => ({ who: { email }, role: roles[n] ?? 'member' }));
	const body = { regulationId, title: `Совет ${digits}`, act, members };
	const { id, terms, revision } = await coordinator.must(composeCouncil, { body });

	const own = { ...terms, perApplication: 2, criteria: CRITERIA, revision };
	await coordinator.must(changeCouncilTerms, { params: { id }, body: own });
	return id;
}

/** Declarations, a balanced assignment, both reviews in favour, the result (R5, R27). */
export async function judge(coordinator: Api, id: string, applicationId: string, experts: Newcomer[]) {
	const params = { id };
	await coordinator.must(beginExpertise, { params, body: { applicationIds: [applicationId] } });
	await declare(applicationId, experts);
	await coordinator.must(previewAssignment, { params, body: {} });
	await coordinator.must(releaseAssignment, { params });
	for (const { api } of experts) await review(api, applicationId);

	const { expertises } = await coordinator.must(getCouncil, { params });
	const mine = found(expertises.find(({ application }) => application.id === applicationId));
	await coordinator.must(finishExpertise, { params: { id: mine.id }, body: {} });
}

/** Everybody says before they read or vote that no interest is in conflict. */
async function declare(applicationId: string, experts: Newcomer[]): Promise<void> {
	for (const { api } of experts)
		await api.must(declareConflict, { params: { id: applicationId }, body: { conflict: false, reason: '' } });
}

async function review(expert: Api, applicationId: string): Promise<void> {
	const { applications } = await expert.must(listMyExpertWork, {});
	const own = applications.find(({ application }) => application.id === applicationId)?.review;
	if (!own) return;

	const { review } = await expert.must(getApplicationToReview, { params: { id: applicationId } });
	const { id, sheet } = found(review);
	const best = fieldsOf(sheet.definition).flatMap((field) =>
		field.kind === 'singleChoice' ? [[field.key, field.options.at(-1)?.value ?? null] as const] : []
	);
	const answer = wholeAnswer(sheet.definition, Object.fromEntries(best));
	await expert.must(submitApplicationReview, { params: { id }, body: { revision: sheet.revision, answer } });
}

/** What a meeting hears: an application, or a site whose status is to end. */
type Question = { applicationId: string; siteId: null } | { applicationId: null; siteId: string };

/** A meeting of today that hears the question and votes for it; its minutes are issued when it is closed (R22, R28). */
export async function meet(
	coordinator: Api,
	id: string,
	about: Question,
	experts: Newcomer[]
): Promise<Meeting> {
	const place = { heldOn: dayFromNow(), beginsAt: '10:00', place: 'Актовый зал' };
	let meeting = await coordinator.must(planMeeting, { params: { id }, body: place });
	const params = { id: meeting.id };
	const kind = about.siteId === null ? 'application' : 'termination';
	const item = { ...about, kind, title: '' } as const;
	meeting = await coordinator.must(addAgendaItem, { params, body: item });
	if (about.applicationId !== null) await declare(about.applicationId, experts);

	const present = meeting.members.map(({ person }) => person.id);
	meeting = await coordinator.must(markMeetingAttendance, {
		params,
		body: { revision: meeting.revision, present }
	});
	const votes = present.map((personId) => ({ personId, vote: 'for' as const }));
	const words = { heard: 'Доклад о площадке', decision: 'Поддержать площадку', putOff: false };
	meeting = await coordinator.must(recordVotes, {
		params: { id: found(meeting.items[0]).id },
		body: { revision: meeting.revision, votes, ...words }
	});
	return coordinator.must(closeMeeting, { params, body: { revision: meeting.revision } });
}
