import { STEP_KINDS } from '@stazhirovka/domain/authoring';
import { index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, day, id, json, moment } from './columns.ts';
import { files } from './forms.ts';
import { regions } from './organisations.ts';
import { programmeVersions } from './programmes.ts';
import { sites } from './sites.ts';

/** A programme while it is written: from its beginning until the version that was made of it is published. */
export const programmeDrafts = pgTable(
	'programme_drafts',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		/** Of the programme. Nobody else writes one of this key meanwhile. */
		key: text().notNull(),
		/** The published version of which this is the next. */
		basedOnId: uuid().references(() => programmeVersions.id),
		/** The version of the region's master that was copied or merged last. */
		masterId: uuid().references(() => programmeVersions.id),
		/** What was made of it when it was sent; it waits, or is published. */
		versionId: uuid()
			.unique()
			.references(() => programmeVersions.id, { onDelete: 'set null' }),
		/** Why it was given back last; null once it is sent again. */
		returnReason: text(),
		returnedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		returnedAt: moment(),
		createdBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [index('programme_drafts_site').on(t.siteId), index('programme_drafts_key').on(t.key)]
);

/** One name at the top of the document. Parts are saved apart, so two authors of two parts never meet. */
export const programmeDraftParts = pgTable(
	'programme_draft_parts',
	{
		draftId: uuid()
			.notNull()
			.references(() => programmeDrafts.id, { onDelete: 'cascade' }),
		part: text().notNull(),
		/** Null: it was taken out, and its revisions go on. In a thing of its own: a bare text of digits would come out a number. */
		content: json<{ value: unknown }>(),
		revision: integer().notNull(),
		savedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		savedAt: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.draftId, t.part] })]
);

/** Co-authors whom the leader named. */
export const programmeDraftAuthors = pgTable(
	'programme_draft_authors',
	{
		draftId: uuid()
			.notNull()
			.references(() => programmeDrafts.id, { onDelete: 'cascade' }),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		createdAt: createdAt()
	},
	(t) => [
		primaryKey({ columns: [t.draftId, t.personId] }),
		index('programme_draft_authors_person').on(t.personId)
	]
);

/** Who has the draft open, and at which part; looked at for a minute and overwritten. */
export const programmeDraftPresence = pgTable(
	'programme_draft_presence',
	{
		draftId: uuid()
			.notNull()
			.references(() => programmeDrafts.id, { onDelete: 'cascade' }),
		personId: uuid()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		part: text(),
		seenAt: moment().notNull()
	},
	(t) => [primaryKey({ columns: [t.draftId, t.personId] })]
);

export const programmeDraftComments = pgTable(
	'programme_draft_comments',
	{
		id: id(),
		draftId: uuid()
			.notNull()
			.references(() => programmeDrafts.id, { onDelete: 'cascade' }),
		/** Null: the whole draft. */
		part: text(),
		place: text().notNull(),
		text: text().notNull(),
		personId: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt(),
		settledBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		settledAt: moment()
	},
	(t) => [index('programme_draft_comments_draft').on(t.draftId)]
);

/** «УТВЕРЖДАЮ» and «СОГЛАСОВАНО» of a version that waits (R41). They fall with it when it is given or taken back. */
export const programmeApprovals = pgTable(
	'programme_approvals',
	{
		id: id(),
		versionId: uuid()
			.notNull()
			.references(() => programmeVersions.id, { onDelete: 'cascade' }),
		kind: text({ enum: STEP_KINDS }).notNull(),
		name: text().notNull(),
		position: text().notNull(),
		onDay: day().notNull(),
		/** «приказ», «протокол»: told after a paper. Null: said here. */
		paperKind: text(),
		paperNumber: text(),
		/** The scan of the paper. */
		fileId: uuid().references(() => files.id),
		recordedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		createdAt: createdAt()
	},
	(t) => [unique('programme_approvals_once').on(t.versionId, t.kind)]
);

/** The one-time link by which the head says «УТВЕРЖДАЮ» without an account; it falls with the version that waits. */
export const programmeApprovalLinks = pgTable('programme_approval_links', {
	versionId: uuid()
		.primaryKey()
		.references(() => programmeVersions.id, { onDelete: 'cascade' }),
	/** SHA-256 of the token in the letter. */
	tokenHash: text().notNull().unique(),
	email: text().notNull(),
	sentAt: moment().notNull(),
	expiresAt: moment().notNull()
});

/** A published version that a coordinator offers to the sites of the region to be copied. */
export const programmeMasters = pgTable(
	'programme_masters',
	{
		versionId: uuid()
			.primaryKey()
			.references(() => programmeVersions.id),
		regionId: uuid()
			.notNull()
			.references(() => regions.id),
		offeredBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		offeredAt: moment().notNull()
	},
	(t) => [index('programme_masters_region').on(t.regionId)]
);
