import type { getAdministrationView } from '@stazhirovka/contract/final-works';
import type { Output } from '@stazhirovka/contract/endpoint';
import { fullName } from '@stazhirovka/domain/certificates';
import type { Deps } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { loadProgramme } from '../programmes/index.ts';
import { findByToken } from './administration-store.ts';
import { workBehindLink } from './queries.ts';
import { findVersion, findWork } from './store.ts';

type Page = Output<typeof getAdministrationView>;

/** The work that a one-time link shows to the school's administration (R113): nothing of its expertise. */
export async function readAdministrationView(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	token: string
): Promise<Page> {
	const view = (await findByToken(db, token, now())) ?? missing('administration_view');
	const work = (await findWork(db, view.finalWorkId)) ?? missing('administration_view');
	const { programmeVersionId, ...intern } =
		(await workBehindLink(db, work.id)) ?? missing('administration_view');
	const { document, forms } = await loadProgramme(db, programmeVersionId);
	const { definition } = forms.get('final_work') ?? missing('administration_view');

	return {
		intern: fullName(intern),
		programme: document.title,
		title: work.title,
		definition,
		answer: (await findVersion(db, work)).answer as Page['answer'],
		given: view.givenAt !== null
	};
}
