import type { FileInfo } from '@stazhirovka/contract/files';
import { fieldsOf, type Answer, type FormDefinition } from '@stazhirovka/domain/forms';
import type { Deps } from '../../shell/context.ts';
import type { Reader } from '../cohorts/index.ts';
import { filesOfDrafts } from '../draft-rounds/index.ts';
import { cleanCopiesOf, extensionOf, filesByIds, isCleanable, type KeptFile } from '../files/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { attachmentsOfOthers } from './attachments-queries.ts';
import { isBlind } from './names.ts';

type Kept = Pick<Deps, 'db' | 'filesDir' | 'now'>;
/** `announcedAt: null` also for a draft, which nobody signs (`draft`). */
type Attachment = Awaited<ReturnType<typeof attachmentsOfOthers>>[number] & { draft?: true };
type Shown = KeptFile & Pick<FileInfo, 'withheld'>;

/**
 * Files as this reader may have them. Colleagues get the files of a work without what these tell of the author; where
 * the author is hidden, also under a name that says nothing, and what cannot be cleaned is left to the tutor (blindness).
 */
export async function asColleaguesSee(deps: Kept, reader: Reader, files: KeptFile[]): Promise<Shown[]> {
	const ids = files.map(({ id }) => id);
	const attachments = ids.length ? await attachmentsFor(deps, reader, ids) : [];
	const own = new Map(attachments.toReversed().map((attachment) => [attachment.fileId, attachment]));
	const copies = await cleanCopiesOf(
		deps,
		files.filter(({ id }) => own.has(id))
	);

	return Promise.all(
		files.map(async (file) => {
			const attachment = own.get(file.id);
			if (!attachment) return file;
			const name = await nameFor(deps, attachment, file);
			const copy = copies.get(file.sha256);
			if (copy) return { ...file, ...copy, name: name ?? file.name };
			return name === null ? file : { ...file, name, withheld: true };
		})
	);
}

/** A published work comes before the draft of it: what its programme tells of the author holds then. */
async function attachmentsFor({ db }: Kept, reader: Reader, ids: string[]): Promise<Attachment[]> {
	const [works, drafts] = await Promise.all([
		attachmentsOfOthers(db, reader, ids),
		filesOfDrafts(db, reader, ids)
	]);
	return [...works, ...drafts.map((draft) => ({ ...draft, announcedAt: null, draft: true as const }))];
}

/** Names of the author's files that nobody but the tutor will open; of a draft it is told by their kinds alone. */
export async function filesForTutor(
	deps: Kept,
	{ definition, answer, published }: { definition: FormDefinition; answer: Answer; published: boolean }
): Promise<string[]> {
	const ids = filesIn(definition, answer);
	const files = ids.length ? await filesByIds(deps.db, ids) : [];
	const copies = published ? await cleanCopiesOf(deps, files) : null;
	return files
		.filter(({ mime, sha256 }) => (copies ? !copies.get(sha256) : !isCleanable(mime)))
		.map(({ name }) => name);
}

/** Null where the author is told and the file keeps its name. */
async function nameFor({ db }: Kept, attachment: Attachment, { id, name }: FileInfo): Promise<string | null> {
	const { document, forms } = await loadProgramme(db, attachment.programmeVersionId);
	const seen = { viewer: 'peer' as const, announced: attachment.announcedAt !== null };
	if (!attachment.draft && !isBlind(document, seen)) return null;

	const definition = forms.get('final_work')?.definition;
	return neutralName(definition ? filesIn(definition, attachment.answer) : [], id, name);
}

function neutralName(ids: string[], id: string, name: string): string {
	return `Файл ${ids.indexOf(id) + 1}.${extensionOf(name)}`;
}

/** Ids of the files that an answer names, in the order in which they are shown. */
function filesIn(definition: FormDefinition, answer: Answer): string[] {
	return fieldsOf(definition)
		.filter(({ kind }) => kind === 'file')
		.flatMap(({ key }) => (Array.isArray(answer[key]) ? (answer[key] as unknown[]) : []))
		.map((value) => (typeof value === 'string' ? value : String((value as { file?: unknown }).file)));
}
