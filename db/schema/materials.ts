import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { people } from './accounts.ts';
import { createdAt, id, moment } from './columns.ts';
import { files } from './forms.ts';
import { sites } from './sites.ts';

/** The bank of a site: what its programmes give interns to read, to fill in and to watch. */
export const materials = pgTable(
	'materials',
	{
		id: id(),
		siteId: uuid()
			.notNull()
			.references(() => sites.id),
		kind: text().notNull(),
		title: text().notNull(),
		fileId: uuid()
			.notNull()
			.unique()
			.references(() => files.id),
		/** Of a recording: WebVTT that was checked, and the words of it to read (X13). */
		captionsId: uuid().references(() => files.id),
		transcript: text(),
		addedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
		addedAt: createdAt(),
		/** Not offered to authors any more. Programmes that name it keep it. */
		putAwayAt: moment()
	},
	(t) => [index('materials_site').on(t.siteId, t.addedAt)]
);

/** Every file that was ever a part of a material. Never removed: a published programme keeps what it names. */
export const materialFiles = pgTable(
	'material_files',
	{
		fileId: uuid()
			.primaryKey()
			.references(() => files.id),
		materialId: uuid()
			.notNull()
			.references(() => materials.id)
	},
	(t) => [index('material_files_material').on(t.materialId)]
);
