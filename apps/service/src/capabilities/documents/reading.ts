import type { IssuedDocument } from '@stazhirovka/contract/documents';
import type { Database, Tx } from '@stazhirovka/db';
import type { Actor, Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterDocument, keeps } from './access.ts';
import { fileName } from './file-name.ts';
import { MIMES } from './printing.ts';
import { documentRows, signatureRows, type DocumentFilter } from './queries.ts';
import * as store from './store.ts';
import { toDocument } from './view.ts';

type Reading = { db: Database | Tx; actor: Pick<Actor, 'grants'> };

const MOST_LISTED = 200;

/** Cards of issued documents, newest first. Whoever calls has decided that the actor may see them. */
export async function listDocuments(
	{ db, actor }: Reading,
	filter: DocumentFilter,
	limit = MOST_LISTED
): Promise<IssuedDocument[]> {
	const rows = await documentRows(db, filter, limit);
	const signatures = await signatureRows(
		db,
		rows.map(({ id }) => id)
	);
	return rows.map((row) => toDocument(row, signatures, keeps(actor, row)));
}

/** What was issued at a site, for whoever keeps its documents; for everybody else nothing was. */
export async function listOwn(ctx: Ctx, siteId: string): Promise<IssuedDocument[]> {
	const documents = await listDocuments(ctx, { siteId });
	return documents.filter(({ can }) => can.sign);
}

export async function readDocument({ db, actor }: Ctx, id: string): Promise<IssuedDocument> {
	await enterDocument(db, actor, id);
	const [document] = await listDocuments({ db, actor }, { ids: [id] });
	return document ?? missing('document');
}

/** The file under its Russian name. */
async function documentFile(db: Database | Tx, id: string, format: 'pdf' | 'docx') {
	const { title, number, bytes } = await store.findFile(db, id, format);
	return { name: fileName([title, number && `№ ${number}`], format), mime: MIMES[format], bytes };
}

export async function readFile({ db, actor }: Ctx, id: string, format: 'pdf' | 'docx') {
	await enterDocument(db, actor, id);
	return documentFile(db, id, format);
}

export async function readSignature({ db, actor }: Ctx, id: string, number: number) {
	await enterDocument(db, actor, id);
	return { ...(await store.findSignature(db, id, number)), mime: 'application/pkcs7-signature' };
}
