import type { getAdministrationView } from '@stazhirovka/contract/final-works';
import type { Output } from '@stazhirovka/contract/endpoint';
import { fullName } from '@stazhirovka/domain/certificates';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { filesOfAnswer, type KeptFile } from '../files/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { findByToken } from './administration-store.ts';
import { workBehindLink } from './queries.ts';
import { findVersion, findWork } from './store.ts';

type Page = Output<typeof getAdministrationView>;
type Reading = Pick<Deps, 'db' | 'now'>;

/** The work that a one-time link shows to the school's administration (R113): nothing of its expertise. */
export async function readAdministrationView({ db, now }: Reading, token: string): Promise<Page> {
	const { view, work, answer, files } = await enterByLink({ db, now }, token);
	const { programmeVersionId, ...intern } =
		(await workBehindLink(db, work.id)) ?? missing('administration_view');
	const { document, forms } = await loadProgramme(db, programmeVersionId);
	const { definition } = forms.get('final_work') ?? missing('administration_view');

	return {
		intern: fullName(intern),
		programme: document.title,
		title: work.title,
		definition,
		answer: answer as Page['answer'],
		files: files.map(({ id, name, size, mime }) => ({ id, name, size, mime })),
		given: view.givenAt !== null
	};
}

/** A file of the work that the link shows: no other file has a door here. */
export async function readAdministrationFile(
	ctx: Reading,
	{ token, id }: { token: string; id: string }
): Promise<KeptFile> {
	const { files } = await enterByLink(ctx, token);
	return files.find((file) => file.id === id) ?? missing('file');
}

/** The door of whoever holds the link: the newest version of one work, with its files. */
async function enterByLink({ db, now }: Reading, token: string) {
	const view = (await findByToken(db, token, now())) ?? missing('administration_view');
	const work = (await findWork(db, view.finalWorkId)) ?? missing('administration_view');
	const { answer } = await findVersion(db, work);
	return { view, work, answer, files: await filesOfAnswer(db, { enrolmentId: work.enrolmentId, answer }) };
}
