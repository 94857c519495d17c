import type { Submission } from '@stazhirovka/contract/tasks';
import { fullName, shortName } from '@stazhirovka/domain/certificates';
import { untilWhen } from '@stazhirovka/domain/deadlines';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import type { ProgrammeDocument } from '@stazhirovka/domain/programmes';
import { isLate } from '@stazhirovka/domain/tasks';
import type { SubmissionPage } from './queries.ts';
import type { RemarkRow } from './remarks-store.ts';
import type { VersionRow } from './store.ts';
import { deficitTitle, toVersion } from './task-view.ts';

type Facts = {
	page: SubmissionPage;
	document: ProgrammeDocument;
	definition: FormDefinition;
	versions: VersionRow[];
	remarks: RemarkRow[];
	timeZone: string;
	privateRoomId: string | null;
	beside: { next: string | null; previous: string | null };
};

export function toSubmission({ page, document, definition, versions, remarks, ...facts }: Facts): Submission {
	const task = document.tasks.find(({ key }) => key === page.taskKey);
	const firstSentAt = versions[0]?.sentAt ?? page.sentAt;
	const until = untilWhen(page.dueOn, page.extendedTo);

	return {
		id: page.id,
		enrolmentId: page.enrolmentId,
		intern: { id: page.intern.id, fullName: fullName(page.intern), shortName: shortName(page.intern) },
		cohort: page.cohort,
		task: page.taskKey,
		title: task?.title ?? page.taskKey,
		criteria: task?.tutor_criteria ?? [],
		deficits: task?.deficits.map(({ key }) => deficitTitle(document, key)) ?? [],
		dueOn: until,
		late: until !== null && isLate(until, firstSentAt, facts.timeZone),
		state: page.state,
		definition,
		versions: versions.map((version) => toVersion(version, remarks)),
		privateRoomId: facts.privateRoomId,
		next: facts.beside.next,
		previous: facts.beside.previous,
		can: { decide: page.state === 'sent' }
	};
}
