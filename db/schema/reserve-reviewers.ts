import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { cohorts } from './cohorts.ts';
import { createdAt, id } from './columns.ts';

/** People who may review works of a cohort without being its interns: tutors, experts, earlier graduates. */
export const reserveReviewers = pgTable(
	'reserve_reviewers',
	{
		id: id(),
		cohortId: uuid()
			.notNull()
			.references(() => cohorts.id),
		personId: uuid()
			.notNull()
			.references(() => people.id),
		kind: text({ enum: ['tutor', 'expert', 'graduate'] }).notNull(),
		addedBy: uuid()
			.notNull()
			.references(() => people.id),
		addedAt: createdAt()
	},
	(t) => [
		unique('reserve_reviewers_once').on(t.cohortId, t.personId),
		index('reserve_reviewers_person').on(t.personId)
	]
);
